import json
from pathlib import Path

import pytest

from cryobot.errors import DataFileError
from cryobot.evaluation.questions import load_questions

KNOWN = {"uses", "skin-marks", "not-covered"}
GOOD: dict[str, object] = {"id": "a1", "text": "What is it for?", "kind": "plain", "answers": ["uses"]}


def write(folder: Path, *lines: object) -> Path:
    file = folder / "questions.jsonl"
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    file.write_text(text + "\n", encoding="utf-8")
    return file


def test_reads_every_field(tmp_path: Path) -> None:
    full = {**GOOD, "also": ["not-covered"], "labels": [["uses"], ["not-covered", "uses"]]}
    (question,) = load_questions(write(tmp_path, full), KNOWN)
    assert question.text == "What is it for?"
    assert question.answers == ("uses",)
    assert question.labels == (("uses",), ("not-covered", "uses"))
    assert question.accepted == {"uses", "not-covered"}


def test_blank_lines_and_rare_line_separators_are_no_end_of_a_question(tmp_path: Path) -> None:
    odd = '{"id": "b", "text": "one\u2028two", "kind": "plain", "answers": ["uses"]}'
    questions = load_questions(write(tmp_path, GOOD, "", odd), KNOWN)
    assert [question.text for question in questions] == ["What is it for?", "one\u2028two"]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ([], "no questions"),
        (["{"], r"line 1: line: Invalid JSON"),
        ([GOOD, {**GOOD, "text": "Other"}], "line 2: the same id as in line 1"),
        ([GOOD, "", {**GOOD, "id": "a2"}], "line 3: the same text as in line 1"),
        ([{**GOOD, "answers": []}], "line 1: answers: "),
        ([{**GOOD, "answers": ["uses", "uses"]}], "line 1: answers: .*twice"),
        ([{**GOOD, "answers": ["use"]}], "line 1: no such answer in the library: use"),
        ([{**GOOD, "also": ["marks"]}], "line 1: no such answer in the library: marks"),
        ([{**GOOD, "labels": [["uses"], ["skin"]]}], "line 1: no such answer in the library: skin"),
        ([{**GOOD, "labels": [["uses"]]}], "line 1: labels: .*two labels"),
        ([{**GOOD, "text": " "}], "line 1: text: "),
        ([{**GOOD, "answer": "uses"}], "line 1: answer: Extra inputs"),
        ([{"id": "a1"}], "line 1: text: Field required"),
    ],
)
def test_a_malformed_file_is_refused_by_line(tmp_path: Path, lines: list[object], problem: str) -> None:
    with pytest.raises(DataFileError, match=problem):
        load_questions(write(tmp_path, *lines), KNOWN)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"none\.jsonl: the file is missing"):
        load_questions(tmp_path / "none.jsonl", KNOWN)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes('{"id": "é"}'.encode("latin-1"))
    with pytest.raises(DataFileError, match="UTF-8"):
        load_questions(file, KNOWN)
