"""Negation of what stands behind it: `no marks`, `without a blister`; not `not sure why I have a blister`."""

from spacy.tokens import Span

from cryobot.detection.spans import inside_any, spans

REACH = 4
_STOPS = frozenset({"but", "however", "although", "though", "except", "because", "why", "if", ".", ",", ";", ":", "-"})


def is_negated(span: Span) -> bool:
    """Tell whether a negation reaches the span."""
    doc = span.doc
    exempt = spans(doc, "negation_that_is_none")
    negations = [negation for negation in spans(doc, "negation") if not inside_any(negation, exempt)]
    return any(_reaches(negation, span) for negation in negations)


def _reaches(negation: Span, span: Span) -> bool:
    if negation.sent != span.sent or not negation.end <= span.start <= negation.end + REACH:
        return False
    return not any(token.lower_ in _STOPS for token in span.doc[negation.end : span.start])
