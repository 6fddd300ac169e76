"""Opens the case of a visitor, or makes the open one more urgent, with the record that is the reason for it."""

from typing import Any
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from cryobot.cases.case import CaseState, EventKind, Urgency, urgency_of
from cryobot.cases.writing import add_event
from cryobot.records.plain_text import escape
from cryobot.records.record import Record, RecordKind
from cryobot.records.schema import stored_time
from cryobot.records.tables import CASES

OPENING = frozenset({RecordKind.ESCALATION, RecordKind.HAND_OVER})

_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_WHY = {RecordKind.ESCALATION: EventKind.ESCALATED, RecordKind.HAND_OVER: EventKind.ASKED_FOR_PERSON}


def open_or_raise(connection: Connection, record: Record) -> None:
    """Bring the case of the record's sender up to date, in the transaction that writes the record.

    Args:
        connection: in a transaction.
        record: of a kind in OPENING; other kinds change nothing.
    """
    if record.kind not in OPENING:
        return
    case_id = None
    # The open case that is in the way of a new one may be closed or deleted before it is read.
    while case_id is None:
        case_id = _opened(connection, record) or _raised(connection, record)
    add_event(connection, case_id, record.at, "", _WHY[record.kind], record.escalation.value)


def _opened(connection: Connection, record: Record) -> str | None:
    """Open a case and give its id; None when the sender has one."""
    new = _new_case(uuid4().hex, record)
    # Of two messages at the same moment, one opens the case and the other waits for it here.
    opened = connection.execute(
        _INSERTS[connection.dialect.name](CASES)
        .values(**new)
        .on_conflict_do_nothing(index_elements=[CASES.c.sender_id], index_where=CASES.c.state != CaseState.CLOSED.value)
    ).rowcount
    if not opened:
        return None
    case_id: str = new["id"]
    add_event(connection, case_id, record.at, "", EventKind.OPENED)
    return case_id


def _new_case(case_id: str, record: Record) -> dict[str, Any]:
    at = stored_time(record.at)
    return {
        "id": case_id,
        "sender_id": escape(record.sender_id),
        "channel": escape(record.channel),
        "state": CaseState.WAITING.value,
        "urgency": int(_urgency(record)),
        "wants_person": record.kind is RecordKind.HAND_OVER,
        "opened_at": at,
        "changed_at": at,
        "waiting_since": at,
        "visitor_at": at,
    }


def _raised(connection: Connection, record: Record) -> str | None:
    """Bring the sender's open case up to date and give its id; None when there is none."""
    at = stored_time(record.at)
    open_case = (CASES.c.sender_id == escape(record.sender_id)) & (CASES.c.state != CaseState.CLOSED.value)
    case = connection.execute(select(CASES).where(open_case).with_for_update()).one_or_none()
    if case is None:
        return None
    changes: dict[str, Any] = {"changed_at": at, "visitor_at": max(at, case.visitor_at)}
    if _urgency(record) < case.urgency:
        # Whoever has looked at it did not see this.
        changes |= {"urgency": int(_urgency(record)), "seen_at": None, "seen_by": None, "reminded_at": None}
        if not case.wants_person:
            changes["waiting_since"] = at
    if record.kind is RecordKind.HAND_OVER and not case.wants_person:
        changes |= {"wants_person": True, "waiting_since": at, "late_at": None}
    connection.execute(update(CASES).where(CASES.c.id == case.id).values(**changes))
    case_id: str = case.id
    return case_id


def _urgency(record: Record) -> Urgency:
    return urgency_of(record.escalation)
