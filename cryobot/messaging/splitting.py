"""Splits a text that is longer than a platform allows, at the best places for a reader."""

import re
import unicodedata

from cryobot.messaging.limits import length

# The best first: between paragraphs, lines, sentences, words.
_CUTS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…])[\"'”’)\]]*(?=\s)|(?<=[。！？])"),
    re.compile(r"\s"),
)
_JOINER = "\u200d"
_MOST_STEPS_BACK = 16


def split(text: str, most: int) -> list[str]:
    """Give the text in pieces of at most `most` UTF-16 units (2 or more), none of them blank.

    Nothing but white space at the cuts is lost. A text that fits stays as it is.
    """
    pieces = []
    while length(text) > most:
        cut = _cut(text, most)
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [piece for piece in (*pieces, text) if piece.strip()]


def _cut(text: str, most: int) -> int:
    """Give where the first piece ends."""
    fits = _fitting(text, most)
    # The character after the last that fits tells whether a sentence or a word ends there.
    near = text[: fits + 1]
    found = [[m.end() for m in pattern.finditer(near) if 0 < m.end() <= fits] for pattern in _CUTS]
    found[-1] += [m.start() for m in _CUTS[-1].finditer(near) if 0 < m.start() <= fits]
    last = [max(positions, default=0) for positions in found]
    # Two paragraphs share a piece rather than to leave a short one, but a sentence stays whole if it can.
    late = [cut for cut in last[:-1] if cut > fits // 2]
    return next(filter(None, (*late, *last)), None) or _within_a_word(text, fits)


def _fitting(text: str, most: int) -> int:
    """Give how many characters of the text are at most `most` units."""
    units = 0
    for position, character in enumerate(text):
        units += length(character)
        if units > most:
            return position
    return len(text)


def _within_a_word(text: str, fits: int) -> int:
    """Give a place to cut where there is no good one: not before an accent, nor inside an emoji of several parts."""
    for cut in range(fits, max(0, fits - _MOST_STEPS_BACK), -1):
        belongs = unicodedata.category(text[cut]).startswith("M") or _JOINER in (text[cut], text[cut - 1])
        if not belongs:
            return cut
    return fits
