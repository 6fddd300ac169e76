"""A span of calendar days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

#: What the page offers, in days.
CHOICES = (7, 30, 90)
USUAL = 30
MOST_DAYS = 366
OLDEST = date(2000, 1, 1)


class SpanError(ValueError):
    """The dates that were asked for are no span, or too long a one."""


@dataclass(frozen=True)
class Span:
    """All days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def until(cls, last: date, days: int) -> "Span":
        """Give the span of so many days that ends with `last`."""
        return cls(last - timedelta(days=days - 1), last)

    @property
    def days(self) -> list[date]:
        """All days, oldest first."""
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]

    def moments(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """Give when it starts and when the day after it starts, in UTC."""
        starts = (self.first, self.last + timedelta(days=1))
        first, after = (datetime.combine(day, time.min, zone).astimezone(UTC) for day in starts)
        return first, after


def asked_span(query: Mapping[str, str], today: date) -> Span:
    """Read the span that an address asks for: `from` and `to`, or `days`; without them the usual one.

    Raises:
        SpanError: the dates are none, or in the wrong order, or more than MOST_DAYS lie between them.
    """
    first, last = query.get("from", ""), query.get("to", "")
    if not first and not last:
        days = query.get("days", "")
        return Span.until(today, int(days) if days in map(str, CHOICES) else USUAL)
    try:
        ends = date.fromisoformat(last) if last else today
        starts = date.fromisoformat(first) if first else ends - timedelta(days=USUAL - 1)
    except (ValueError, OverflowError):
        raise SpanError from None
    ends = min(ends, today)
    if starts > ends or (ends - starts).days >= MOST_DAYS or starts < OLDEST:
        raise SpanError
    return Span(starts, ends)
