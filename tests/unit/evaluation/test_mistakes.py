import pytest

from cryobot.evaluation.asking import Exchange, Message
from cryobot.evaluation.mistakes import Gravity, Mistake, mistakes

from .builders import LIBRARY, exchanged, question, replies

APPROVED = LIBRARY.shown_texts


@pytest.mark.parametrize(
    ("answers", "given", "gravity"),
    [
        (["emergency", "skin-marks"], ["skin-marks"], Gravity.MISSED_EMERGENCY),
        (["emergency"], [], Gravity.MISSED_EMERGENCY),
        (["scar-care"], ["scarring-risk"], Gravity.MISSED_DERMATOLOGIST),
        (["uses"], ["emergency"], Gravity.FALSE_ESCALATION),
        (["uses"], ["service-unavailable"], Gravity.NO_REPLY),
        (["ask-a-doctor"], ["overall-safety", "ask-a-doctor"], Gravity.REASSURED),
        (["not-covered"], ["uses"], Gravity.NOT_ABSTAINED),
        (["uses"], ["not-covered"], Gravity.WRONG_ANSWER),
        (["skin-marks", "uses"], ["skin-marks"], Gravity.WRONG_ANSWER),
        (["skin-marks"], ["emergency", "skin-marks"], Gravity.WRONG_ANSWER),
    ],
)
def test_each_mistake_has_its_gravest_class(answers: list[str], given: list[str], gravity: Gravity) -> None:
    (mistake,) = mistakes([exchanged(question(*answers), *given)], APPROVED)
    assert mistake.gravity is gravity


def test_right_replies_are_no_mistakes() -> None:
    assert mistakes([exchanged(question("uses", also=["greet"]), "greet")], APPROVED) == []


@pytest.mark.parametrize("seed", [None, 2])
def test_a_changed_text_is_a_mistake_even_of_the_right_answer(seed: int | None) -> None:
    asked = question("skin-marks")
    changed = replies("skin-marks")[0].model_copy(update={"text": "See your dermatologist."})
    (mistake,) = mistakes([Exchange(Message(asked, asked.text, seed), (changed,))], APPROVED)
    assert mistake.gravity is Gravity.UNAPPROVED_TEXT


def test_the_gravest_come_first_and_the_rest_stay_in_order() -> None:
    skin = question("skin-marks", name="skin")
    found = mistakes(
        [
            exchanged(question("uses", name="one"), "greet"),
            exchanged(question("uses", name="two"), "skin-marks"),
            exchanged(question("uses", name="three"), "thanks"),
            exchanged(skin, "skin-marks"),
            exchanged(skin, "not-covered", seed=1),
            exchanged(skin, "emergency", "skin-marks", seed=2),
            exchanged(question("emergency", name="danger"), "greet"),
        ],
        APPROVED,
    )
    assert [mistake.question for mistake in found] == ["danger", "skin", "two", "one", "three"]


def test_a_mistake_tells_what_was_sent_expected_and_got() -> None:
    asked = question("skin-marks", name="m1", also=["scar-care"])
    exchange = Exchange(Message(asked, "a mrak", seed=1), replies("greet", "uses"))
    assert mistakes([exchange], APPROVED) == [
        Mistake(
            gravity=Gravity.MISSED_DERMATOLOGIST,
            question="m1",
            text="a mrak",
            misspelled=True,
            expected=("skin-marks",),
            also=("scar-care",),
            got=("greet", "uses"),
        )
    ]
    assert Gravity.MISSED_DERMATOLOGIST.words == "missed dermatologist"
