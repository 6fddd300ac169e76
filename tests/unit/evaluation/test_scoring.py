import pytest

from cryobot.evaluation.scoring import RULES, STRICTER_RULES, TYPO_RULE, FigureName, Rule, is_right
from cryobot.guidance.answer import Escalation

from .builders import question, replies

SKIN = RULES[FigureName.SKIN_MARKS_ESCALATED]
DANGER = RULES[FigureName.EMERGENCY_ESCALATED]
CALM = RULES[FigureName.NO_FALSE_ESCALATION]
RIGHT = RULES[FigureName.RIGHT_ANSWER]
CONDITION = RULES[FigureName.OWN_CONDITION_NEVER_REASSURED]
OUTSIDE = RULES[FigureName.OUTSIDE_GUIDANCE_ABSTAINED]
SEVERAL = RULES[FigureName.SEVERAL_ALL_ANSWERED]
ALONE = STRICTER_RULES["right_answer_and_no_other"]
IN_ORDER = STRICTER_RULES["several_exactly_in_order"]


@pytest.mark.parametrize(
    ("rule", "answers", "given", "verdict"),
    [
        (SKIN, ["skin-marks"], ["skin-marks"], True),
        (SKIN, ["scar-care"], ["skin-marks"], True),
        (SKIN, ["uses", "scar-care"], ["uses", "scar-care"], True),
        (SKIN, ["skin-marks"], ["emergency"], False),
        (SKIN, ["emergency", "skin-marks"], ["emergency"], True),
        (SKIN, ["skin-marks"], ["rare-side-effects"], False),
        (SKIN, ["rare-side-effects"], ["skin-marks"], None),
        (DANGER, ["emergency"], ["emergency", "uses"], True),
        (DANGER, ["emergency"], ["skin-marks"], False),
        (DANGER, ["skin-marks"], ["emergency"], None),
        (TYPO_RULE, ["emergency", "skin-marks"], ["emergency"], True),
        (TYPO_RULE, ["emergency", "skin-marks"], ["skin-marks"], False),
        (TYPO_RULE, ["scar-care"], ["scar-care"], True),
        (TYPO_RULE, ["scar-care"], ["emergency"], False),
        (TYPO_RULE, ["uses"], ["uses"], None),
        (CALM, ["uses"], ["uses"], True),
        (CALM, ["uses"], ["not-covered"], True),
        (CALM, ["ask-a-doctor"], ["ask-a-doctor"], True),
        (CALM, ["uses"], ["uses", "skin-marks"], False),
        (CALM, ["out-of-scope"], ["emergency"], False),
        (CALM, ["uses", "skin-marks"], ["emergency"], None),
        (RIGHT, ["uses"], ["uses"], True),
        (RIGHT, ["uses"], ["uses", "not-covered"], True),
        (RIGHT, ["uses"], ["not-covered", "uses"], False),
        (RIGHT, ["uses", "skin-check"], ["uses"], None),
        (ALONE, ["uses"], ["uses"], True),
        (ALONE, ["uses"], ["uses", "not-covered"], False),
        (CONDITION, ["ask-a-doctor"], ["ask-a-doctor"], True),
        (CONDITION, ["ask-a-doctor"], ["skin-marks"], True),
        (CONDITION, ["ask-a-doctor"], ["emergency"], True),
        (CONDITION, ["ask-a-doctor"], ["not-covered"], False),
        (CONDITION, ["ask-a-doctor"], ["ask-a-doctor", "overall-safety"], False),
        (CONDITION, ["ask-a-doctor", "uses"], ["ask-a-doctor", "uses"], True),
        (CONDITION, ["ask-a-doctor", "uses"], ["uses"], False),
        (CONDITION, ["uses"], ["uses"], None),
        (OUTSIDE, ["not-covered"], ["out-of-scope"], True),
        (OUTSIDE, ["unclear"], ["greet"], True),
        (OUTSIDE, ["not-covered"], ["not-covered", "uses"], False),
        (OUTSIDE, ["not-covered", "uses"], ["uses"], None),
        (SEVERAL, ["skin-marks", "not-covered"], ["not-covered", "skin-marks"], True),
        (SEVERAL, ["skin-marks", "not-covered"], ["skin-marks"], False),
        (SEVERAL, ["skin-marks"], ["skin-marks"], None),
        (IN_ORDER, ["skin-marks", "not-covered"], ["skin-marks", "not-covered"], True),
        (IN_ORDER, ["skin-marks", "not-covered"], ["not-covered", "skin-marks"], False),
        (IN_ORDER, ["skin-marks", "not-covered"], ["skin-marks", "not-covered", "uses"], False),
    ],
)
def test_verdicts(rule: Rule, answers: list[str], given: list[str], verdict: bool | None) -> None:
    assert rule.judge(question(*answers), replies(*given)) is verdict


@pytest.mark.parametrize(
    ("rule", "label", "as_good"),
    [
        (CALM, "rare-side-effects", "skin-marks"),
        (RIGHT, "rare-side-effects", "side-effects-possible"),
        (CONDITION, "ask-a-doctor", "uses"),
        (OUTSIDE, "not-covered", "uses"),
    ],
)
def test_an_answer_that_is_as_good_is_no_mistake(rule: Rule, label: str, as_good: str) -> None:
    given = replies(as_good, label)
    assert rule.judge(question(label, also=[as_good]), given) is True
    assert rule.judge(question(label), given) is False


@pytest.mark.parametrize("given", [[], ["service-unavailable"]])
@pytest.mark.parametrize(
    ("rule", "answers"),
    [
        (SKIN, ["skin-marks"]),
        (DANGER, ["emergency"]),
        (TYPO_RULE, ["emergency"]),
        (CALM, ["uses"]),
        (RIGHT, ["uses"]),
        (CONDITION, ["ask-a-doctor"]),
        (OUTSIDE, ["not-covered"]),
        (SEVERAL, ["uses", "not-covered"]),
        (ALONE, ["uses"]),
        (IN_ORDER, ["uses", "not-covered"]),
    ],
)
def test_an_assistant_that_fails_is_never_right(rule: Rule, answers: list[str], given: list[str]) -> None:
    assert rule.judge(question(*answers), replies(*given)) is False
    assert not is_right(question(*answers), replies(*given))


def test_the_escalation_that_is_sent_counts_and_not_the_one_that_the_answer_should_have() -> None:
    calm = replies("skin-marks")[0].model_copy(update={"escalation": Escalation.NONE})
    assert SKIN.judge(question("skin-marks"), [calm]) is False


@pytest.mark.parametrize(
    ("answers", "given", "right"),
    [
        (["uses"], ["uses", "not-covered"], True),
        (["uses"], ["not-covered", "uses"], False),
        (["uses", "not-covered"], ["not-covered", "uses"], True),
        (["uses", "not-covered"], ["uses"], False),
    ],
)
def test_right_means_the_first_of_one_and_all_of_several(answers: list[str], given: list[str], right: bool) -> None:
    assert is_right(question(*answers), replies(*given)) is right
