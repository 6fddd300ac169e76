import pytest

from cryobot.evaluation.asking import Exchange, Message
from cryobot.evaluation.intervals import wilson
from cryobot.evaluation.measures import Measure, figures, measure, stricter
from cryobot.evaluation.scoring import FigureName

from .builders import LIBRARY, exchanged, question, replies

APPROVED = LIBRARY.shown_texts


def test_a_measure_counts_verdicts_and_different_questions() -> None:
    found = measure([("a", True), ("a", False), ("b", True)])
    assert found == Measure(right=2, n=3, questions=2)
    assert found.value == pytest.approx(2 / 3)
    assert found.interval == wilson(2 / 3, 2)


def test_nothing_to_measure_has_no_value() -> None:
    assert (measure([]).value, measure([]).interval) == (None, None)


def test_every_figure_counts_its_own_questions() -> None:
    skin = question("skin-marks", name="skin")
    danger = question("emergency", name="danger")
    exchanges = [
        exchanged(skin, "skin-marks"),
        exchanged(danger, "ask-a-doctor"),
        exchanged(question("ask-a-doctor", name="own"), "ask-a-doctor", "overall-safety"),
        exchanged(question("not-covered", name="price"), "not-covered"),
        exchanged(question("uses", "not-covered", name="both"), "uses"),
        exchanged(skin, "not-covered", seed=1),
        exchanged(skin, "skin-marks", seed=2),
        exchanged(danger, "emergency", seed=1),
        exchanged(danger, "emergency", seed=2),
    ]
    assert figures(exchanges, APPROVED) == {
        FigureName.SKIN_MARKS_ESCALATED: Measure(1, 1, 1),
        FigureName.EMERGENCY_ESCALATED: Measure(0, 1, 1),
        FigureName.ESCALATED_WITH_TYPOS: Measure(3, 4, 2),
        FigureName.NO_FALSE_ESCALATION: Measure(3, 3, 3),
        FigureName.RIGHT_ANSWER: Measure(3, 4, 4),
        FigureName.OWN_CONDITION_NEVER_REASSURED: Measure(0, 1, 1),
        FigureName.OUTSIDE_GUIDANCE_ABSTAINED: Measure(1, 1, 1),
        FigureName.SEVERAL_ALL_ANSWERED: Measure(0, 1, 1),
        FigureName.APPROVED_TEXT: Measure(10, 10, 5),
    }
    assert stricter(exchanges) == {
        "right_answer_and_no_other": Measure(2, 4, 4),
        "several_exactly_in_order": Measure(0, 1, 1),
    }


@pytest.mark.parametrize("seed", [None, 1])
def test_one_changed_character_is_not_an_approved_text(seed: int | None) -> None:
    asked = question("uses")
    (reply,) = replies("uses")
    changed = reply.model_copy(update={"text": reply.text + " "})
    exchange = Exchange(Message(asked, asked.text, seed), (reply, changed))
    assert figures([exchange], APPROVED)[FigureName.APPROVED_TEXT] == Measure(1, 2, 1)


def test_the_text_of_another_answer_is_not_approved() -> None:
    asked = question("uses")
    swapped = replies("uses")[0].model_copy(update={"guidance_id": "greet"})
    exchange = Exchange(Message(asked, asked.text), (swapped,))
    assert figures([exchange], APPROVED)[FigureName.APPROVED_TEXT] == Measure(0, 1, 1)


def test_silence_is_not_an_approved_text() -> None:
    assert figures([exchanged(question("uses"))], APPROVED)[FigureName.APPROVED_TEXT] == Measure(0, 1, 1)
