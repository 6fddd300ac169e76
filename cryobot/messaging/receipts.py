"""What platforms took, and what they report of it later, as rows. All works in the transaction of its caller.

The first report of a message counts. Only that it arrived is believed after a failure, too.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection

from cryobot.messaging import outbox, people
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.retries import Decision, PartState, Tried
from cryobot.messaging.schema import OUTBOX, RECEIPTS

# A message is sent again for at most a day; the report of the last try may be on its way for a while.
WORDS_KEPT_SECONDS = 24 * 60 * 60
KEPT_SECONDS = 26 * 60 * 60

# Tells what becomes of a message of which something is reported.
Judge = Callable[[Outcome, Tried], Decision]


class Verdict(StrEnum):
    """What was reported of a message."""

    NONE = ""
    ARRIVED = "arrived"
    LATER = "later"
    BLOCKED = "blocked"
    REJECTED = "rejected"


@dataclass(frozen=True)
class Returned:
    """A message that did not arrive although the platform had taken it, and what becomes of it."""

    sender: str
    tried: Tried
    decision: Decision


def take(
    connection: Connection, insert: Any, platform: str, key: str, part_id: int, judge: Judge, now: float
) -> Returned | None:
    """Note that a platform took a message, and heed what it reported of it before this.

    `insert` is one of the database into this table.
    """
    row = connection.execute(_receipt(platform, key)).first()
    if row is None:
        _insert(connection, insert, platform, key, part_id, Verdict.NONE, "", now)
        return None
    if row.part is not None:
        return None
    connection.execute(update(RECEIPTS).where(RECEIPTS.c.id == row.id).values(part=part_id, noted_at=now))
    verdict = Verdict(row.verdict)
    return None if verdict is Verdict.NONE else _heed(connection, part_id, _outcome(verdict, row.reason), judge, now)


def report(
    connection: Connection, insert: Any, platform: str, key: str, outcome: Outcome, judge: Judge, now: float
) -> Returned | None:
    """Note what a platform reports, once, and give the message if it did not arrive.

    What nobody sent, as far as is known yet, is kept with the rest and changes nothing.
    """
    verdict, reason = _verdict(outcome), "" if isinstance(outcome, Delivered) else outcome.reason
    row = connection.execute(_receipt(platform, key)).first()
    if row is None:
        _insert(connection, insert, platform, key, None, verdict, reason, now)
        return None
    if row.verdict == Verdict.ARRIVED or (row.verdict and verdict is not Verdict.ARRIVED):
        return None
    new = {"verdict": verdict.value, "reason": reason}
    connection.execute(update(RECEIPTS).where(RECEIPTS.c.id == row.id).values(**new))
    return None if row.part is None else _heed(connection, row.part, outcome, judge, row.noted_at)


def forget(connection: Connection, sender: str) -> None:
    """Delete what is noted of the messages to a sender; those must be there still."""
    theirs = select(OUTBOX.c.id).where(OUTBOX.c.sender == sender)
    connection.execute(delete(RECEIPTS).where(RECEIPTS.c.part.in_(theirs)))


def tidy(connection: Connection, now: float) -> int:
    """Delete what was noted too long ago, wipe the messages that are not sent again, and give the number of both."""
    old = delete(RECEIPTS).where(RECEIPTS.c.noted_at < now - KEPT_SECONDS)
    return int(connection.execute(old).rowcount) + outbox.wipe_taken(connection, now - WORDS_KEPT_SECONDS)


def _heed(connection: Connection, part_id: int, outcome: Outcome, judge: Judge, taken_at: float) -> Returned | None:
    if isinstance(outcome, Delivered):
        # Whatever is reported of other tries, the person has it.
        of_part = update(RECEIPTS).where(RECEIPTS.c.part == part_id)
        connection.execute(of_part.values(verdict=Verdict.ARRIVED.value, reason=""))
        outbox.settle_late(connection, part_id, Decision(PartState.SENT))
        return None
    part = outbox.taken_part(connection, part_id)
    if part is None:
        return None
    decision = judge(outcome, part.tried)
    if decision.state is PartState.WAITING and not part.can_be_sent:
        decision = replace(decision, state=PartState.FAILED)
    elif decision.state is PartState.WAITING and people.is_blocking(connection, part.sender):
        decision = replace(decision, state=PartState.BLOCKED)
    outbox.settle_late(connection, part_id, decision)
    # Whoever wrote since then does not block us any more.
    if decision.state is PartState.BLOCKED and not people.was_seen_after(connection, part.sender, taken_at):
        people.block(connection, part.sender)
        outbox.close_blocked(connection, part.sender, decision.reason)
    return Returned(part.sender, part.tried, decision)


def _receipt(platform: str, key: str) -> Any:
    return select(RECEIPTS).where(RECEIPTS.c.platform == platform, RECEIPTS.c.message_key == key)


def _insert(
    connection: Connection,
    insert: Any,
    platform: str,
    key: str,
    part_id: int | None,
    verdict: Verdict,
    reason: str,
    now: float,
) -> None:
    values = {"platform": platform, "message_key": key, "part": part_id, "verdict": verdict.value}
    connection.execute(insert.values(**values, reason=reason, noted_at=now))


def _verdict(outcome: Outcome) -> Verdict:
    match outcome:
        case Delivered():
            return Verdict.ARRIVED
        case Blocked():
            return Verdict.BLOCKED
        case Rejected():
            return Verdict.REJECTED
        case RetryLater():
            return Verdict.LATER


def _outcome(verdict: Verdict, reason: str) -> Outcome:
    match verdict:
        case Verdict.BLOCKED:
            return Blocked(reason)
        case Verdict.REJECTED:
            return Rejected(reason)
        case Verdict.LATER:
            return RetryLater(reason)
    return Delivered()
