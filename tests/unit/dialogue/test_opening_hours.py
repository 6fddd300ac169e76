from datetime import datetime

import pytest

from cryobot.dialogue.opening_hours import OpeningHoursError, is_open, parse

# 2026-11-16 is a Monday.
HOURS = "Mon-Fri 09:00-18:00; Sat 10:00-14:00"


@pytest.mark.parametrize(
    ("text", "day", "time", "opened"),
    [
        (HOURS, 16, "09:00", True),
        (HOURS, 16, "08:59", False),
        (HOURS, 16, "17:59", True),
        (HOURS, 16, "18:00", False),
        (HOURS, 20, "12:00", True),
        (HOURS, 21, "12:00", True),
        (HOURS, 21, "14:30", False),
        (HOURS, 22, "12:00", False),
        ("fri-mon 9:00-17:00", 16, "10:00", True),
        ("fri-mon 9:00-17:00", 17, "10:00", False),
        ("fri-mon 9:00-17:00", 22, "10:00", True),
        ("SUN 00:00-23:59", 22, "23:58", True),
        ("mon 08:00-12:00; mon 14:00-18:00", 16, "13:00", False),
        ("mon 08:00-12:00; mon 14:00-18:00", 16, "15:00", True),
        ("mon-mon 08:00-12:00", 17, "09:00", False),
    ],
)
def test_tells_whether_the_desk_is_open(text: str, day: int, time: str, opened: bool) -> None:
    assert is_open(parse(text), datetime.fromisoformat(f"2026-11-{day}T{time}")) is opened


@pytest.mark.parametrize("text", ["", "  ", ";", " ; "])
def test_without_hours_the_desk_is_taken_to_be_open(text: str) -> None:
    assert parse(text) == ()
    assert is_open(parse(text), datetime(2026, 11, 22, 3))


@pytest.mark.parametrize(
    "text",
    [
        "always",
        "Mon-Fri",
        "09:00-18:00",
        "Monday 09:00-18:00",
        "Mon 9-18",
        "Mon 09:00 - 18:00",
        "Mon 25:00-26:00",
        "Mon 09:60-10:00",
        "Mon 18:00-09:00",
        "Mon 09:00-09:00",
        "Xyz 09:00-18:00",
        "Mon,Tue 09:00-18:00",
        "Mon 09:00-24:00",
    ],
)
def test_names_the_entry_that_cannot_be_read(text: str) -> None:
    with pytest.raises(OpeningHoursError, match="CRYOBOT_OPENING_HOURS") as raised:
        parse(f"Sun 10:00-11:00; {text}")
    assert f"'{text}'" in str(raised.value)
