import shutil
from datetime import date
from pathlib import Path

import pytest

from cryobot.errors import DataFileError, NotApprovedError, UnknownAnswerError
from cryobot.guidance.answer import Basis, text_hash
from cryobot.guidance.approval import approve
from cryobot.guidance.installed import installed_library
from cryobot.guidance.library import Library, load_answers, load_library
from cryobot.paths import ANSWERS
from cryobot.settings import settings

PLACEHOLDERS = {"emergency_number": "999", "centre_name": "Cold Corner"}
LIBRARY = Library(load_answers(), PLACEHOLDERS)
NAMES = ("emergency", "greet", "unclear", "uses")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "answers"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(ANSWERS / f"{name}.yml", folder)
    return folder


@pytest.fixture
def approvals(folder: Path) -> Path:
    file = folder.parent / "approvals.yml"
    for answer in load_answers(folder).values():
        approve(answer, "Someone", date(2026, 1, 1), file)
    return file


def test_placeholders_are_filled_and_the_version_is_that_of_the_approved_wording() -> None:
    shown = LIBRARY.text("emergency")

    assert shown.text.startswith("Call 999 now.")
    assert shown.version == text_hash(LIBRARY.get("emergency").texts["default"]["en"])
    assert "Cold Corner" in LIBRARY.text("greet").text


def test_a_variant() -> None:
    assert LIBRARY.text("unclear", "again").text != LIBRARY.text("unclear").text


def test_every_text_that_may_be_shown() -> None:
    variants = sum(len(answer.texts) for answer in LIBRARY.answers.values())

    assert len(LIBRARY.shown_texts) == variants
    assert ("emergency", LIBRARY.text("emergency").text) in LIBRARY.shown_texts
    assert ("greet", LIBRARY.text("emergency").text) not in LIBRARY.shown_texts
    assert not [text for _, text in LIBRARY.shown_texts if "{" in text]


def test_the_texts_of_all_languages() -> None:
    greet = LIBRARY.get("greet")
    spanish = greet.model_copy(update={"texts": {"default": {"en": "I am {centre_name}.", "es": "Soy {centre_name}."}}})

    texts = Library({"greet": spanish}, PLACEHOLDERS).texts("greet")

    assert texts == {"en": "I am Cold Corner.", "es": "Soy Cold Corner."}


def test_an_unknown_answer_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownAnswerError, match=r"no answer 'prices'.*skin-marks"):
        LIBRARY.get("prices")


def test_ids_by_what_they_rest_on() -> None:
    article, policy = LIBRARY.ids(Basis.ARTICLE), LIBRARY.ids(Basis.SAFETY_POLICY)

    assert "skin-marks" in article
    assert "emergency" in policy
    assert sorted(article + policy) == sorted(LIBRARY.answers)


def test_reviews_that_are_due() -> None:
    due = LIBRARY.get("uses").review_due

    assert LIBRARY.get("uses") in LIBRARY.due_for_review(due)
    assert LIBRARY.due_for_review(date(2026, 1, 1)) == []


def test_the_language_of_the_installation_and_english_where_it_is_missing() -> None:
    uses = LIBRARY.get("uses")
    spanish = uses.model_copy(
        update={"texts": {"default": {"en": "Pain.", "es": "Dolor."}}, "button": {"en": "Why?", "es": "¿Por qué?"}}
    )
    library = Library({"uses": spanish, "greet": LIBRARY.get("greet")}, PLACEHOLDERS, "es")

    assert (library.text("uses").text, library.text("uses").language) == ("Dolor.", "es")
    assert library.button_title("uses") == "¿Por qué?"
    assert library.text("greet").language == "en"
    assert library.button_title("greet") == "Hello"


def test_an_approved_library_is_loaded(folder: Path, approvals: Path) -> None:
    assert sorted(load_library(PLACEHOLDERS, answers=folder, approvals=approvals).answers) == sorted(NAMES)


def test_a_cited_section_needs_a_heading(folder: Path, approvals: Path, tmp_path: Path) -> None:
    sections = tmp_path / "sections.yml"
    sections.write_text("sections: {A: {en: Effects}}")

    with pytest.raises(DataFileError, match=r"sections\.yml: there is no heading for section B, which 'uses' cites"):
        load_library(PLACEHOLDERS, answers=folder, approvals=approvals, sections=sections)


def test_a_changed_text_is_refused(folder: Path, approvals: Path) -> None:
    file = folder / "uses.yml"
    file.write_text(file.read_text().replace("ease pain", "heal"))

    with pytest.raises(NotApprovedError, match="cryobot approve uses --by") as caught:
        load_library(PLACEHOLDERS, answers=folder, approvals=approvals)
    assert str(file) in str(caught.value)
    assert "greet" not in str(caught.value)


def test_without_approvals_nothing_is_shown(folder: Path) -> None:
    with pytest.raises(DataFileError, match="missing"):
        load_library(PLACEHOLDERS, answers=folder, approvals=folder / "none.yml")


def test_a_file_is_named_after_its_id(folder: Path) -> None:
    (folder / "uses.yml").rename(folder / "purpose.yml")

    with pytest.raises(DataFileError, match=r"'uses\.yml'"):
        load_answers(folder)


def test_a_folder_without_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no answers"):
        load_answers(tmp_path)


def test_the_installed_library_has_the_name_and_number_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_CENTRE_NAME", "Cold Corner")
    monkeypatch.setenv("CRYOBOT_EMERGENCY_NUMBER", "999")
    settings.cache_clear()
    installed_library.cache_clear()
    try:
        assert "Call 999 now." in installed_library().text("emergency").text
        assert "Cold Corner" in installed_library().text("greet").text
    finally:
        settings.cache_clear()
        installed_library.cache_clear()
