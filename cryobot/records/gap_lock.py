"""Lets one transaction at a time, of all processes, change which group a question belongs to."""

from sqlalchemy import text, update
from sqlalchemy.engine import Connection

from cryobot.records.tables import GAPS

# Any number that nothing else in the database uses.
_NUMBER = 7_415_001


def hold_gaps(connection: Connection) -> None:
    """Wait until no other transaction has this lock, and keep it until this one ends. Call it before reading."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _NUMBER})
    else:
        # SQLite has one writer at a time, from the first statement that might write.
        connection.execute(update(GAPS).where(GAPS.c.id == -1).values(size=0))
