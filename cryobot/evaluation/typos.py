"""Misspells a text the way hurried fingers do, the same way each time for the same text and seed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

LETTERS_PER_TYPO = 12
SHORTEST_WITH_TYPO = 6
LETTERS_BETWEEN_TYPOS = 2

KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Kind(StrEnum):
    """What goes wrong at one letter."""

    NEIGHBOUR = "neighbour key instead"
    INSERTION = "neighbour key as well"
    TRANSPOSITION = "two letters swapped"
    OMISSION = "letter left out"
    DOUBLING = "letter typed twice"
    MISSING_SPACE = "space left out"


@dataclass(frozen=True)
class Typo:
    """One edit: the `length` characters from `position` on become `typed`."""

    kind: Kind
    position: int
    length: int
    typed: str


def _neighbours() -> dict[str, str]:
    near: dict[str, str] = {}
    for row, keys in enumerate(KEYBOARD):
        above = KEYBOARD[row - 1] if row else ""
        below = KEYBOARD[row + 1] if row + 1 < len(KEYBOARD) else ""
        for column, key in enumerate(keys):
            beside = keys[max(column - 1, 0) : column] + keys[column + 1 : column + 2]
            # Each row of a QWERTY keyboard sits about half a key to the right of the row above it.
            near[key] = beside + above[column : column + 2] + below[max(column - 1, 0) : column + 1]
    return near


NEIGHBOURS = _neighbours()


def with_typos(text: str, seed: int) -> str:
    """Give `text` with one typo in about every 12 letters, and at least one if it has 6 letters or more.

    Only letters, and spaces after a letter, are touched. The same text and seed always give the same result.
    """
    random = Random(f"{seed}:{text}")
    if not _count(text):
        return text
    # Two typos can undo each other ("aaaaaa": one letter left out, another typed twice).
    while (typed := apply(text, draw(text, random))) == text:
        pass
    return typed


def draw(text: str, random: Random) -> list[Typo]:
    """Choose the typos of one text, in the order of their places, none touching another."""
    letters = [position for position, character in enumerate(text) if character.isalpha()]
    count = _count(text)
    if not count:
        return []
    # Drawing from a shortened range and spreading the places again keeps all of them equally likely and apart.
    places = sorted(random.sample(range(len(letters) - (count - 1) * LETTERS_BETWEEN_TYPOS), count))
    spread = [letters[place + nth * LETTERS_BETWEEN_TYPOS] for nth, place in enumerate(places)]
    return [random.choice(_possible(text, position, random)) for position in spread]


def apply(text: str, typos: Sequence[Typo]) -> str:
    """Make the typos in `text`; they must not overlap."""
    for typo in sorted(typos, key=lambda t: t.position, reverse=True):
        text = text[: typo.position] + typo.typed + text[typo.position + typo.length :]
    return text


def _count(text: str) -> int:
    letters = sum(character.isalpha() for character in text)
    return max(1, round(letters / LETTERS_PER_TYPO)) if letters >= SHORTEST_WITH_TYPO else 0


def _possible(text: str, position: int, random: Random) -> list[Typo]:
    letter, following = text[position], text[position + 1 : position + 2]
    typos = [Typo(Kind.DOUBLING, position, 1, letter * 2)]
    if keys := NEIGHBOURS.get(letter.lower()):
        key = random.choice(keys)
        key = key.upper() if letter.isupper() else key
        typos.append(Typo(Kind.NEIGHBOUR, position, 1, key))
        typos.append(Typo(Kind.INSERTION, position, 1, letter + key))
    if following.isalpha() and following != letter:
        typos.append(Typo(Kind.TRANSPOSITION, position, 2, following + letter))
    # A word of one letter is not left out: that would be a missing word.
    if following.isalpha() or (position and text[position - 1].isalpha()):
        typos.append(Typo(Kind.OMISSION, position, 1, ""))
    if following == " " and text[position + 2 : position + 3].isalnum():
        typos.append(Typo(Kind.MISSING_SPACE, position, 2, letter))
    return typos
