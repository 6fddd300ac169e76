"""The messages that go out, as rows. Every function works in the transaction of its caller."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from cryobot.guidance.answer import Escalation
from cryobot.messaging.retries import Decision, PartState, Tried
from cryobot.messaging.schema import OUTBOX


@dataclass(frozen=True)
class Part:
    """A message to be kept: the request as text, and of which reply it is."""

    request: str
    guidance_id: str
    escalation: Escalation


@dataclass(frozen=True)
class WaitingPart:
    """A message that is to be sent next; `attempts` counts how often it was tried, `next_at` is when it is due."""

    id: int
    sender: str
    request: str
    escalation: Escalation
    attempts: int
    next_at: float
    written_at: float


@dataclass(frozen=True)
class TakenPart:
    """A message that a platform took; `can_be_sent` is whether its request is still kept."""

    id: int
    sender: str
    tried: Tried
    can_be_sent: bool


@dataclass(frozen=True)
class Undelivered:
    """How many messages were not delivered for one reason, or still wait after a failure."""

    platform: str
    state: PartState
    reason: str
    escalation: Escalation
    count: int


def add(
    connection: Connection, platform: str, sender: str, parts: Iterable[Part], blocked: bool, now: float
) -> list[int]:
    """Write messages, which go out in this order, and give their ids.

    To somebody who blocked the assistant, they are not sent.
    """
    ids = []
    for part in parts:
        written = connection.execute(
            insert(OUTBOX).values(
                platform=platform,
                sender=sender,
                request=None if blocked else part.request,
                guidance_id=part.guidance_id,
                escalation=part.escalation.value,
                state=(PartState.BLOCKED if blocked else PartState.WAITING).value,
                holds=True,
                attempts=0,
                next_at=now,
                reason="blocked before" if blocked else "",
                written_at=now,
            )
        )
        ids.append(int(written.inserted_primary_key[0]))
    return ids


def waiting_senders(connection: Connection, platform: str) -> list[str]:
    """Give those with a message that waits, the longest waiting first."""
    rows = connection.execute(select(OUTBOX.c.sender).where(*_waits(platform)).order_by(OUTBOX.c.id)).scalars()
    return list(dict.fromkeys(rows))


def next_part(connection: Connection, platform: str, sender: str) -> WaitingPart | None:
    """Give the message of a sender that is due first: the first that holds up others, or one that does not."""
    waiting = select(OUTBOX).where(*_waits(platform), OUTBOX.c.sender == sender)
    head = waiting.where(OUTBOX.c.holds.is_(True)).order_by(OUTBOX.c.id).limit(1)
    aside = waiting.where(OUTBOX.c.holds.is_(False)).order_by(OUTBOX.c.next_at, OUTBOX.c.id).limit(1)
    found = [row for query in (head, aside) if (row := connection.execute(query).first())]
    return min(map(_part, found), key=lambda part: part.next_at, default=None)


def settle(connection: Connection, part_id: int, decision: Decision, keep: bool = False) -> bool:
    """Write what became of a message that was tried; False, and nothing written, if it does not wait any more.

    Its request is wiped if it is not tried again, unless it is to be kept.
    """
    values: dict[str, Any] = {
        "state": decision.state.value,
        "next_at": decision.next_at,
        "holds": decision.holds,
        "reason": decision.reason,
        "attempts": OUTBOX.c.attempts + 1,
    }
    if decision.state is not PartState.WAITING and not keep:
        values["request"] = None
    waiting = (OUTBOX.c.id == part_id, OUTBOX.c.state == PartState.WAITING.value)
    return bool(connection.execute(update(OUTBOX).where(*waiting).values(**values)).rowcount)


def taken_part(connection: Connection, part_id: int) -> TakenPart | None:
    """Give a message that a platform took and that is not tried again at present."""
    taken = (OUTBOX.c.id == part_id, OUTBOX.c.state == PartState.SENT.value)
    row = connection.execute(select(OUTBOX).where(*taken)).first()
    if row is None:
        return None
    tried = Tried(Escalation(row.escalation), row.attempts, row.written_at)
    return TakenPart(row.id, row.sender, tried, row.request is not None)


def settle_late(connection: Connection, part_id: int, decision: Decision) -> None:
    """Write what a platform reported of a message, and wipe its request if it is not tried again."""
    values: dict[str, Any] = {
        "state": decision.state.value,
        "next_at": decision.next_at,
        "holds": decision.holds,
        "reason": decision.reason,
    }
    if decision.state is not PartState.WAITING:
        values["request"] = None
    connection.execute(update(OUTBOX).where(OUTBOX.c.id == part_id).values(**values))


def wipe_taken(connection: Connection, before: float) -> int:
    """Wipe the requests of messages from before a time that platforms took, and give their number."""
    old = (OUTBOX.c.written_at < before, OUTBOX.c.state == PartState.SENT.value, OUTBOX.c.request.is_not(None))
    return int(connection.execute(update(OUTBOX).where(*old).values(request=None)).rowcount)


def close_blocked(connection: Connection, sender: str, reason: str) -> None:
    """End all messages to somebody who blocked the assistant."""
    ended = {"state": PartState.BLOCKED.value, "reason": reason, "request": None}
    waiting = (OUTBOX.c.sender == sender, OUTBOX.c.state == PartState.WAITING.value)
    connection.execute(update(OUTBOX).where(*waiting).values(**ended))


def undelivered(connection: Connection) -> list[Undelivered]:
    """Count the messages that were not delivered, or that failed and are tried again."""
    columns = (OUTBOX.c.platform, OUTBOX.c.state, OUTBOX.c.reason, OUTBOX.c.escalation)
    counted = select(*columns, func.count().label("count")).where(OUTBOX.c.reason != "")
    rows = connection.execute(
        counted.where(OUTBOX.c.state != PartState.SENT.value).group_by(*columns).order_by(*columns)
    )
    return [
        Undelivered(row.platform, PartState(row.state), row.reason, Escalation(row.escalation), row.count)
        for row in rows
    ]


def count_waiting(connection: Connection, platform: str) -> int:
    """Give the number of messages of a platform that wait."""
    return int(connection.execute(select(func.count()).select_from(OUTBOX).where(*_waits(platform))).scalar_one())


def forget(connection: Connection, sender: str) -> int:
    """Delete the messages to a sender and give their number."""
    return int(connection.execute(delete(OUTBOX).where(OUTBOX.c.sender == sender)).rowcount)


def purge(connection: Connection, before: float) -> int:
    """Delete the messages from before a time and give their number."""
    return int(connection.execute(delete(OUTBOX).where(OUTBOX.c.written_at < before)).rowcount)


def _waits(platform: str) -> tuple[Any, ...]:
    return OUTBOX.c.state == PartState.WAITING.value, OUTBOX.c.platform == platform


def _part(row: Any) -> WaitingPart:
    return WaitingPart(
        row.id, row.sender, row.request, Escalation(row.escalation), row.attempts, row.next_at, row.written_at
    )
