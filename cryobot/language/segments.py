"""Splits a message where one question may end and the next begin."""

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

GROUP = "segment"
# Enough for the longest message that is read, in short sentences.
MOST_SEGMENTS = 256
# The encoder reads less than 100 tokens at once; what runs on without a full stop is cut here.
LONGEST_SEGMENT = 48
FEWEST_WORDS = 2


@Language.factory("cryobot_segments", default_config={"joiners": [], "separators": [], "question_starts": []})
def create_segments(
    nlp: Language, name: str, joiners: list[str], separators: list[str], question_starts: list[str]
) -> "Segments":
    """Make the component; called by spaCy."""
    return Segments(frozenset(joiners), frozenset(separators), frozenset(question_starts))


class Segments:
    """Fills `doc.spans["segment"]` with the stretches that may be questions of their own, in order."""

    def __init__(self, joiners: frozenset[str], separators: frozenset[str], question_starts: frozenset[str]) -> None:
        self._joiners = joiners
        self._separators = separators
        self._question_starts = question_starts

    def __call__(self, doc: Doc) -> Doc:
        parts = [part for sentence in doc.sents for part in self._clauses(sentence)]
        windows = [window for part in _merge_short(doc, parts) for window in _windows(part)]
        doc.spans[GROUP] = windows[:MOST_SEGMENTS]
        return doc

    def _clauses(self, sentence: Span) -> list[Span]:
        cuts = [token.i for token in sentence if self._is_cut(token, sentence)]
        return [sentence.doc[a:b] for a, b in pairwise([sentence.start, *cuts, sentence.end]) if b > a]

    def _is_cut(self, token: Token, sentence: Span) -> bool:
        if token.i == sentence.start or token.i + 1 >= sentence.end:
            return False
        follows = token.nbor()
        if token.lower_ in self._joiners:
            if follows.lower_ in self._joiners and follows.i + 1 < sentence.end:
                follows = follows.nbor()
            return self._starts_question(follows)
        if token.text in self._separators:
            return follows.lower_ in self._joiners or self._starts_question(follows)
        return False

    def _starts_question(self, token: Token) -> bool:
        return token.lemma_ in self._question_starts or token.lower_ in self._question_starts


def segment_texts(doc: Doc) -> list[str]:
    """Give the text of each segment; one text when there is nothing to split."""
    return [span.text.strip() for span in doc.spans[GROUP]] or [doc.text]


def _merge_short(doc: Doc, spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and (_words(span) < FEWEST_WORDS or _words(merged[-1]) < FEWEST_WORDS):
            merged[-1] = doc[merged[-1].start : span.end]
        else:
            merged.append(span)
    return merged


def _windows(span: Span) -> list[Span]:
    return [span[start : start + LONGEST_SEGMENT] for start in range(0, len(span), LONGEST_SEGMENT)]


def _words(span: Span) -> int:
    return sum(token.is_alpha for token in span)
