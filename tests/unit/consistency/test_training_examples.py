from cryobot.consistency.limits import ExampleLimits
from cryobot.consistency.training_examples import count_problems, repeated

from .builders import FILES, an_example, the_reason

LIMITS = ExampleLimits(article=2, other=1, by_intent={"emergency": 3})
EXAMPLES = [
    *(an_example("uses", text) for text in ("what for", "why do it")),
    *(an_example("emergency", text) for text in ("help", "he fell", "no breath")),
    an_example("greet", "hello"),
]
INTENTS = ("uses", "emergency", "greet")


def test_enough_examples() -> None:
    assert count_problems(INTENTS, {"uses"}, EXAMPLES, LIMITS, FILES) == []


def test_too_few_for_an_answer_of_the_article() -> None:
    problems = count_problems(INTENTS, {"uses"}, EXAMPLES[1:], LIMITS, FILES)

    assert the_reason(problems) == "there are 1 different training examples, at least 2 are needed"
    assert problems[0].file == FILES.examples / "uses"


def test_too_few_for_an_intent_with_a_number_of_its_own() -> None:
    examples = [example for example in EXAMPLES if example.text != "help"]

    assert "at least 3 are needed" in the_reason(count_problems(INTENTS, {"uses"}, examples, LIMITS, FILES))


def test_none_at_all() -> None:
    assert "there are 0" in the_reason(count_problems((*INTENTS, "thanks"), {"uses"}, EXAMPLES, LIMITS, FILES))


def test_the_same_example_again_does_not_count() -> None:
    examples = [*EXAMPLES[1:], an_example("uses", "WHY do it?!")]

    assert "there are 1" in the_reason(count_problems(INTENTS, {"uses"}, examples, LIMITS, FILES))


def test_a_number_for_an_intent_that_is_gone() -> None:
    assert "no intent 'emergency'" in the_reason(count_problems(["greet"], (), EXAMPLES, LIMITS, FILES))


def test_no_example_twice() -> None:
    assert repeated(EXAMPLES) == []


def test_an_example_twice_in_an_intent() -> None:
    assert the_reason(repeated([*EXAMPLES, an_example("greet", "Hello!")])) == (
        "'Hello!' is already an example in this file"
    )


def test_an_example_in_two_intents() -> None:
    problems = repeated([*EXAMPLES, an_example("uses", "hello")])

    assert the_reason(problems) == "'hello' is already an example in greet/plain.yml"
    assert problems[0].remedy == "It cannot be both 'greet' and 'uses': keep the one that is right."
