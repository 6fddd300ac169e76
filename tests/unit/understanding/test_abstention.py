import pytest
from parts.evidences import ARTICLE, THRESHOLDS, evidence

from cryobot.understanding.abstention import decide
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.labels import ABSTENTIONS


def decided(item: Evidence) -> str:
    return decide(item, ARTICLE, THRESHOLDS).id


@pytest.mark.parametrize("intent", ["uses", "not-covered", "out-of-scope", "greet", "talk-to-staff", "ask-a-doctor"])
def test_gives_what_is_sure(intent: str) -> None:
    part = decide(evidence({intent: 0.9}), ARTICLE, THRESHOLDS)
    assert part.id == intent
    assert part.confidence >= 0.9


@pytest.mark.parametrize("intent", ["emergency", "skin-marks"])
def test_escalates_even_when_unsure(intent: str) -> None:
    assert decided(evidence({intent: 0.15, "uses": 0.1}, familiarity=0.0)) == intent


def test_an_answer_needs_confidence() -> None:
    assert decided(evidence({"uses": 0.48, "not-covered": 0.2})) == "not-covered"
    assert decided(evidence({"uses": 0.60, "not-covered": 0.2})) == "uses"


def test_an_answer_needs_a_lead() -> None:
    assert decided(evidence({"uses": 0.52, "overall-safety": 0.46, "out-of-scope": 0.01})) == "out-of-scope"


def test_an_answer_needs_likeness_to_something_known() -> None:
    assert decided(evidence({"uses": 0.9, "unclear": 0.05}, familiarity=0.39)) == "unclear"
    assert decided(evidence({"uses": 0.9, "unclear": 0.05}, familiarity=0.41)) == "uses"


def test_what_is_no_answer_of_the_article_needs_none_of_these() -> None:
    assert decided(evidence({"not-covered": 0.35, "greet": 0.3}, familiarity=0.0)) == "not-covered"


def test_a_question_that_may_be_about_the_own_condition_goes_to_a_doctor() -> None:
    assert decided(evidence({"overall-safety": 0.6, "ask-a-doctor": 0.31})) == "ask-a-doctor"
    assert decided(evidence({"overall-safety": 0.65, "ask-a-doctor": 0.2})) == "overall-safety"


@pytest.mark.parametrize("outside", ["not-covered", "out-of-scope"])
def test_a_question_that_may_be_outside_the_guidance_gets_no_answer_of_the_article(outside: str) -> None:
    assert decided(evidence({"overall-safety": 0.6, outside: 0.31})) == outside
    assert decided(evidence({"overall-safety": 0.65, outside: 0.2})) == "overall-safety"
    assert decided(evidence({"greet": 0.6, outside: 0.31})) == "greet"


def test_what_may_be_outside_the_guidance_is_sent_to_the_dermatologist_all_the_same_if_it_is_about_a_scar() -> None:
    assert decided(evidence({"scar-care": 0.6, "not-covered": 0.31})) == "scar-care"


def test_says_so_when_nothing_was_understood() -> None:
    assert decided(evidence({"uses": 0.2})) == "unclear"
    assert decided(evidence({"background": 0.9})) == "unclear"


def test_follow_ups_are_left_out_of_account() -> None:
    part = decide(evidence({"uses": 0.3, "follow-up-doubt": 0.65}), ARTICLE, THRESHOLDS)
    assert part.id == "uses"
    assert part.confidence == pytest.approx(0.3)


def test_a_text_without_a_known_word_is_unclear_unless_it_is_like_something_known() -> None:
    assert decided(evidence({"skin-marks": 0.9}, familiarity=0.94, known_words=0.0)) == "unclear"
    assert decided(evidence({"skin-marks": 0.9}, familiarity=0.96, known_words=0.0)) == "skin-marks"
    assert decided(evidence({"skin-marks": 0.9}, familiarity=0.5, known_words=0.1)) == "skin-marks"


def test_abstains_when_no_abstention_is_likely() -> None:
    none = {"not-covered": 0.0, "out-of-scope": 0.0, "ask-a-doctor": 0.0, "unclear": 0.0}
    assert decided(evidence({"uses": 0.45, "greet": 0.4} | none)) in ABSTENTIONS
