"""What a person typed: a number or title of a list that was offered, or a question of any length."""

import re
from collections.abc import Sequence

from cryobot.channels.cleaning import clean
from cryobot.messaging.outgoing import Button

_NUMBER = re.compile(r"[\W_]*(\d{1,3})[\W_]*")
_GAP = " "


def chosen(text: str, offered: Sequence[Button]) -> str | None:
    """Give the payload of the offered button that the person means, if the text is nothing but its number or title."""
    cleaned = clean(text)
    number = _NUMBER.fullmatch(cleaned)
    if number and 1 <= int(number[1]) <= len(offered):
        return offered[int(number[1]) - 1].payload
    wanted = _plain(cleaned)
    return next((button.payload for button in offered if _plain(button.title) == wanted), None)


def shortened(text: str, most: int) -> str:
    """Give a text of at most `most` characters, also when it is cleaned: its start and its end if it is longer."""
    if len(text) <= most and len(clean(text)) <= most:
        return text
    cleaned = clean(text)
    if len(cleaned) <= most:
        return cleaned
    half = (most - len(_GAP)) // 2
    return cleaned[:half] + _GAP + cleaned[len(cleaned) - half :]


def _plain(title: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", title).split()).casefold()
