"""Tells whether rows were added to a table, however many programs add them."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

# More than are ever being written at the same moment.
_LAST = 100


def growing(connection: Connection, numbers: Any) -> int:
    """Give a number that grows with every added row; deleting rows may make it smaller.

    Args:
        connection: in a transaction.
        numbers: the column of the numbers that the database gives its rows.
    """
    # The highest number alone would not do: PostgreSQL may commit a lower one after it.
    last = select(numbers.label("number")).order_by(numbers.desc()).limit(_LAST).subquery()
    return int(connection.execute(select(func.coalesce(func.sum(last.c.number), 0))).scalar_one())
