"""Reads cases, their trails and their messages."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from cryobot.cases.case import Case, CaseEvent, CaseState, DeskMessage, QueueNumbers, Standing, StandingState
from cryobot.guidance.library import Library
from cryobot.records.growing import growing
from cryobot.records.plain_text import escape, unescape
from cryobot.records.schema import stored_time
from cryobot.records.tables import CASE_EVENTS, CASES, DESK_MESSAGES

OPEN = (CaseState.WAITING.value, CaseState.TAKEN.value)


def queue(connection: Connection, limit: int) -> list[Case]:
    """Give the cases that are not closed: the most urgent first, and the newest first among equals."""
    query = (
        select(CASES)
        .where(CASES.c.state.in_(OPEN))
        .order_by(CASES.c.urgency, CASES.c.waiting_since.desc())
        .limit(limit)
    )
    return [Case.from_row(row) for row in connection.execute(query)]


def closed(connection: Connection, limit: int, before: datetime | None) -> list[Case]:
    """Give the closed cases, the last closed first."""
    query = select(CASES).where(CASES.c.state == CaseState.CLOSED.value)
    if before is not None:
        query = query.where(CASES.c.closed_at < stored_time(before))
    return [Case.from_row(row) for row in connection.execute(query.order_by(CASES.c.closed_at.desc()).limit(limit))]


def numbers(connection: Connection) -> QueueNumbers:
    """Count the cases that are not closed."""
    unseen = func.count().filter(CASES.c.seen_at.is_(None))
    query = (
        select(CASES.c.state, func.count().label("cases"), unseen.label("unseen"))
        .where(CASES.c.state.in_(OPEN))
        .group_by(CASES.c.state)
    )
    rows = {row.state: row for row in connection.execute(query)}
    waiting, taken = (rows.get(state) for state in OPEN)
    return QueueNumbers(waiting.cases if waiting else 0, waiting.unseen if waiting else 0, taken.cases if taken else 0)


def open_case(connection: Connection, sender_id: str) -> Any:
    """Give the row of the sender's case that is not closed, or None."""
    mine = (CASES.c.sender_id == escape(sender_id)) & CASES.c.state.in_(OPEN)
    return connection.execute(select(CASES).where(mine)).one_or_none()


def is_open(case_id: str) -> Any:
    """Give the condition that a case is there and not closed."""
    return (CASES.c.id == case_id) & CASES.c.state.in_(OPEN)


def people_before(connection: Connection, sender_id: str) -> int:
    """Count those who wait for a person longer than the sender; all, if the sender does not wait."""
    waits = (CASES.c.state == CaseState.WAITING.value) & CASES.c.wants_person & (CASES.c.sender_id != escape(sender_id))
    own = open_case(connection, sender_id)
    if own is not None and own.wants_person:
        waits &= CASES.c.waiting_since <= own.waiting_since
    return int(connection.execute(select(func.count()).select_from(CASES).where(waits)).scalar_one())


def standing(connection: Connection, sender_id: str) -> Standing:
    """Give what the sender is told of their case."""
    case = open_case(connection, sender_id)
    if case is None:
        return Standing(StandingState.ASSISTANT, None, contact_left=False)
    if case.state == CaseState.TAKEN.value:
        state = StandingState.PERSON
    else:
        state = StandingState.WAITING if case.wants_person else StandingState.ASSISTANT
    return Standing(state, case.id, contact_left=case.contact is not None)


def trail(connection: Connection, case_id: str) -> list[CaseEvent]:
    """Give what happened to a case, in its order."""
    query = select(CASE_EVENTS).where(CASE_EVENTS.c.case_id == case_id).order_by(CASE_EVENTS.c.id)
    return [CaseEvent.from_row(row) for row in connection.execute(query)]


def messages(connection: Connection, library: Library, condition: Any, limit: int | None = None) -> list[DeskMessage]:
    """Give the messages to visitors that meet a condition, in their order."""
    query = select(DESK_MESSAGES).where(condition).order_by(DESK_MESSAGES.c.id).limit(limit)
    return [_message(row, library) for row in connection.execute(query)]


def version(connection: Connection) -> int:
    """Give a number that grows with everything that happens to any case."""
    return growing(connection, CASE_EVENTS.c.id)


def _message(row: Any, library: Library) -> DeskMessage:
    author = unescape(row.author)
    # A notice is shown as it is approved now, in the words of this installation.
    text = unescape(row.text) if author else library.text(row.guidance_id, row.variant).text
    return DeskMessage(
        id=row.id,
        case_id=row.case_id,
        sender_id=unescape(row.sender_id),
        channel=unescape(row.channel),
        at=row.at.replace(tzinfo=UTC),
        author=author,
        text=text,
        guidance_id=row.guidance_id,
        variant=row.variant,
        version=row.version,
        is_undelivered=row.undelivered_at is not None,
    )
