"""The events that came in, as rows. Every function works in the transaction of its caller."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection

from cryobot.messaging.schema import INBOX


class EventState(StrEnum):
    """What became of an event."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class ReceivedEvent:
    """An event to be kept.

    Attributes:
        key: the same for the same event.
        sender: pseudonym of the person.
        rank: order among the waiting events of the person.
        event: as text.
    """

    key: str
    sender: str
    rank: int
    event: str


@dataclass(frozen=True)
class WaitingEvent:
    """An event that is to be answered next; `attempts` counts how often that was begun before."""

    id: int
    sender: str
    event: str
    attempts: int


def add(connection: Connection, insert: Any, platform: str, received: ReceivedEvent, now: float) -> bool:
    """Write an event, and tell whether it is new; `insert` is one of the database into this table."""
    values = {
        "platform": platform,
        "event_key": received.key,
        "sender": received.sender,
        "rank": received.rank,
        "event": received.event,
        "state": EventState.WAITING.value,
        "attempts": 0,
        "received_at": now,
    }
    new = insert.values(**values).on_conflict_do_nothing(index_elements=[INBOX.c.platform, INBOX.c.event_key])
    return bool(connection.execute(new).rowcount)


def note(connection: Connection, insert: Any, platform: str, key: str, now: float) -> bool:
    """Keep the key alone of something that needs no answer, and tell whether it is new; `insert` is as for `add`."""
    values = {"platform": platform, "event_key": key, "rank": 0, "attempts": 0, "received_at": now}
    new = insert.values(**values, state=EventState.DONE.value)
    return bool(
        connection.execute(new.on_conflict_do_nothing(index_elements=[INBOX.c.platform, INBOX.c.event_key])).rowcount
    )


def waiting_senders(connection: Connection, platform: str) -> list[str]:
    """Give those with an event that waits, the longest waiting first."""
    rows = connection.execute(select(INBOX.c.sender).where(*_waits(platform)).order_by(INBOX.c.id)).scalars()
    return list(dict.fromkeys(rows))


def next_event(connection: Connection, platform: str, sender: str) -> WaitingEvent | None:
    """Give the event of a sender that is to be answered next."""
    query = select(INBOX).where(*_waits(platform), INBOX.c.sender == sender).order_by(INBOX.c.rank, INBOX.c.id).limit(1)
    row = connection.execute(query).first()
    return WaitingEvent(row.id, row.sender, row.event or "", row.attempts) if row else None


def count_attempt(connection: Connection, event_id: int, by: int) -> None:
    """Add to the number of attempts."""
    connection.execute(update(INBOX).where(INBOX.c.id == event_id).values(attempts=INBOX.c.attempts + by))


def finish(connection: Connection, event_id: int, state: EventState) -> bool:
    """End a waiting event and wipe what it says; False if it does not wait any more."""
    ended = {"state": state.value, "event": None}
    changed = connection.execute(
        update(INBOX).where(INBOX.c.id == event_id, INBOX.c.state == EventState.WAITING.value).values(**ended)
    )
    return bool(changed.rowcount)


def forget(connection: Connection, sender: str) -> int:
    """Wipe everything but the keys from the events of a sender, and give their number."""
    wiped = {"sender": None, "event": None, "state": EventState.DONE.value}
    return int(connection.execute(update(INBOX).where(INBOX.c.sender == sender).values(**wiped)).rowcount)


def purge(connection: Connection, before: float, keys_before: float) -> int:
    """Wipe the events from before a time but for their keys, delete those with keys from before another, and give the
    number of both."""
    wiped = {"sender": None, "event": None, "state": EventState.DONE.value}
    old = update(INBOX).where(INBOX.c.received_at < before, INBOX.c.sender.is_not(None)).values(**wiped)
    count = int(connection.execute(old).rowcount)
    oldest = min(before, keys_before)
    return count + int(connection.execute(delete(INBOX).where(INBOX.c.received_at < oldest)).rowcount)


def _waits(platform: str) -> tuple[Any, ...]:
    return INBOX.c.state == EventState.WAITING.value, INBOX.c.platform == platform
