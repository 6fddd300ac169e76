"""Our components of the spaCy pipeline: lemmas without a tagger, and spans of the vocabulary."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import lemminflect
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from cryobot.language.patterns import token_pattern

_ORDER = ("AUX", "VERB", "NOUN", "ADJ", "ADV")


@lru_cache(maxsize=20_000)
def base_form(word: str) -> str:
    """Give the base form of a lower-case English word, verbs before nouns: `burning` -> `burn`."""
    found = lemminflect.getAllLemmas(word)
    for part_of_speech in _ORDER:
        if found.get(part_of_speech):
            return str(found[part_of_speech][0])
    return word


@Language.factory("cryobot_lemmas", default_config={"exceptions": {}})
def create_lemmas(nlp: Language, name: str, exceptions: dict[str, str]) -> "Lemmas":
    """Make the component that sets `token.lemma_`; called by spaCy."""
    return Lemmas(exceptions)


class Lemmas:
    """Sets each token's lemma from its norm (`n't` -> `not`), with exceptions from the vocabulary."""

    def __init__(self, exceptions: dict[str, str]) -> None:
        self._exceptions = exceptions

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            norm = token.norm_.lower()
            token.lemma_ = self._exceptions.get(norm) or base_form(norm)
        return doc


@Language.factory("cryobot_vocabulary", default_config={"patterns": {}})
def create_vocabulary_spans(nlp: Language, name: str, patterns: dict[str, list[str]]) -> "VocabularySpans":
    """Make the component that marks vocabulary in `doc.spans`; called by spaCy."""
    return VocabularySpans(nlp, patterns)


class VocabularySpans:
    """Fills `doc.spans[group]` with the longest matches of each group of patterns."""

    def __init__(self, nlp: Language, patterns: dict[str, list[str]]) -> None:
        self._matcher = Matcher(nlp.vocab)
        self._groups = list(patterns)
        for group, lines in patterns.items():
            self._matcher.add(group, [token_pattern(line) for line in lines], greedy="LONGEST")

    def __call__(self, doc: Doc) -> Doc:
        found: dict[str, list[Span]] = {group: [] for group in self._groups}
        for key, start, end in self._matcher(doc):
            found[doc.vocab.strings[key]].append(doc[start:end])
        for group, spans in found.items():
            doc.spans[group] = _longest(spans)
        return doc


def _longest(spans: Iterable[Span]) -> list[Any]:
    return list(filter_spans(spans))
