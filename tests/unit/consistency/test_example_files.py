from pathlib import Path

import pytest

from cryobot.consistency.example_files import Example, by_intent, read_examples

from .builders import an_example, the_reason

GOOD = 'version: "3.1"\nnlu:\n- intent: uses\n  examples: |\n    - what is it for?\n    - why: would "one"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "uses" / "plain.yml"
    file.parent.mkdir()
    file.write_text(GOOD)
    return file


def test_examples_are_read_as_they_are(file: Path) -> None:
    examples, problems = read_examples(file.parent.parent)

    assert problems == []
    assert examples == [Example("uses", "what is it for?", file), Example("uses", 'why: would "one"', file)]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("    - why", "    why", "this line is no example"),
        ("    - what is it for?", "    - ", "this line is no example"),
        ("examples: |", "example: |", "nlu.0.examples: Field required"),
        ("nlu:", "nlu: [", "not valid YAML"),
    ],
)
def test_what_is_no_example_is_a_problem(file: Path, old: str, new: str, reason: str) -> None:
    file.write_text(GOOD.replace(old, new))

    _, problems = read_examples(file.parent.parent)

    assert reason in the_reason(problems)
    assert problems[0].file == file


def test_a_file_that_is_no_text_is_a_problem(file: Path) -> None:
    file.write_bytes(b"nlu: \xff\xfe")

    assert "not valid YAML" in the_reason(read_examples(file.parent.parent)[1])


def test_one_bad_file_hides_no_other(file: Path) -> None:
    (file.parent / "bad.yml").write_text("nlu: 1")

    examples, problems = read_examples(file.parent.parent)

    assert len(examples) == 2
    assert len(problems) == 1


def test_texts_by_intent() -> None:
    examples = [an_example("uses", "a"), an_example("greet", "b"), an_example("uses", "c")]

    assert by_intent(examples) == {"uses": ["a", "c"], "greet": ["b"]}
