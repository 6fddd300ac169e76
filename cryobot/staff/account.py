"""A member of staff."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryobot.records.plain_text import unescape
from cryobot.staff.errors import BadDisplayNameError, BadNameError
from cryobot.staff.role import Role

LONGEST_NAME = 60
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True)
class Account:
    """One account.

    Attributes:
        name: for logging in and in the trails.
        display_name: what visitors read.
        disabled_at: None while it may be used.
    """

    id: int
    name: str
    display_name: str
    role: Role
    created_at: datetime
    disabled_at: datetime | None = None

    def may(self, needed: Role) -> bool:
        """Tell whether the account may do what needs this role."""
        return self.role.may(needed)


def clean_name(name: str) -> str:
    """Give a name as it is stored; raises BadNameError."""
    cleaned = unicodedata.normalize("NFKC", name).strip().lower()
    if not _NAME.fullmatch(cleaned):
        raise BadNameError
    return cleaned


def clean_display_name(name: str) -> str:
    """Give a display name on one line, without what cannot be seen; raises BadDisplayNameError."""
    seen = "".join(" " if c.isspace() else c for c in name if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    cleaned = " ".join(unicodedata.normalize("NFC", seen).split())
    if not 1 <= len(cleaned) <= LONGEST_NAME or "\\" in cleaned:
        raise BadDisplayNameError
    return cleaned


def account_of(row: Any) -> Account:
    """Give the account of a row of ACCOUNTS."""
    return Account(
        id=row.id,
        name=row.name,
        display_name=unescape(row.display_name),
        role=Role(row.role),
        created_at=row.created_at.replace(tzinfo=UTC),
        disabled_at=row.disabled_at.replace(tzinfo=UTC) if row.disabled_at else None,
    )
