"""What the pages of the desk work with."""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from cryobot.desk.texts import load_texts
from cryobot.guidance.installed import installed_library
from cryobot.guidance.library import Library
from cryobot.messaging.settings import messaging_settings
from cryobot.records.store import RecordStore
from cryobot.settings import Settings, settings
from cryobot.staff.accounts import AccountStore
from cryobot.staff.audit import AuditStore
from cryobot.staff.invitations import InvitationStore
from cryobot.staff.sessions import SessionStore

if TYPE_CHECKING:
    from cryobot.cases.store import CaseStore
    from cryobot.records.exchanges import ExchangeStore

CODE_LETTERS = 6


@dataclass(frozen=True)
class Desk:
    """What pages need.

    Attributes:
        pseudonyms: gives for a sender id what staff read instead of it, always the same.
        zone: of the centre.
        shared: for pages that keep something in memory, by the name of the page.
    """

    store: RecordStore
    cases: "CaseStore"
    exchanges: "ExchangeStore"
    accounts: AccountStore
    audit: AuditStore
    library: Library
    settings: Settings
    pseudonyms: Callable[[str], str]
    zone: ZoneInfo
    shared: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def sessions(self) -> SessionStore:
        """Who is logged in."""
        return SessionStore(self.store.database, timedelta(hours=self.settings.session_hours))

    @cached_property
    def invitations(self) -> InvitationStore:
        """The one-time links."""
        return InvitationStore(self.store.database)


class VisitorNames:
    """Makes what staff read instead of a sender id, such as "Visitor 4F7K2Q".

    Args:
        key: of the installation, without which nobody can find the sender id of a name.
        form: the text, with {code} in it.
    """

    def __init__(self, key: str, form: str) -> None:
        self._key = key.encode("utf-8", "surrogatepass")
        self._form = form

    def __call__(self, sender_id: str) -> str:
        """Give the name of a sender."""
        digest = hmac.new(self._key, f"desk\0{sender_id}".encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
        return self._form.format(code=base64.b32encode(digest).decode("ascii")[:CODE_LETTERS])


def installed_desk() -> Desk:
    """Open the desk of this installation.

    Raises:
        StoreError, DataFileError, SettingsError, PseudonymKeyError: what it needs cannot be read.
    """
    from cryobot.records.installed import installed_cases, installed_exchanges, installed_store

    here, store = settings(), installed_store()
    return Desk(
        store=store,
        cases=installed_cases(),
        exchanges=installed_exchanges(),
        accounts=AccountStore(store.database),
        audit=AuditStore(store.database),
        library=installed_library(),
        settings=here,
        pseudonyms=VisitorNames(messaging_settings().key(), load_texts(here.language).common.visitor),
        zone=ZoneInfo(here.time_zone),
    )
