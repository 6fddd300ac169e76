"""Rules for signs of danger to life (GUIDANCE, rule 2)."""

from spacy.tokens import Doc, Span

from cryobot.detection.negation import is_negated
from cryobot.detection.spans import inside_any, spans, within
from cryobot.language.assembly import DANGER_PREFIX


def danger_evidence(doc: Doc) -> str | None:
    """Give the words of the first sign of danger that is there, or None."""
    lookalikes = spans(doc, "lookalike")
    for group in doc.spans:
        if not group.startswith(DANGER_PREFIX):
            continue
        for sign in spans(doc, group):
            if inside_any(sign, lookalikes) or is_negated(sign):
                continue
            if _is_only_talked_about(sign):
                continue
            return str(sign.text)
    return None


def _is_only_talked_about(sign: Span) -> bool:
    doc, sentence = sign.doc, sign.sent
    if within(spans(doc, "what_to_do"), sentence):
        return False
    return bool(within(spans(doc, "possibility"), sentence) or within(spans(doc, "history"), sentence))
