import pytest
from parts.evidences import THRESHOLDS, evidence

from cryobot.understanding.evidence import Evidence
from cryobot.understanding.red_flags import FoundWords, RedFlags, decide_red_flags

NO_WORDS = FoundWords()
WORDS = FoundWords(mark=True, danger=True)

NONE = RedFlags()
CERTAIN = RedFlags(mark=1.0, danger=1.0)

NOTHING = evidence({"uses": 0.9})


def decided(*items: Evidence, words: FoundWords = NO_WORDS) -> RedFlags:
    return decide_red_flags(items, words, THRESHOLDS)


def test_nothing_is_no_red_flag() -> None:
    assert decided(NOTHING, NOTHING, NOTHING) == NONE


@pytest.mark.parametrize("intent", ["skin-marks", "scar-care"])
def test_the_intents_about_a_mark_are_enough(intent: str) -> None:
    assert decided(evidence({"uses": 0.7, intent: 0.22})).mark
    assert not decided(evidence({"uses": 0.7, intent: 0.15})).mark


def test_the_intents_about_a_mark_count_together() -> None:
    assert decided(evidence({"uses": 0.7, "skin-marks": 0.11, "scar-care": 0.11})).mark


def test_the_intent_of_danger_is_enough() -> None:
    assert decided(evidence({"emergency": 0.3})) == RedFlags(danger=0.3)


def test_the_detector_is_enough_unless_the_intents_rule_it_out() -> None:
    possible = {"uses": 0.8, "skin-marks": 0.05, "emergency": 0.05}
    assert decided(evidence(possible, mark=0.71)) == RedFlags(mark=0.71)
    assert decided(evidence(possible, danger=0.71)) == RedFlags(danger=0.71)
    assert decided(evidence(possible, mark=0.69, danger=0.69)) == NONE
    ruled_out = {"uses": 0.9, "skin-marks": 0.01, "scar-care": 0.01, "emergency": 0.01}
    assert decided(evidence(ruled_out, mark=0.99, danger=0.99)) == NONE


def test_words_need_a_little_of_the_detector() -> None:
    assert decided(evidence({"uses": 0.9}, mark=0.06, danger=0.06), words=WORDS) == CERTAIN


def test_the_words_of_a_long_message_are_held_against_the_segment_they_stand_in() -> None:
    report = evidence({"skin-marks": 0.95}, mark=0.95, danger=0.95)
    assert decided(NOTHING, NOTHING, report, words=WORDS) == CERTAIN
    assert decided(NOTHING, NOTHING, words=WORDS) == NONE


def test_a_segment_needs_both_classifiers() -> None:
    both, one = evidence({"skin-marks": 0.95}, mark=0.95), evidence({"skin-marks": 0.95}, mark=0.5)
    assert decided(NOTHING, NOTHING, both).mark
    assert not decided(NOTHING, NOTHING, one).mark


def test_beside_danger_a_hint_of_a_mark_is_enough() -> None:
    assert decided(evidence({"emergency": 0.5, "skin-marks": 0.05}, mark=0.16)) == RedFlags(mark=0.16, danger=0.5)
    assert decided(evidence({"emergency": 0.5, "skin-marks": 0.16, "scar-care": 0.0})) == RedFlags(
        mark=0.16, danger=0.5
    )
    assert decided(evidence({"emergency": 0.5, "skin-marks": 0.05}, mark=0.14)) == RedFlags(danger=0.5)
    assert decided(evidence({"uses": 0.5, "skin-marks": 0.05}, mark=0.16)) == RedFlags()


def test_in_a_text_without_a_known_word_only_the_words_of_a_rule_count() -> None:
    nonsense = evidence({"skin-marks": 0.9}, mark=0.9, familiarity=0.3, known_words=0.0)
    assert decided(nonsense) == NONE
    assert decided(nonsense, words=WORDS) == CERTAIN
