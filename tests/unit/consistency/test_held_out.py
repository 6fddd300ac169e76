import pytest

from cryobot.consistency.held_out import problems
from cryobot.evaluation.questions import Question

from .builders import FILES, an_example, the_reason

QUESTION = Question(id="q1", text="Is it safe, then?", kind="plain", answers=("overall-safety",))


def test_a_question_that_was_not_trained_on() -> None:
    assert problems([QUESTION], [an_example("overall-safety", "is it safe")], FILES) == []


@pytest.mark.parametrize("text", ["Is it safe, then?", "is it SAFE then", "then is it safe"])
def test_a_question_that_was(text: str) -> None:
    found = problems([QUESTION], [an_example("overall-safety", text)], FILES)

    assert the_reason(found).startswith("the question q1 has the words of the training example")
    assert found[0].file == FILES.questions
