"""What the guidance page and the card show, and the file that says so."""

from pathlib import Path

import pytest

from cryobot.desk.card_view import card_view
from cryobot.desk.shown_guidance import Card, CardEntry, ShownGuidance, load_shown_guidance
from cryobot.errors import DataFileError
from cryobot.guidance.library import Library, load_answers

ANSWERS = load_answers()
LIBRARY = Library(ANSWERS, {"emergency_number": "112", "centre_name": "Cold Corner"})
CARD = Card(
    danger=CardEntry(id="emergency", sentences=1), marks=CardEntry(id="skin-marks"), answers=(CardEntry(id="uses"),)
)


def test_every_answer_is_in_exactly_one_group() -> None:
    grouped = load_shown_guidance(ANSWERS.keys()).grouped(ANSWERS)

    ids = [answer for _, answers in grouped for answer in answers]
    assert sorted(ids) == sorted(ANSWERS)


def test_what_no_group_names_comes_last() -> None:
    shown = ShownGuidance(groups={"a": ("uses", "greet"), "b": ()}, card=CARD)

    assert shown.grouped(["thanks", "greet", "uses"]) == [("a", ["uses", "greet"]), ("more", ["thanks"])]


def test_a_file_that_names_an_unknown_answer_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "desk.yml"
    file.write_text("groups: {a: [nonsense]}\ncard: {danger: {id: uses}, marks: {id: uses}, answers: [{id: uses}]}\n")

    with pytest.raises(DataFileError, match="no answer 'nonsense'"):
        load_shown_guidance(ANSWERS.keys(), file)


def test_the_card_prints_the_first_sentences_or_the_whole_text() -> None:
    card = card_view(LIBRARY, ShownGuidance(groups={}, card=CARD))

    assert card.danger.text == "Call 112 now."
    assert card.marks.text == LIBRARY.text("skin-marks").text


def test_the_version_of_the_card_changes_with_a_text() -> None:
    shown = ShownGuidance(groups={}, card=CARD)
    other = Library(ANSWERS, {"emergency_number": "999", "centre_name": "Cold Corner"})

    assert card_view(LIBRARY, shown).version == card_view(LIBRARY, shown).version
    assert card_view(LIBRARY, shown).version != card_view(other, shown).version
