from pathlib import Path

from cryobot.consistency.actions import problems

from .builders import FILES, an_owner, the_reason

NAMES = ("action_a", "action_b")
OWNERS = [an_owner("action_a", "uses"), an_owner("action_b", "greet")]
ANSWERS = ("uses", "greet")


def test_actions_that_agree() -> None:
    assert problems(NAMES, ["action_a"], OWNERS, ANSWERS, FILES) == []


def test_an_action_of_the_domain_that_is_not_in_the_code() -> None:
    found = problems((*NAMES, "action_c"), [], OWNERS, ANSWERS, FILES)

    assert the_reason(found) == "there is no action 'action_c' in the code"
    assert found[0].file == FILES.domain


def test_an_action_of_the_code_that_is_not_in_the_domain() -> None:
    found = problems(NAMES, [], [*OWNERS, an_owner("action_c")], ANSWERS, FILES)

    assert the_reason(found) == "the action 'action_c' is not in the domain"
    assert found[0].file == Path("action_c.py")


def test_an_unknown_fallback_action() -> None:
    assert "'action_c'" in the_reason(problems(NAMES, ["action_c"], OWNERS, ANSWERS, FILES))


def test_an_answer_that_no_action_owns() -> None:
    assert "can never be said" in the_reason(problems(NAMES, [], OWNERS, (*ANSWERS, "thanks"), FILES))


def test_an_answer_that_two_actions_own() -> None:
    owners = [OWNERS[0], an_owner("action_b", "greet", "uses")]

    assert the_reason(problems(NAMES, [], owners, ANSWERS, FILES)) == (
        "several actions own the answer 'uses': action_a, action_b"
    )


def test_an_action_that_owns_what_is_no_answer() -> None:
    owners = [OWNERS[0], an_owner("action_b", "greet", "prices")]

    assert the_reason(problems(NAMES, [], owners, ANSWERS, FILES)) == "action_b owns 'prices', which is no answer"
