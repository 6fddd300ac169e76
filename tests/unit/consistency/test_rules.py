from pathlib import Path

from cryobot.consistency.dialogue_files import Script, Step
from cryobot.consistency.rules import owner_problems, problems

from .builders import FILES, a_domain, a_script, an_owner, reasons, the_reason

RULES = [a_script("Uses", ("uses", "action_a")), a_script("Greeting", ("greet", "action_b"))]
OWNERS = [an_owner("action_a", "uses"), an_owner("action_b", "greet")]


def test_one_rule_for_each_intent() -> None:
    assert problems(RULES, a_domain(), FILES) == []
    assert owner_problems(RULES, OWNERS) == []


def test_an_intent_without_rule() -> None:
    assert the_reason(problems(RULES[:1], a_domain(), FILES)) == "the intent 'greet' has no rule"


def test_an_intent_with_two_rules() -> None:
    found = problems([*RULES, a_script("Again", ("uses", "action_a"), file="other.yml")], a_domain(), FILES)

    assert the_reason(found) == "the rule 'Again' is a second rule of the intent 'uses'"
    assert found[0].file == Path("other.yml")


def test_an_unknown_intent_and_an_unknown_action() -> None:
    found = problems([*RULES, a_script("New", ("prices", "action_c"))], a_domain(), FILES)

    assert reasons(found) == [
        "the rule 'New' has the intent 'prices', which is not in the domain",
        "the rule 'New' has the action 'action_c', which is not in the domain",
    ]


def test_a_rule_is_one_intent_and_one_action() -> None:
    steps = (Step(intent="uses"), Step(action="action_a"), Step(action="action_b"))

    assert "not one intent and then one action" in the_reason(
        problems([Script("Uses", Path("some.yml"), steps), RULES[1]], a_domain(), FILES)
    )


def test_a_rule_that_calls_another_action_than_the_owner() -> None:
    assert the_reason(owner_problems([a_script("Uses", ("uses", "action_b")), RULES[1]], OWNERS)) == (
        "the rule 'Uses' answers 'uses' with action_b, but action_a owns that answer"
    )


def test_the_rule_of_an_intent_without_answer_may_call_any_action() -> None:
    assert owner_problems([a_script("Yes", ("affirm", "action_b"))], OWNERS) == []
