from pathlib import Path

from cryobot.consistency.files import Files
from cryobot.consistency.intents import answer_problems, example_problems
from cryobot.understanding.labels import WITHOUT_ANSWER

from .builders import FILES, an_example, reasons, the_reason

LEANING = tuple(sorted(WITHOUT_ANSWER))
INTENTS = ("uses", "greet", *LEANING)
ANSWERS = {"uses", "greet", "service-unavailable"}
ALONE = ("service-unavailable",)


def test_intents_and_answers_that_agree() -> None:
    assert answer_problems(INTENTS, ANSWERS, ALONE, FILES) == []


def test_an_intent_without_answer() -> None:
    problems = answer_problems((*INTENTS, "prices"), ANSWERS, ALONE, FILES)

    assert the_reason(problems) == "the intent 'prices' has no answer"
    assert problems[0].file == FILES.domain


def test_an_answer_without_intent() -> None:
    problems = answer_problems(INTENTS, ANSWERS | {"prices"}, ALONE, FILES)

    assert "has no intent" in the_reason(problems)
    assert problems[0].file == FILES.answer("prices")


def test_an_intent_twice() -> None:
    assert "listed 2 times" in the_reason(answer_problems((*INTENTS, "uses"), ANSWERS, ALONE, FILES))


def test_a_follow_up_with_an_answer_of_its_own() -> None:
    assert "leans on the conversation" in the_reason(answer_problems(INTENTS, ANSWERS | {"affirm"}, ALONE, FILES))


def test_a_follow_up_that_is_missing() -> None:
    intents = tuple(intent for intent in INTENTS if intent != "affirm")

    assert the_reason(answer_problems(intents, ANSWERS, ALONE, FILES)).startswith("the intent 'affirm' is missing")


def test_exceptions_that_are_none() -> None:
    found = reasons(answer_problems(INTENTS, ANSWERS, (*ALONE, "greet", "gone"), FILES))

    assert found == ["there is no answer 'gone'", "the answer 'greet' does have an intent"]


def checkout(root: Path, *folders: str) -> Files:
    files = Files(root)
    for folder in folders:
        (files.examples / folder).mkdir(parents=True)
    return files


def test_intents_and_folders_that_agree(tmp_path: Path) -> None:
    files = checkout(tmp_path, "uses", "greet")

    assert example_problems(("uses", "greet"), [an_example("uses", "a"), an_example("greet", "b")], files) == []


def test_a_folder_without_intent(tmp_path: Path) -> None:
    assert "no intent of the domain" in the_reason(example_problems(["uses"], [], checkout(tmp_path, "uses", "old")))


def test_an_intent_without_folder(tmp_path: Path) -> None:
    assert "has no folder" in the_reason(example_problems(["uses", "greet"], [], checkout(tmp_path, "uses")))


def test_examples_in_the_folder_of_another_intent(tmp_path: Path) -> None:
    examples = [an_example("greet", "hello", folder="uses"), an_example("greet", "hi", folder="uses")]

    problems = example_problems(["uses", "greet"], examples, checkout(tmp_path, "uses", "greet"))

    assert the_reason(problems) == "the folder is that of 'uses', but the examples are of 'greet'"
