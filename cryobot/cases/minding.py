"""What becomes of cases by itself, however many processes mind them: each thing happens once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement

from cryobot.cases.case import Case, CaseState, EventKind
from cryobot.cases.patience import Patience
from cryobot.cases.writing import HANDED_BACK, LATE, LEFT, add_event, add_notice, change_if
from cryobot.guidance.library import Library
from cryobot.records.schema import stored_time
from cryobot.records.tables import CASES

# More are seen to the next time.
AT_A_TIME = 100

_WAITING = CASES.c.state == CaseState.WAITING.value
_TAKEN = CASES.c.state == CaseState.TAKEN.value


def tell_who_waits_long(connection: Connection, library: Library, now: datetime, patience: Patience) -> None:
    """Tell visitors who asked for a person that nobody has taken it in time."""
    if patience.late is None:
        return
    waits_long = (
        _WAITING
        & CASES.c.wants_person
        & CASES.c.late_at.is_(None)
        & (CASES.c.waiting_since <= stored_time(now - patience.late))
    )
    for case in _found(connection, waits_long):
        if change_if(connection, waits_long & (CASES.c.id == case.id), now, late_at=stored_time(now)):
            add_event(connection, case.id, now, "", EventKind.LATE)
            add_notice(connection, library, case, now, LATE)


def hand_back_idle(connection: Connection, library: Library, now: datetime, patience: Patience) -> None:
    """Let the assistant answer again where whoever took a case does not answer the visitor."""
    last_staff = func.coalesce(CASES.c.staff_at, CASES.c.taken_at)
    before = stored_time(now - patience.idle)
    is_idle = (
        _TAKEN
        & (last_staff <= before)
        & (
            # The visitor has said something since, or was never answered at all.
            ((CASES.c.visitor_at > last_staff) & (CASES.c.visitor_at <= before)) | CASES.c.staff_at.is_(None)
        )
    )
    for case in _found(connection, is_idle):
        if change_if(connection, is_idle & (CASES.c.id == case.id), now, **HANDED_BACK):
            add_event(connection, case.id, now, "", EventKind.TIMED_OUT, case.taken_by or "")
            add_notice(connection, library, case, now, LEFT)


def close_abandoned(connection: Connection, library: Library, now: datetime, patience: Patience) -> None:
    """Close taken cases in which nobody has said anything for long."""
    before = stored_time(now - patience.gone)
    is_over = _TAKEN & (CASES.c.visitor_at <= before) & (func.coalesce(CASES.c.staff_at, CASES.c.taken_at) <= before)
    closed = {"state": CaseState.CLOSED.value, "closed_by": ""}
    for number, case in enumerate(_found(connection, is_over)):
        # No two at the same moment: a page of closed cases goes on with those closed before the last of it.
        closed_at = stored_time(now + timedelta(microseconds=number))
        if change_if(connection, is_over & (CASES.c.id == case.id), now, **closed, closed_at=closed_at):
            add_event(connection, case.id, now, "", EventKind.CLOSED)
            add_notice(connection, library, case, now, LEFT)


def to_remind_of(connection: Connection, now: datetime, patience: Patience) -> list[Case]:
    """Give the cases that nobody has looked at in time, each once."""
    unseen = (
        _WAITING
        & CASES.c.seen_at.is_(None)
        & CASES.c.reminded_at.is_(None)
        & (CASES.c.waiting_since <= stored_time(now - patience.reminder))
    )
    reminded = []
    for case in _found(connection, unseen):
        if change_if(connection, unseen & (CASES.c.id == case.id), now, reminded_at=stored_time(now)):
            add_event(connection, case.id, now, "", EventKind.REMINDED)
            reminded.append(Case.from_row(case))
    return reminded


def _found(connection: Connection, condition: ColumnElement[bool]) -> Sequence[Case]:
    query = select(CASES).where(condition).order_by(CASES.c.waiting_since).limit(AT_A_TIME)
    # What another transaction is changing is left to the next time, so that two never wait for each other.
    return list(connection.execute(query.with_for_update(skip_locked=True)))
