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
    (tmp_path / "en.yml").write_text(f"choose: 'a:'\nnothing_found: b\nopen_list: {'c' * 21}\n")

    with pytest.raises(DataFileError, match="open_list"):
        load_words("en", tmp_path)
