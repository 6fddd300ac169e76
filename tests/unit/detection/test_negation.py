import pytest
from spacy.language import Language
from spacy.tokens import Span

from cryobot.detection.negation import REACH, is_negated
from cryobot.detection.spans import inside_any, shortly_before, spans, within


def mark_in(nlp: Language, text: str) -> tuple[Span, bool]:
    doc = nlp(text)
    (mark,) = spans(doc, "mark")
    return mark, is_negated(mark)


@pytest.mark.parametrize(
    "text", ["no blister", "not one single little blister", "free of blisters", "hardly any blister"]
)
def test_a_negation_reaches_what_stands_behind_it(nlp: Language, text: str) -> None:
    assert mark_in(nlp, text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "a blister, no more",
        "no pain. Blister",
        "no pain, but a blister",
        "no pain; blister",
        "not me because the blister",
        "not because of a small or a large blister",
        "not sure about the blister",
        "do not know this blister",
        "why not blister",
    ],
)
def test_a_negation_does_not_reach_further(nlp: Language, text: str) -> None:
    assert not mark_in(nlp, text)[1]


def test_how_far_a_negation_reaches(nlp: Language) -> None:
    assert mark_in(nlp, "no " + "very " * REACH + "blister")[1]
    assert not mark_in(nlp, "no " + "very " * (REACH + 1) + "blister")[1]


def test_where_spans_stand(nlp: Language) -> None:
    doc = nlp("I have a scar. My friend Mark has a blister.")
    scar, blister = spans(doc, "mark")
    first, second = doc.sents

    assert spans(doc, "no such group") == []
    assert within(spans(doc, "mark"), first) == [scar]
    assert within(spans(doc, "mark"), second) == [blister]
    assert inside_any(doc[6:7], spans(doc, "lookalike"))
    assert not inside_any(blister, spans(doc, "lookalike"))
    assert shortly_before(spans(doc, "occurrence_before"), scar, 1)
    assert not shortly_before(spans(doc, "occurrence_before"), scar, 0)
    assert not shortly_before([scar], blister, 20), "another sentence"
