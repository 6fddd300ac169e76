"""The words of a search: how they are cut, and which other words stand for the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from math import log

from rapidfuzz import fuzz, process

# The length from which a word is long enough to be misspelled or cut short and still be known.
LONG = 4
# A word that is there fewer times than this may be a misspelling that somebody else made too.
FEW = 12
# How like a word must be to be taken for it, in percent, and how far behind the best like word.
ALIKE = 78
BEHIND = 5
# How much of a cut-off word must be found in a longer one, and what such a find counts.
PART = 0.8
PART_COUNTS = 0.8

_TYPOGRAPHY = {"’": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": ".", "\u00a0": " "}
_DROPPED = b"'`"
_SIGNS = bytes(32 if chr(code) in '.,;:!?()[]{}"-/\\&+*%#@=<>|~^_$' else code for code in range(256))
_ENDINGS = ("ing", "ed", "ly")
_TAKES_ES = ("sses", "shes", "ches", "xes", "zes")
# `scar` in `scared`, `car` in `caring`: so short a root lost an e, or its last letter would be doubled.
_LOST_E = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def words(text: str) -> list[str]:
    """Cut a text into lower-case words without punctuation."""
    return _plain(text).split()


def lines(texts: Iterable[str]) -> list[list[str]]:
    """Cut each text into words, as `words` does, but many at once, which is quicker."""
    one_a_line = "\n".join(" ".join(text.split("\n")) for text in texts)
    return [line.split() for line in _plain(one_a_line).split("\n")] if one_a_line else []


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Give a word without its English ending: `blistering` -> `blister`, `scarred` -> `scar`, `scared` -> `scare`."""
    if len(word) < LONG or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(_TAKES_ES):
        word = word[:-2]
    elif word.endswith("s"):
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LONG - 1:
            word = _root(word.removesuffix(ending), ending)
            break
    return word[:-1] if word.endswith("e") and len(word) > LONG + 1 else word


@lru_cache(maxsize=50_000)
def trigrams(word: str) -> frozenset[str]:
    """Give every three letters that stand together in a word."""
    return frozenset(word[i : i + 3] for i in range(len(word) - 2))


class SearchWords:
    """All words that can be found, with the number of times each is there."""

    def __init__(self, times: Mapping[str, int]) -> None:
        self._times = times

    def split(self, search: str) -> list[str]:
        """Cut a search into words; what is not known and made of two known words becomes those (`homekit`)."""
        return list(dict.fromkeys(part for word in words(search) for part in self._parts(word)))

    def reading(self, search: str) -> str:
        """Give the search with each word that is misspelled or cut short written as the known one it most likely is."""
        return " ".join(map(self._most_likely, self.split(search)))

    def meant_by(self, word: str) -> dict[str, float]:
        """Give the known words that a typed word may stand for, and how much each counts (up to 1)."""
        found = dict.fromkeys(self._same(word), 1.0)
        known = sum(self._times[same] for same in found)
        if len(word) >= LONG and known < FEW:
            for other, counts in self._alike(word, known):
                for same in self._same(other):
                    found[same] = max(found.get(same, 0.0), counts)
        return found

    def _alike(self, word: str, known: int) -> Iterable[tuple[str, float]]:
        more_common = [other for other, count in self._times.items() if count > known]
        hits = process.extract(word, more_common, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        best = hits[0][1] if hits else 0.0
        yield from ((other, (score / 100) ** 2) for other, score, _ in hits if score >= best - BEHIND)
        letters = trigrams(word)
        for other in more_common:
            if len(other) > len(word) and len(letters & trigrams(other)) >= PART * len(letters):
                yield other, PART_COUNTS

    def _most_likely(self, word: str) -> str:
        meant = self.meant_by(word)
        if not meant or self._times.get(word, 0) >= FEW:
            return word
        # Others have misspelled words, too: a common word is more likely meant than a rare one that is as near.
        return max(meant, key=lambda other: meant[other] ** 2 * log(1 + self._times[other]))

    def _parts(self, word: str) -> tuple[str, ...]:
        if word not in self._times:
            for cut in range(3, len(word) - 2):
                parts = word[:cut], word[cut:]
                if all(self._times.get(part, 0) >= FEW for part in parts):
                    return parts
        return (word,)

    def _same(self, word: str) -> list[str]:
        same = stem(word)
        return [other for other in self._by_start.get(word[: LONG - 1], ()) if stem(other) == same]

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        starts: dict[str, list[str]] = defaultdict(list)
        for word in self._times:
            starts[word[: LONG - 1]].append(word)
        return starts


def _root(word: str, ending: str) -> str:
    if ending == "ly":
        return word
    if word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    return word + "e" if len(word) <= LONG and _LOST_E.fullmatch(word) else word


def _plain(text: str) -> str:
    text = text.lower()
    for sign, plain in _TYPOGRAPHY.items():
        text = text.replace(sign, plain)
    # No byte of a letter beyond ASCII is one of the signs, and bytes are replaced ten times as fast as letters.
    return text.encode(errors="replace").translate(_SIGNS, delete=_DROPPED).decode()
