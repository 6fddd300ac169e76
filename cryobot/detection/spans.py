"""Small questions about where vocabulary stands in a spaCy document."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span


def spans(doc: Doc, group: str) -> list[Span]:
    """Give the matches of one group of the vocabulary, in order."""
    return list(doc.spans.get(group, []))


def inside_any(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span shares a word with one of the others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def within(others: Iterable[Span], sentence: Span) -> list[Span]:
    """Give the spans that lie in a sentence."""
    return [other for other in others if sentence.start <= other.start < sentence.end]


def shortly_before(others: Iterable[Span], span: Span, words: int) -> bool:
    """Tell whether one of the others ends at most `words` words before the span, in the same sentence."""
    start = span.sent.start
    return any(start <= other.start and other.end <= span.start <= other.end + words for other in others)
