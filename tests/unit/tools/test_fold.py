from random import Random

from cryobot.guidance.library import Library, load_answers
from cryobot.understanding.labels import BACKGROUND, UNCLEAR
from tools.encoder.examples import SEVERAL, Example
from tools.encoder.fold import JOINED, JOINED_QUESTIONS, MOST_CHARACTERS, questions

LIBRARY = Library(load_answers(), {})
SAFE = Example("is it safe", ("overall-safety",), "plain")
MARK = Example("there is a mark", ("skin-marks",), "plain")


def test_an_example_becomes_a_question_of_its_voice() -> None:
    (question,) = questions([SAFE], LIBRARY, Random(0))
    assert (question.text, question.answers, question.kind) == (SAFE.text, SAFE.labels, "plain")


def test_answers_stand_in_the_order_of_their_urgency() -> None:
    both = Example("is it safe, and I have a mark", ("overall-safety", "skin-marks"), SEVERAL)
    (question,) = questions([both], LIBRARY, Random(0))
    assert question.answers == ("skin-marks", "overall-safety")


def test_what_has_no_answer_of_its_own_is_not_asked() -> None:
    told = Example("I went on Monday", (BACKGROUND,), "plain")
    leaning = Example("are you sure", ("follow-up-doubt",), "plain")
    assert [question.text for question in questions([told, SAFE, leaning], LIBRARY, Random(0))] == [SAFE.text]


def test_joined_questions_ask_for_both_answers() -> None:
    joined = [question for question in questions([SAFE, MARK], LIBRARY, Random(0)) if question.kind == JOINED]
    assert len(joined) == JOINED_QUESTIONS
    assert {question.answers for question in joined} == {("skin-marks", "overall-safety")}
    assert all(SAFE.text in question.text and MARK.text in question.text for question in joined)


def test_long_messages_and_those_that_ask_nothing_are_not_joined() -> None:
    left_out = [
        Example("is it safe " * MOST_CHARACTERS, ("overall-safety",), "plain"),
        Example("hello", ("greet",), "plain"),
        Example("asdf", (UNCLEAR,), "plain"),
        Example("is it safe, and I have a mark", ("overall-safety", "skin-marks"), SEVERAL),
    ]
    assert {question.kind for question in questions([*left_out, MARK], LIBRARY, Random(0))} == {"plain", SEVERAL}


def test_ids_are_different_and_the_same_seed_gives_the_same_questions() -> None:
    asked = questions([SAFE, MARK], LIBRARY, Random(0))
    assert len({question.id for question in asked}) == len(asked)
    assert asked == questions([SAFE, MARK], LIBRARY, Random(0))
