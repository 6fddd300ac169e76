"""What is said about a hand-over is what really happened to it."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Any

import pytest
from rasa_sdk import Tracker
from said import Said

from cryobot.records.record import RecordKind, ShownText
from cryobot.records.store import RecordStore

Create = Callable[..., Tracker]
Run = Callable[[str, Tracker], Said]

HOURS = "Mon-Fri 09:00-18:00"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the clock, in UTC."""

    def set_clock(time: str) -> None:
        import actions.turn

        class Clock(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
                return datetime.fromisoformat(f"{time}+00:00").astimezone(tz)

        monkeypatch.setattr(actions.turn, "datetime", Clock)

    return set_clock


@pytest.mark.parametrize(
    ("hours", "zone", "time", "variant"),
    [
        ("", "UTC", "2026-11-22T03:00", "default"),
        (HOURS, "UTC", "2026-11-20T12:00", "default"),
        (HOURS, "UTC", "2026-11-20T20:00", "out-of-hours"),
        (HOURS, "UTC", "2026-11-22T12:00", "out-of-hours"),
        (HOURS, "Europe/Madrid", "2026-11-20T08:30", "default"),
        (HOURS, "Europe/Madrid", "2026-11-20T17:30", "out-of-hours"),
        (HOURS, "Asia/Tokyo", "2026-11-20T23:30", "out-of-hours"),
        (HOURS, "Europe/Madrid", "2026-07-17T07:30", "default"),
    ],
)
def test_says_whether_anybody_is_there(
    create_tracker: Create,
    run: Run,
    set_up: Any,
    at: Callable[[str], None],
    assert_says: Callable[..., None],
    hours: str,
    zone: str,
    time: str,
    variant: str,
) -> None:
    set_up(opening_hours=hours, time_zone=zone)
    at(time)
    assert_says(run("action_hand_over", create_tracker("talk-to-staff")), ("talk-to-staff", variant))


def test_the_request_is_recorded_with_what_was_said(
    create_tracker: Create, run: Run, set_up: Any, at: Callable[[str], None], records: RecordStore, library: Any
) -> None:
    set_up(opening_hours=HOURS)
    at("2026-11-22T12:00")
    run("action_hand_over", create_tracker("talk-to-staff"))

    (record,) = records.list()
    assert record.kind is RecordKind.HAND_OVER
    assert record.shown == (ShownText("talk-to-staff", library.text("talk-to-staff", "out-of-hours").version),)
