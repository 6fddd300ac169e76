"""What every change of a case has in common: its row, its trail, and the notices to the visitor."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement

from cryobot.cases.case import CaseState, EventKind
from cryobot.guidance.library import Library
from cryobot.records.plain_text import escape
from cryobot.records.schema import stored_time
from cryobot.records.tables import CASE_EVENTS, CASES, DESK_MESSAGES

# The answer whose variants tell a visitor what becomes of their request.
NOTICES = "talk-to-staff"
# The person whom the visitor asked for has been there; asking again begins a new wait.
HANDED_BACK = {"state": CaseState.WAITING.value, "taken_at": None, "taken_by": None, "wants_person": False}
JOINED, LEFT, LATE = "joined", "left", "late"


def add_event(connection: Connection, case_id: str, at: datetime, actor: str, kind: EventKind, text: str = "") -> None:
    """Write what happened to a case; `actor` is empty for the assistant and the visitor."""
    connection.execute(
        insert(CASE_EVENTS).values(case_id=case_id, at=stored_time(at), actor=actor, kind=kind.value, text=escape(text))
    )


def change_if(connection: Connection, condition: ColumnElement[bool], at: datetime, **values: Any) -> bool:
    """Change the case that meets a condition; False when there is none, as when somebody else was faster.

    Args:
        connection: in a transaction.
        condition: on the row of one case.
        at: the time of the change.
        values: of the columns.
    """
    changed = connection.execute(update(CASES).where(condition).values(changed_at=stored_time(at), **values))
    return bool(changed.rowcount)


def add_notice(connection: Connection, library: Library, case: Any, at: datetime, variant: str) -> None:
    """Tell the visitor of a case something by an approved text."""
    add_message(
        connection, case, at, guidance_id=NOTICES, variant=variant, version=library.text(NOTICES, variant).version
    )


def add_message(
    connection: Connection,
    case: Any,
    at: datetime,
    author: str = "",
    text: str = "",
    guidance_id: str = "",
    variant: str = "",
    version: str = "",
) -> int:
    """Write a message to the visitor of a case (its row) and give the number of it."""
    written = connection.execute(
        insert(DESK_MESSAGES).values(
            case_id=case.id,
            sender_id=case.sender_id,
            channel=case.channel,
            at=stored_time(at),
            author=escape(author),
            text=escape(text),
            guidance_id=guidance_id,
            variant=variant,
            version=version,
        )
    )
    return int(written.inserted_primary_key[0])
