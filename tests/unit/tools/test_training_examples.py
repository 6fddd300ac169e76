import json
from pathlib import Path

import pytest

from cryobot.errors import DataFileError
from tools.encoder.examples import (
    QUESTIONS,
    QUESTIONS_FILE,
    SEVERAL,
    Example,
    UnknownVoiceError,
    fingerprint,
    load_examples,
    load_messages,
    split,
)

A = Example("a mark: what now?", ("skin-marks",), "plain")
B = Example("hi - there", ("greet",), "terse")
C = Example("is it safe and what does it cost", ("overall-safety", "not-covered"), SEVERAL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "skin-marks" / "plain.yml", "skin-marks", ["a mark: what now?", "red # patch"])
    write(tmp_path / "greet" / "terse.yml", "greet", ["hi - there"])
    return tmp_path


@pytest.fixture
def several(tmp_path: Path) -> Path:
    file = tmp_path / "several.jsonl"
    file.write_text(json.dumps({"text": C.text, "answers": C.labels}) + "\n\n", encoding="utf-8")
    return file


def write(file: Path, intent: str, texts: list[str]) -> None:
    file.parent.mkdir(exist_ok=True)
    lines = ["version: '3.1'", "nlu:", f"- intent: {intent}", "  examples: |", *(f"    - {text}" for text in texts)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_examples_carry_text_labels_and_voice(folder: Path, several: Path) -> None:
    assert load_examples(folder, several) == [B, A, Example("red # patch", ("skin-marks",), "plain"), C]


def test_the_projects_examples_can_be_read() -> None:
    examples = load_examples()
    assert {len(example.labels) for example in examples if example.voice != SEVERAL} == {1}
    assert any(len(example.labels) > 1 for example in examples if example.voice == SEVERAL)
    assert len({example.voice for example in examples}) > 2
    assert all(example.text.strip() == example.text != "" for example in examples)


def test_an_answer_named_twice_is_one_label(folder: Path, several: Path) -> None:
    several.write_text('{"text": "t", "answers": ["uses", "uses"]}', encoding="utf-8")
    assert load_examples(folder, several)[-1].labels == ("uses",)


def test_a_line_that_is_no_example_is_refused(folder: Path, several: Path) -> None:
    file = folder / "greet" / "terse.yml"
    file.write_text(file.read_text(encoding="utf-8") + "    hello\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"terse\.yml: this line is no example.*hello"):
        load_examples(folder, several)


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "t"}', '{"text": "t", "answers": []}', '{"text": 1}'])
def test_a_malformed_line_of_several_questions_is_named(folder: Path, several: Path, line: str) -> None:
    several.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"several\.jsonl: line 2: "):
        load_examples(folder, several)


def test_missing_files_are_named(folder: Path, several: Path, tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no training examples"):
        load_examples(tmp_path / "elsewhere", several)
    with pytest.raises(DataFileError, match=r"other\.jsonl: the file is missing"):
        load_examples(folder, tmp_path / "other.jsonl")


def test_voices_are_split_off() -> None:
    assert split([A, B, C], ["plain", SEVERAL]) == ([B], [A, C])
    assert split([A, B, C], []) == ([A, B, C], [])


def test_an_unknown_voice_is_refused() -> None:
    with pytest.raises(UnknownVoiceError, match=r"the voice nobody\. The voices are: plain, terse\."):
        split([A, B], ["plain", "nobody"])


def test_the_fingerprint_depends_on_everything() -> None:
    changed = [
        [A, B],
        [B, A],
        [A],
        [A, Example(B.text + " ", B.labels, B.voice)],
        [A, Example(B.text, ("thanks",), B.voice)],
        [A, Example(B.text, B.labels, "plain")],
    ]
    assert len({fingerprint(examples) for examples in changed}) == len(changed)
    assert fingerprint([A, B]) == fingerprint(iter([A, B]))


def test_the_development_questions_can_be_read() -> None:
    questions = load_messages(QUESTIONS_FILE, QUESTIONS)
    assert len(questions) > 500
    assert {question.voice for question in questions} == {QUESTIONS}
