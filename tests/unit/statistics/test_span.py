from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from cryobot.statistics.span import Span, SpanError, asked_span

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ({}, "2026-10-25", "2026-11-23"),
        ({"days": "7"}, "2026-11-17", "2026-11-23"),
        ({"days": "90"}, "2026-08-26", "2026-11-23"),
        ({"days": "8"}, "2026-10-25", "2026-11-23"),
        ({"days": "٧"}, "2026-10-25", "2026-11-23"),
        ({"from": "2026-11-01", "to": "2026-11-01"}, "2026-11-01", "2026-11-01"),
        ({"from": "2026-11-01", "to": "2027-11-01"}, "2026-11-01", "2026-11-23"),
        ({"from": "2026-11-20"}, "2026-11-20", "2026-11-23"),
        ({"to": "2026-11-20"}, "2026-10-22", "2026-11-20"),
        ({"from": "2025-11-23", "to": "2026-11-23"}, "2025-11-23", "2026-11-23"),
    ],
)
def test_what_addresses_ask_for(query: dict[str, str], first: str, last: str) -> None:
    assert asked_span(query, TODAY) == Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "query",
    [
        {"from": "2026-11-02", "to": "2026-11-01"},
        {"from": "2025-11-22", "to": "2026-11-23"},
        {"from": "yesterday", "to": "2026-11-01"},
        {"from": "2026-02-30"},
        {"to": "0001-01-01"},
        {"from": "2027-01-01", "to": "2027-01-02"},
        {"from": "1999-12-31", "to": "2000-01-02"},
        {"from": "\0", "to": "\ud800"},
    ],
)
def test_what_is_no_span(query: dict[str, str]) -> None:
    with pytest.raises(SpanError):
        asked_span(query, TODAY)


def test_days_begin_at_midnight_in_the_zone() -> None:
    span = Span(date(2026, 3, 29), date(2026, 3, 29))

    assert span.moments(ZoneInfo("Europe/Madrid")) == (
        datetime(2026, 3, 28, 23, tzinfo=UTC),
        datetime(2026, 3, 29, 22, tzinfo=UTC),
    )
    assert span.days == [date(2026, 3, 29)]
