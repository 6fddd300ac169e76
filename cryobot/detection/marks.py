"""Rules for a mark on the skin: it is there, or somebody asks what to do about one (GUIDANCE, rules 1 and 3)."""

from spacy.tokens import Doc, Span

from cryobot.detection.negation import is_negated
from cryobot.detection.spans import inside_any, shortly_before, spans, within

NEAR_SKIN = 8
BEFORE_MARK = 6
TALK = 5
BARE_WORDS = 3


def mark_evidence(doc: Doc) -> str | None:
    """Give the words of the first mark that somebody has or asks what to do about, or None."""
    return next((mark.text for mark in _mentions(doc) if not is_negated(mark) and _is_there(mark)), None)


def _mentions(doc: Doc) -> list[Span]:
    lookalikes = spans(doc, "lookalike")
    skin = [span for span in spans(doc, "skin") if not inside_any(span, lookalikes)]
    near_skin = [mark for mark in spans(doc, "mark_near_skin") if _is_near(mark, skin)]
    found = [mark for mark in (*spans(doc, "mark"), *near_skin) if not inside_any(mark, lookalikes)]
    return sorted(found, key=lambda mark: mark.start)


def _is_near(mark: Span, skin: list[Span]) -> bool:
    return any(part.sent == mark.sent and abs(part.start - mark.start) <= NEAR_SKIN for part in skin)


def _is_there(mark: Span) -> bool:
    doc, sentence = mark.doc, mark.sent
    if sum(token.is_alpha for token in doc) <= BARE_WORDS:
        return True
    if within(spans(doc, "what_to_do"), sentence):
        return True
    if within(spans(doc, "possibility"), sentence) or shortly_before(spans(doc, "talk"), mark, TALK):
        return False
    if shortly_before(spans(doc, "occurrence_before"), mark, BEFORE_MARK):
        return True
    return bool(within(spans(doc, "occurrence_beside"), sentence))
