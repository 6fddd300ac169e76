"""What is said about a hand-over is what really happened to it."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Any

import pytest
from rasa_sdk import Tracker
from said import Said

from cryobot.cases.store import CaseStore
from cryobot.errors import StoreError
from cryobot.records.installed import installed_cases
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
        ("", "UTC", "2026-11-22T03:00", "first"),
        (HOURS, "UTC", "2026-11-20T12:00", "first"),
        (HOURS, "UTC", "2026-11-20T20:00", "out-of-hours"),
        (HOURS, "UTC", "2026-11-22T12:00", "out-of-hours"),
        (HOURS, "Europe/Madrid", "2026-11-20T08:30", "first"),
        (HOURS, "Europe/Madrid", "2026-11-20T17:30", "out-of-hours"),
        (HOURS, "Asia/Tokyo", "2026-11-20T23:30", "out-of-hours"),
        (HOURS, "Europe/Madrid", "2026-07-17T07:30", "first"),
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


def ask_for_staff(run: Run, create_tracker: Create, sender: str) -> Said:
    return run("action_hand_over", create_tracker("talk-to-staff", sender=sender, channel="web"))


def test_says_how_many_wait_before(
    create_tracker: Create, run: Run, records: RecordStore, assert_says: Callable[..., None], library: Any
) -> None:
    variants = ["first", "one-before", "two-before", "many-before", "many-before"]
    for number, variant in enumerate(variants):
        assert_says(ask_for_staff(run, create_tracker, f"visitor {number}"), ("talk-to-staff", variant))

    shown = [record.shown[0].version for record in records.list()]
    assert shown == [library.text("talk-to-staff", variant).version for variant in variants]
    assert installed_cases().people_before("visitor 4") == 4, "what was said is what staff see"


def test_who_only_has_a_mark_does_not_wait_before_anybody(
    create_tracker: Create, run: Run, assert_says: Callable[..., None]
) -> None:
    run("action_escalate", create_tracker("skin-marks", sender="berta", channel="web"))
    assert_says(ask_for_staff(run, create_tracker, "anna"), ("talk-to-staff", "first"))
    assert_says(ask_for_staff(run, create_tracker, "berta"), ("talk-to-staff", "one-before"))


def test_who_asks_again_keeps_the_place(create_tracker: Create, run: Run, assert_says: Callable[..., None]) -> None:
    for sender in ("anna", "berta", "carla"):
        ask_for_staff(run, create_tracker, sender)
    assert_says(ask_for_staff(run, create_tracker, "berta"), ("talk-to-staff", "one-before"))

    waiting = {case.sender_id: case.id for case in installed_cases().queue()}
    installed_cases().take(waiting["anna"], "maria")
    assert_says(ask_for_staff(run, create_tracker, "berta"), ("talk-to-staff", "first"))
    assert_says(ask_for_staff(run, create_tracker, "carla"), ("talk-to-staff", "one-before"))


def test_says_no_number_that_is_not_known(
    create_tracker: Create,
    run: Run,
    records: RecordStore,
    assert_says: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> int:
        raise StoreError("it is locked")

    monkeypatch.setattr(CaseStore, "people_before", fail)
    assert_says(ask_for_staff(run, create_tracker, "anna"), ("talk-to-staff", "default"))
    assert len(records.list()) == 1, "the request is queued all the same"
