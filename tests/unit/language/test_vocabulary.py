import shutil
from pathlib import Path

import pytest

from cryobot.errors import DataFileError
from cryobot.language.vocabulary import Vocabulary, load_vocabulary
from cryobot.paths import VOCABULARY

FILES = ("marks", "cues", "danger", "lookalikes", "lemmas", "known_words", "clauses")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VOCABULARY, tmp_path / "vocabulary"))


def test_words_that_matter_are_single_words_of_marks_body_and_danger(vocabulary: Vocabulary) -> None:
    words = vocabulary.words_that_matter()
    assert {"blister", "scar", "rash", "knee", "breathe", "chest", "frostbite", "ambulance"} <= words
    assert all(word.isalpha() and len(word) > 3 for word in words)


@pytest.mark.parametrize("name", FILES)
def test_names_the_file_that_is_missing(folder: Path, name: str) -> None:
    (folder / f"{name}.yml").unlink()
    with pytest.raises(DataFileError, match=rf"{name}\.yml: the file is missing"):
        load_vocabulary(folder)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("marks", "marks: [scar]\n", "marks_near_skin"),
        ("marks", "marks: [scar]\nmarks_near_skin: []\nskin: []\nmore: []\n", "more"),
        ("danger", "breathing: gasp\n", "breathing"),
        ("lookalikes", "- mark up\n", "lookalikes.yml"),
        ("clauses", "joiners: [and\n", "not valid YAML"),
    ],
)
def test_names_the_field_that_is_wrong(folder: Path, name: str, content: str, problem: str) -> None:
    (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        load_vocabulary(folder)
