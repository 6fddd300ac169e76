import shutil
from pathlib import Path

import pytest

from cryobot.consistency.answer_files import read_answers
from cryobot.paths import ANSWERS

from .builders import reasons, the_reason


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("uses", "greet"):
        shutil.copy(ANSWERS / f"{name}.yml", tmp_path)
    return tmp_path


def spoil(file: Path, old: str, new: str) -> None:
    content = file.read_text()
    assert old in content
    file.write_text(content.replace(old, new))


def test_good_answers_are_read(folder: Path) -> None:
    read = read_answers(folder)

    assert read.problems == []
    assert set(read.answers) == read.ids == {"uses", "greet"}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("en: What is it for?", "en: What is it all for ...?", "at most 20 characters"),
        ("basis: article", "basis: hearsay", "basis"),
        ("source: [B1]", "source: []", "cites at least one paragraph"),
        ("title: What", "heading: What", "title: Field required"),
        ("review_due: 2027", "review_due: 2025", "must be after reviewed_on"),
        ("id: uses", "id: [uses", "not valid YAML"),
    ],
)
def test_a_malformed_answer_is_a_problem_and_keeps_its_id(folder: Path, old: str, new: str, reason: str) -> None:
    spoil(folder / "uses.yml", old, new)

    read = read_answers(folder)

    assert reason in the_reason(read.problems)
    assert read.problems[0].file == folder / "uses.yml"
    assert set(read.answers) == {"greet"}
    assert read.ids == {"uses", "greet"}


def test_every_malformed_answer_is_listed(folder: Path) -> None:
    spoil(folder / "uses.yml", "basis: article", "basis: hearsay")
    spoil(folder / "greet.yml", "escalation: none", "escalation: nobody")

    assert len(reasons(read_answers(folder).problems)) == 2


def test_a_file_is_named_after_its_id(folder: Path) -> None:
    (folder / "uses.yml").rename(folder / "purposes.yml")

    read = read_answers(folder)

    assert the_reason(read.problems) == "its id is 'uses'"
    assert read.ids == {"uses", "greet"}


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert "no answers" in the_reason(read_answers(tmp_path).problems)
