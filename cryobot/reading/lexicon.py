"""The words the reader knows: plain English, and the words that matter here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

# A rarer English word may be a slip of the keyboard for a word that matters ("blaster"), but for no other.
COMMON_FREQUENCY = 600_000
# Here, a word that matters is as frequent as "open" or "page" elsewhere.
FREQUENCY_OF_WHAT_MATTERS = 100_000_000
# Below this length, almost every word is one letter away from another.
SHORTEST_CORRECTED = 4


@lru_cache(maxsize=1)
def english_frequencies() -> Mapping[str, int]:
    """Give how often each English word occurs in a large collection of books and pages (82,765 words)."""
    source = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    return {word: int(count) for word, count in (line.split() for line in source.splitlines())}


@dataclass(frozen=True)
class Lexicon:
    """Words by their weight here (how often the training messages use them).

    `words` are the candidates for a correction; `matters` are those of the vocabulary of marks and danger, which
    win over other words at the same distance.
    """

    words: Mapping[str, int]
    matters: frozenset[str]
    _cache: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def is_known(self, word: str) -> bool:
        """Tell whether a lower-case word needs no correction."""
        return word in self.words or english_frequencies().get(word, 0) >= COMMON_FREQUENCY

    def is_word(self, word: str) -> bool:
        """Tell whether a lower-case word is English, however rare, or used here."""
        return word in self.words or word.partition("'")[0] in english_frequencies()

    def weight(self, word: str) -> tuple[bool, int]:
        """Give how likely a lower-case word is meant: whether it matters, then how frequent it is in English."""
        return word in self.matters, max(english_frequencies().get(word, 0), self.words.get(word, 0))

    def frequency(self, word: str) -> int:
        """Give how often a lower-case word is expected here, as `english_frequencies` counts; 0 if it is not known."""
        if len(word) == 1 and word not in "ai":
            return 0
        english = english_frequencies().get(word, 0)
        if word in self.matters:
            return max(english, FREQUENCY_OF_WHAT_MATTERS)
        if word in self.words:
            return max(english, COMMON_FREQUENCY)
        return english if english >= COMMON_FREQUENCY else 0

    def is_rare(self, word: str) -> bool:
        """Tell whether a lower-case word is English but so rare that it may be a slip for a word that matters."""
        return not self.is_known(word) and word in english_frequencies()

    def nearest(self, word: str, only_what_matters: bool = False) -> str | None:
        """Give the closest word of the lexicon to a lower-case word, or None when nothing is close enough.

        Distance is optimal string alignment: one insertion, deletion, substitution or swap of neighbours each.
        """
        if len(word) < SHORTEST_CORRECTED or len(word) > 24:
            return None
        if only_what_matters:
            near = [w for w in sorted(self.matters) if w[0] == word[0] and OSA.distance(word, w, score_cutoff=1) <= 1]
            return near[0] if near and len(word) > SHORTEST_CORRECTED else None
        allowed = 1 if len(word) <= 6 else 2
        found = process.extract(
            word, self._candidates(len(word), allowed), scorer=OSA.distance, score_cutoff=allowed, limit=None
        )
        if not found:
            return None
        return str(min(found, key=lambda hit: self._rank(word, hit[0], hit[1]))[0])

    def _rank(self, word: str, candidate: str, distance: float) -> tuple[float, bool, bool, int, str]:
        other_start = candidate[0] != word[0]
        # Fingers that swap two letters are commoner than fingers that miss a key.
        swapped = sorted(candidate) == sorted(word)
        return (
            distance + 0.5 * other_start - 0.5 * swapped,
            candidate not in self.matters,
            other_start,
            -self.words[candidate],
            candidate,
        )

    def _candidates(self, length: int, allowed: int) -> list[str]:
        return [w for n in range(length - allowed, length + allowed + 1) for w in self._by_length().get(n, ())]

    def _by_length(self) -> dict[int, list[str]]:
        return _group_by_length(tuple(self.words))


@lru_cache(maxsize=4)
def _group_by_length(words: tuple[str, ...]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = {}
    for word in words:
        if len(word) >= SHORTEST_CORRECTED:
            groups.setdefault(len(word), []).append(word)
    return groups


def build_lexicon(
    messages: Iterable[Iterable[str]], matters: Iterable[str], known: Iterable[str] = (), at_least: int = 2
) -> Lexicon:
    """Make the lexicon from tokenised training messages (lower-case words), the words that matter and known names.

    A word of the messages is a candidate when it is English, and is merely known (never "corrected" away) when it
    occurs `at_least` + 1 times although it is not: slang and abbreviations.
    """
    english = english_frequencies()
    counts: dict[str, int] = {}
    for words in messages:
        for word in set(words):
            counts[word] = counts.get(word, 0) + 1
    important = frozenset(matters)
    kept = {w: c for w, c in counts.items() if (c >= at_least and w in english) or c > at_least + 3}
    return Lexicon({**kept, **{w: counts.get(w, 0) + 1 for w in (*important, *known)}}, important)
