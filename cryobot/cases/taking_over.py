"""What a member of staff does with a case. Every change is one transaction with its trail and its notice."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from cryobot.cases.case import ONE_WAY, CaseState, EventKind
from cryobot.cases.errors import AlreadyTakenError, CannotReplyError, CaseClosedError, NoSuchCaseError, NotYoursError
from cryobot.cases.writing import HANDED_BACK, JOINED, LEFT, add_event, add_message, add_notice, change_if
from cryobot.guidance.library import Library
from cryobot.records.plain_text import unescape
from cryobot.records.schema import stored_time
from cryobot.records.tables import CASES

WAITING, TAKEN, CLOSED = (state.value for state in CaseState)


def row_of(connection: Connection, case_id: str) -> Any:
    """Give the row of a case.

    Raises:
        NoSuchCaseError: it is not there.
    """
    row = connection.execute(select(CASES).where(CASES.c.id == case_id)).one_or_none()
    if row is None:
        raise NoSuchCaseError(case_id)
    return row


def see(connection: Connection, case_id: str, account: str) -> None:
    """Note the first look at a case; later looks change nothing."""
    row_of(connection, case_id)
    now = datetime.now(UTC)
    first = (CASES.c.id == case_id) & CASES.c.seen_at.is_(None)
    if change_if(connection, first, now, seen_at=stored_time(now), seen_by=account):
        add_event(connection, case_id, now, account, EventKind.SEEN)


def take(connection: Connection, library: Library, case_id: str, account: str) -> None:
    """Take a case over, so that the visitor writes with a person; taking one's own again changes nothing.

    Raises:
        NoSuchCaseError, CaseClosedError, AlreadyTakenError: it cannot be taken any more.
        CannotReplyError: nothing can be brought to the visitor.
    """
    now = datetime.now(UTC)
    case = row_of(connection, case_id)
    if unescape(case.channel) in ONE_WAY:
        raise CannotReplyError(unescape(case.channel))
    waiting = (CASES.c.id == case_id) & (CASES.c.state == WAITING)
    taken = {"state": TAKEN, "taken_at": stored_time(now), "taken_by": account, "staff_at": None}
    if change_if(connection, waiting, now, **taken):
        see(connection, case_id, account)
        add_event(connection, case_id, now, account, EventKind.TAKEN)
        add_notice(connection, library, case, now, JOINED)
        return
    present = row_of(connection, case_id)
    if present.state == CLOSED:
        raise CaseClosedError
    if present.taken_by != account:
        raise AlreadyTakenError(present.taken_by)


def say(connection: Connection, case_id: str, account: str, author: str, text: str) -> int:
    """Write words of a person to the visitor and give the number of the message.

    Raises:
        NoSuchCaseError: the case is not there.
        NotYoursError, CaseClosedError: this account has not taken it, or not any more.
    """
    now = datetime.now(UTC)
    case = _own(connection, case_id, account, staff_at=stored_time(now))
    add_event(connection, case_id, now, account, EventKind.SAID)
    return add_message(connection, case, now, author=author, text=text)


def hand_back(connection: Connection, library: Library, case_id: str, account: str) -> None:
    """Let the assistant answer again; the case stays open, and the visitor may ask for a person anew.

    Raises:
        NoSuchCaseError, NotYoursError, CaseClosedError: as `say` does.
    """
    now = datetime.now(UTC)
    case = _own(connection, case_id, account, **HANDED_BACK)
    add_event(connection, case_id, now, account, EventKind.HANDED_BACK)
    add_notice(connection, library, case, now, LEFT)


def close(connection: Connection, library: Library, case_id: str, account: str) -> None:
    """Close a case; a closed one stays as it is.

    Raises:
        NoSuchCaseError: the case is not there.
        AlreadyTakenError: somebody else is writing with the visitor.
    """
    now = datetime.now(UTC)
    case = row_of(connection, case_id)
    mine = (CASES.c.id == case_id) & ((CASES.c.state == WAITING) | (CASES.c.taken_by == account))
    closed = {"state": CLOSED, "closed_at": stored_time(now), "closed_by": account}
    if case.state == CLOSED:
        return
    if not change_if(connection, mine & (CASES.c.state != CLOSED), now, **closed):
        present = row_of(connection, case_id)
        if present.state == TAKEN:
            raise AlreadyTakenError(present.taken_by)
        return
    see(connection, case_id, account)
    add_event(connection, case_id, now, account, EventKind.CLOSED)
    # As it was when it was closed, which is not always as it was when it was read.
    if row_of(connection, case_id).taken_by is not None:
        add_notice(connection, library, case, now, LEFT)


def note(connection: Connection, case_id: str, account: str, text: str) -> None:
    """Add a note that staff read and visitors do not.

    Raises:
        NoSuchCaseError: the case is not there.
    """
    now = datetime.now(UTC)
    if not change_if(connection, CASES.c.id == case_id, now):
        raise NoSuchCaseError(case_id)
    add_event(connection, case_id, now, account, EventKind.NOTE, text)


def _own(connection: Connection, case_id: str, account: str, **values: Any) -> Any:
    """Change a case that this account has taken, and give its row as it was."""
    case = row_of(connection, case_id)
    own = (CASES.c.id == case_id) & (CASES.c.state == TAKEN) & (CASES.c.taken_by == account)
    if not change_if(connection, own, datetime.now(UTC), **values):
        raise CaseClosedError if row_of(connection, case_id).state == CLOSED else NotYoursError
    return case
