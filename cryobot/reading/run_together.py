"""Parts words that were typed without spaces: "isthistreatmentsafe"."""

from collections.abc import Callable
from functools import lru_cache
from math import inf, log

SHORTEST, LONGEST = 12, 400
LONGEST_PIECE = 20
# Names of drugs and diseases fall into words as well, but into few of which hardly any is as common as "my" and "have".
FEWEST, FEWEST_COMMON, COMMON_SHARE = 4, 2, 5e-4
# Above this, in nats a letter, it is no English.
MOST_SURPRISE = 3.0
# A misspelled word costs about this much, in nats, so that the words beside it are not swallowed.
UNKNOWN, UNKNOWN_LETTER = 11.0, 3.2
# Words in the collection that frequencies are counted in; see `english_frequencies`.
ALL_WORDS = 541_808_760_578

Frequency = Callable[[str], int]


def pieces_of(word: str, frequency: Frequency) -> list[str] | None:
    """Give the likeliest words of a lower-case run of letters, or None if it does not read as English.

    Args:
        word: letters only.
        frequency: how often a word occurs among `ALL_WORDS`; 0 for one that is not known.
    """
    if not SHORTEST <= len(word) <= LONGEST:
        return None
    surprise, pieces = _likeliest(word, frequency)
    common = sum(frequency(piece) >= COMMON_SHARE * ALL_WORDS for piece in pieces)
    is_sentence = len(pieces) >= FEWEST and common >= FEWEST_COMMON
    return pieces if is_sentence and surprise <= MOST_SURPRISE * len(word) else None


def _likeliest(word: str, frequency: Frequency) -> tuple[float, list[str]]:
    cost = lru_cache(maxsize=None)(lambda piece: _cost(piece, frequency(piece)))
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(word) + 1):
        starts = range(max(0, end - LONGEST_PIECE), end)
        best.append(min(((best[start][0] + cost(word[start:end]), start) for start in starts), default=(inf, 0)))
    pieces: list[str] = []
    end = len(word)
    while end:
        start = best[end][1]
        pieces.append(word[start:end])
        end = start
    return best[-1][0], pieces[::-1]


def _cost(piece: str, frequency: int) -> float:
    return log(ALL_WORDS / frequency) if frequency else UNKNOWN + UNKNOWN_LETTER * len(piece)
