from pathlib import Path

import pytest

from cryobot.errors import DataFileError
from cryobot.messaging.words import FOLDER, load_words


def test_a_language_without_words_gets_the_english_ones() -> None:
    assert load_words("xx") == load_words("en")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.yml")), ids=lambda file: file.stem)
def test_every_file_can_be_read(file: Path) -> None:
    assert load_words(file.stem).choose.endswith(":")


def test_a_title_that_is_too_long_is_named(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text(f"choose: 'a:'\nopen_list: {'c' * 21}\n")

    with pytest.raises(DataFileError, match="open_list"):
        load_words("en", tmp_path)


def test_the_words_of_a_person_are_headed_by_who_wrote_them() -> None:
    headed = load_words("en").headed("Maria", "  See you at 10.\nMaria ")
    assert headed == "Maria (staff):\nSee you at 10.\nMaria"
    assert load_words("en").headed("{name}", "{name}") == "{name} (staff):\n{name}"


@pytest.mark.parametrize("wrong", ["Staff:", "{name} {name}:", "{NAME}:"])
def test_a_heading_that_names_nobody_is_refused(tmp_path: Path, wrong: str) -> None:
    words = f"choose: 'a:'\nopen_list: c\nperson: '{wrong}'\n"
    (tmp_path / "en.yml").write_text(words)
    with pytest.raises(DataFileError, match="person"):
        load_words("en", tmp_path)
