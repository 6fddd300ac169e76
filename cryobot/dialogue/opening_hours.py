"""When staff are at the desk: reads `Mon-Fri 09:00-18:00; Sat 10:00-14:00`."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from cryobot.errors import CryobotError

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ENTRY = re.compile(r"^(?P<first>[a-z]{3})(?:-(?P<last>[a-z]{3}))?\s+(?P<open>\d{1,2}:\d{2})-(?P<close>\d{1,2}:\d{2})$")


class OpeningHoursError(CryobotError):
    """The opening hours cannot be read."""

    def __init__(self, entry: str) -> None:
        super().__init__(
            f"CRYOBOT_OPENING_HOURS: '{entry}' cannot be read. Write it like 'Mon-Fri 09:00-18:00; Sat 10:00-14:00'."
        )


@dataclass(frozen=True)
class Opening:
    """Days of the week (0 is Monday) and the time from which and until which the desk is open."""

    days: frozenset[int]
    opens: time
    closes: time


def parse(text: str) -> tuple[Opening, ...]:
    """Read the opening hours; an empty text gives none.

    Raises:
        OpeningHoursError: an entry has another form; the message names it.
    """
    return tuple(_entry(part.strip()) for part in text.split(";") if part.strip())


def is_open(openings: tuple[Opening, ...], now: datetime) -> bool:
    """Tell whether the desk is open at a local time. Without any opening hours it is taken to be open."""
    return not openings or any(
        now.weekday() in opening.days and opening.opens <= now.time() < opening.closes for opening in openings
    )


def _entry(entry: str) -> Opening:
    match = _ENTRY.match(entry.lower())
    try:
        if match is None:
            raise ValueError(entry)
        first = _DAYS.index(match["first"])
        last = _DAYS.index(match["last"] or match["first"])
        count = (last - first) % 7 + 1
        opens, closes = time.fromisoformat(match["open"].zfill(5)), time.fromisoformat(match["close"].zfill(5))
        if closes <= opens:
            raise ValueError(entry)
    except ValueError:
        raise OpeningHoursError(entry) from None
    return Opening(frozenset((first + offset) % 7 for offset in range(count)), opens, closes)
