"""Which messages hold what staff wrote, as rows, until staff know that one was not delivered.

Every function works in the transaction of its caller.
"""

from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from cryobot.messaging.retries import PartState
from cryobot.messaging.schema import OUTBOX, STAFF_WORDS

_LOST = (PartState.FAILED.value, PartState.BLOCKED.value)


def note(connection: Connection, parts: Iterable[int], desk_message: int) -> None:
    """Note the ids of the messages in which something of staff goes out; `desk_message` is its number in the desk."""
    for part in parts:
        connection.execute(insert(STAFF_WORDS).values(part=part, desk_message=desk_message))


def lost(connection: Connection, platform: str) -> list[int]:
    """Give the numbers of what staff wrote that was not delivered, as long as they have not been told."""
    parts = select(STAFF_WORDS.c.desk_message).join(OUTBOX, OUTBOX.c.id == STAFF_WORDS.c.part)
    of_platform = parts.where(OUTBOX.c.platform == platform, OUTBOX.c.state.in_(_LOST)).order_by(OUTBOX.c.id)
    return list(dict.fromkeys(connection.execute(of_platform).scalars()))


def told(connection: Connection, platform: str, desk_message: int) -> None:
    """Note that staff have been told of it."""
    of_platform = select(OUTBOX.c.id).where(OUTBOX.c.platform == platform)
    of_it = (STAFF_WORDS.c.desk_message == desk_message, STAFF_WORDS.c.part.in_(of_platform))
    connection.execute(delete(STAFF_WORDS).where(*of_it))


def clear(connection: Connection) -> None:
    """Delete what is noted of messages that are not there any more."""
    connection.execute(delete(STAFF_WORDS).where(STAFF_WORDS.c.part.not_in(select(OUTBOX.c.id))))
