"""Undoes play with letters: spaced-out words, stretched words, digits that stand for letters."""

import re
from collections.abc import Callable

_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_]([ .\-_*]{1,2})(?:[^\W\d_]\1){2,}[^\W\d_])(?![^\W_])")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_DIGITS = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "|": "l"}
)


def join_spaced_out(text: str) -> str:
    """Join words written letter by letter: `b l i s t e r`, `b.u.r.n`, `s-c-a-r` (four letters or more)."""
    return _SPACED.sub(lambda match: re.sub(r"[\W_]", "", match[0]), text)


def shorten_stretched(word: str, weight: Callable[[str], tuple[bool, int]]) -> str:
    """Shorten letters repeated three times or more to one or two, whichever weighs more: `burrrn` -> `burn`."""
    if not _STRETCHED.search(word):
        return word
    return max(
        _STRETCHED.sub(r"\1", word), _STRETCHED.sub(r"\1\1", word), key=lambda spelling: weight(spelling.lower())
    )


def letters_for_digits(word: str) -> str:
    """Read digits and signs inside a word as the letters they look like: `bl1ster` -> `blister`."""
    return word.translate(_DIGITS)
