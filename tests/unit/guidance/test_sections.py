from pathlib import Path

import pytest

from cryobot.errors import DataFileError
from cryobot.guidance.sections import headings, load_sections, without_heading

SECTIONS = {"B": {"en": "Effects?", "es": "¿Efectos?"}, "D": {"en": "Marks"}, "E": {"es": "Nosotros"}}


def test_headings_in_the_order_of_the_source_and_each_once() -> None:
    assert headings(("D3", "B1", "D1"), SECTIONS, "en") == ["Marks", "Effects?"]
    assert headings((), SECTIONS, "en") == []


def test_headings_in_another_language_and_in_english_where_it_is_missing() -> None:
    assert headings(("D3", "B1"), SECTIONS, "es") == ["Marks", "¿Efectos?"]


def test_sections_without_a_heading_in_english() -> None:
    assert without_heading(("B1", "E1", "A1", "A1"), SECTIONS) == ["E", "A"]


def test_the_article_has_five_sections() -> None:
    assert "".join(load_sections()) == "ABCDE"
    assert without_heading(("A1", "B1", "C4", "D2", "E1"), load_sections()) == []


@pytest.mark.parametrize("content", ["sections: {F: {en: More}}", "sections: {A: {english: More}}", "A: {en: More}"])
def test_a_malformed_file_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "sections.yml"
    file.write_text(content)

    with pytest.raises(DataFileError, match=r"sections\.yml"):
        load_sections(file)
