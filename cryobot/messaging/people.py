"""The persons who wrote, as rows. Every function works in the transaction of its caller."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection

from cryobot.messaging.outgoing import Button
from cryobot.messaging.schema import PEOPLE
from cryobot.records.plain_text import escape, unescape


def see(connection: Connection, insert: Any, platform: str, sender: str, person: str, now: float) -> None:
    """Note that a person did something, which also says that they do not block the assistant any more.

    `insert` is one of the database into this table.
    """
    seen = {"blocked": False, "seen_at": now}
    first = {"sender": sender, "platform": platform, "person": escape(person), "offered": "[]", **seen}
    connection.execute(insert.values(**first).on_conflict_do_update(index_elements=[PEOPLE.c.sender], set_=seen))


def person_of(connection: Connection, sender: str) -> str | None:
    """Give who a pseudonym is, or None if that is not known any more."""
    found = connection.execute(select(PEOPLE.c.person).where(PEOPLE.c.sender == sender)).scalar_one_or_none()
    return None if found is None else unescape(found)


def is_blocking(connection: Connection, sender: str) -> bool:
    """Tell whether a person blocked the assistant."""
    return bool(connection.execute(select(PEOPLE.c.blocked).where(PEOPLE.c.sender == sender)).scalar_one_or_none())


def was_seen_after(connection: Connection, sender: str, time: float) -> bool:
    """Tell whether a person did something after a time."""
    seen_at = connection.execute(select(PEOPLE.c.seen_at).where(PEOPLE.c.sender == sender)).scalar_one_or_none()
    return seen_at is not None and bool(seen_at > time)


def block(connection: Connection, sender: str) -> None:
    """Note that a person blocked the assistant."""
    connection.execute(update(PEOPLE).where(PEOPLE.c.sender == sender).values(blocked=True))


def offered(connection: Connection, sender: str) -> tuple[Button, ...]:
    """Give the buttons that the last reply offered by number."""
    found = connection.execute(select(PEOPLE.c.offered).where(PEOPLE.c.sender == sender)).scalar_one_or_none()
    return tuple(Button(**button) for button in json.loads(found or "[]"))


def offer(connection: Connection, sender: str, buttons: Sequence[Button]) -> None:
    """Keep the buttons that a reply offers by number, in the place of those before."""
    text = json.dumps([asdict(button) for button in buttons])
    connection.execute(update(PEOPLE).where(PEOPLE.c.sender == sender).values(offered=text))


def forget(connection: Connection, sender: str) -> int:
    """Delete a person and give the number deleted: 1, or 0 if there was none."""
    return int(connection.execute(delete(PEOPLE).where(PEOPLE.c.sender == sender)).rowcount)


def purge(connection: Connection, before: float) -> int:
    """Delete those who did nothing since a time and give their number."""
    return int(connection.execute(delete(PEOPLE).where(PEOPLE.c.seen_at < before)).rowcount)
