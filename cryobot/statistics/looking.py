"""How long it took until a person looked at a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from math import ceil
from statistics import median
from typing import Any

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from cryobot.records.plain_text import escape
from cryobot.records.schema import stored_time
from cryobot.records.tables import CASES
from cryobot.statistics.span import Span

NINE_IN_TEN = 0.9
MINUTE = 60.0
DAY_SECONDS = 86_400.0
#: The start of 1970, as SQLite counts days.
JULIAN_1970 = 2_440_587.5


@dataclass(frozen=True)
class Looking:
    """The cases that were opened on one day.

    Attributes:
        opened: how many there were.
        looked_at: at how many of them a person has looked.
        median: in how many minutes a person had looked at half of these; None if at none.
        slow: in how many minutes a person had looked at nine in ten of these.
    """

    opened: int = 0
    looked_at: int = 0
    median: float | None = None
    slow: float | None = None


def read_looking(connection: Connection, span: Span, zone: tzinfo, channel: str = "") -> dict[date, Looking]:
    """Read the days of a span on which a case was opened; of one channel or of all."""
    first, after = (stored_time(moment) for moment in span.moments(zone))
    opened_at, seen_at = (_seconds(connection, column) for column in (CASES.c.opened_at, CASES.c.seen_at))
    query = select(opened_at, seen_at).where((CASES.c.opened_at >= first) & (CASES.c.opened_at < after))
    if channel:
        query = query.where(CASES.c.channel == escape(channel))
    # Tens of thousands of times are told apart as numbers, which is many times quicker than as dates.
    times = np.array([tuple(row) for row in connection.execute(query)], dtype=np.float64).reshape(-1, 2)
    days = span.days
    starts = np.array([datetime.combine(day, time.min, zone).timestamp() for day in days])
    # A moment at midnight may be stored a few microseconds before it.
    places = np.searchsorted(starts, times[:, 0] + 1e-3, side="right") - 1
    minutes = np.maximum(0.0, times[:, 1] - times[:, 0]) / MINUTE
    order = np.argsort(places, kind="stable")
    found, first_of_each = np.unique(places[order], return_index=True)
    groups = np.split(minutes[order], first_of_each[1:])
    return {days[place]: _looking(group) for place, group in zip(found, groups, strict=False)}


def of_day(opened: int, minutes: Sequence[float]) -> Looking:
    """Give the figures of one day from how long each look took, in minutes."""
    if not minutes:
        return Looking(opened)
    ordered = sorted(minutes)
    return Looking(opened, len(ordered), median(ordered), ordered[ceil(len(ordered) * NINE_IN_TEN) - 1])


def _looking(minutes: Any) -> Looking:
    return of_day(len(minutes), minutes[~np.isnan(minutes)].tolist())


def _seconds(connection: Connection, column: Any) -> Any:
    """Give a time as seconds since 1970, worked out by the database."""
    if connection.dialect.name == "postgresql":
        return func.date_part("epoch", column)
    return (func.julianday(column) - JULIAN_1970) * DAY_SECONDS
