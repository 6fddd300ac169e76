"""Counts what happens, by day, when it happens."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, tzinfo
from enum import StrEnum

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from cryobot.records.tables import COUNTS

_INSERTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_CHANNEL_CHARACTERS = 40


class Measure(StrEnum):
    """What is counted; the topic is empty where it does not say otherwise."""

    MESSAGE = "message"
    CONVERSATION = "conversation"  # the first message of a sender on a day
    ANSWER = "answer"  # topic: id of the answer that was shown
    ESCALATION = "escalation"  # topic: whom a reply sent the person to, the most urgent of its texts
    HAND_OVER = "hand-over"
    ABSTENTION = "abstention"  # topic: id of the answer that says so
    FEEDBACK = "feedback"  # topic: helpful, not-helpful or complaint


#: What is counted, with its topic.
Counted = tuple[Measure, str]


def count(connection: Connection, at: datetime, zone: tzinfo, channel: str, counted: Iterable[Counted]) -> None:
    """Count once each.

    Args:
        connection: in the transaction of what is counted.
        at: when it happened, with a time zone.
        zone: of the calendar.
        channel: over which it happened.
        counted: what happened; may hold the same several times.
    """
    day = at.astimezone(zone).date().isoformat()
    # In one order everywhere, so that two transactions never wait for each other.
    rows = [
        {
            "day": day,
            "channel": channel[:_CHANNEL_CHARACTERS],
            "measure": measure.value,
            "topic": topic,
            "number": number,
        }
        for (measure, topic), number in sorted(Counter(counted).items())
    ]
    if rows:
        new = _INSERTS[connection.dialect.name](COUNTS).values(rows)
        added = {"number": COUNTS.c.number + new.excluded.number}
        connection.execute(new.on_conflict_do_update(index_elements=list(COUNTS.primary_key.columns), set_=added))
