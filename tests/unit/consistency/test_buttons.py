import pytest

from cryobot.consistency.buttons import problems
from cryobot.guidance.answer import Answer

from .builders import FILES, an_answer, the_reason


def check(*answers: Answer) -> str:
    by_id = {answer.id: answer for answer in answers}
    return the_reason(problems(by_id, {*by_id, "unread"}, FILES))


def test_buttons_that_lead_somewhere() -> None:
    answers = {"uses": an_answer("uses", follow_ups=("greet", "unread")), "greet": an_answer("greet")}

    assert problems(answers, {"uses", "greet", "unread"}, FILES) == []


@pytest.mark.parametrize(
    ("follow_ups", "reason"),
    [
        (("prices",), "there is no answer 'prices'"),
        (("uses",), "the answer offers itself"),
        (("greet", "greet"), "'greet' is there 2 times"),
    ],
)
def test_follow_ups_that_lead_nowhere(follow_ups: tuple[str, ...], reason: str) -> None:
    assert reason in check(an_answer("uses", follow_ups=follow_ups), an_answer("greet"))


def test_the_same_title_twice_in_a_language() -> None:
    uses = an_answer("uses", button={"en": "Tell me", "es": "Dime"})

    assert "is also the title of 'uses'" in check(uses, an_answer("greet", button={"en": "tell me"}))


def test_the_same_title_in_two_languages_is_allowed() -> None:
    answers = {
        "uses": an_answer("uses", button={"en": "Normal"}),
        "greet": an_answer("greet", button={"en": "Hello", "es": "Normal"}),
    }

    assert problems(answers, set(answers), FILES) == []


def test_no_english_title() -> None:
    assert "no title in English" in check(an_answer("uses", button={"es": "Para qué"}))
