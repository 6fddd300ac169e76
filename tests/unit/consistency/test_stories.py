from cryobot.consistency.stories import contradictions, problems

from .builders import FILES, a_domain, a_script, reasons, the_reason

STORY = a_script("Both", ("greet", "action_b"), ("uses", "action_a"))
RULES = [a_script("Uses", ("uses", "action_a")), a_script("Greeting", ("greet", "action_b"))]


def test_everything_is_in_a_story() -> None:
    assert problems([STORY], a_domain(), FILES) == []
    assert contradictions([STORY], RULES) == []


def test_an_intent_and_an_action_in_no_story() -> None:
    found = problems([a_script("One", ("uses", "action_a"))], a_domain(), FILES)

    assert reasons(found) == ["the intent 'greet' is in no story", "the action 'action_b' is in no story"]


def test_a_story_with_what_the_domain_does_not_have() -> None:
    found = problems([STORY, a_script("Odd", ("prices", "action_a"))], a_domain(), FILES)

    assert the_reason(found) == "the story 'Odd' has the intent 'prices', which is not in the domain"


def test_a_story_that_contradicts_a_rule() -> None:
    found = contradictions([a_script("Odd", ("uses", "action_b"))], RULES)

    assert "action_b follows 'uses', but the rule says action_a" in the_reason(found)
