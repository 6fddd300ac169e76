from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from cryobot.guidance.answer import Answer, Basis, Escalation, text_hash

VALUES: dict[str, Any] = {
    "id": "skin-marks",
    "title": "A mark",
    "question": "What about a mark?",
    "button": {"en": "A mark"},
    "texts": {"default": {"en": "  See a dermatologist. "}},
    "source": ["D1"],
    "basis": "article",
    "escalation": "dermatologist",
    "follow_ups": ["scar-care"],
    "reviewed_on": "2026-01-01",
    "review_due": "2026-07-01",
}


def test_a_complete_answer() -> None:
    answer = Answer.model_validate(VALUES)

    assert answer.texts["default"]["en"] == "See a dermatologist."
    assert (answer.basis, answer.escalation) == (Basis.ARTICLE, Escalation.DERMATOLOGIST)
    assert answer.review_due == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("id", "Skin Marks", "id"),
        ("id", "skin-", "id"),
        ("title", "", "title"),
        ("button", {"en": "a" * 21}, "at most 20"),
        ("button", {"english": "A mark"}, "button"),
        ("texts", {"default": {"en": "a" * 501}}, "at most 500"),
        ("texts", {"default": {"en": "  "}}, "at least 1"),
        ("texts", {"again": {"en": "Text."}}, "there must be a 'default' text"),
        ("source", ["F1"], "source"),
        ("source", [], "cites at least one paragraph"),
        ("basis", "safety-policy", "cites no paragraph"),
        ("basis", "hearsay", "basis"),
        ("escalation", "nurse", "escalation"),
        ("review_due", "2026-01-01", "must be after reviewed_on"),
        ("colour", "red", "Extra inputs"),
    ],
)
def test_a_wrong_field_is_named(field: str, value: object, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Answer.model_validate(VALUES | {field: value})


def test_an_answer_cannot_be_changed() -> None:
    answer = Answer.model_validate(VALUES)

    with pytest.raises(ValidationError, match="frozen"):
        answer.title = "Another"  # type: ignore[misc]


def test_the_version_of_a_text_changes_with_every_letter() -> None:
    assert text_hash("See a dermatologist.") == text_hash("See a dermatologist.")
    assert text_hash("See a dermatologist.") != text_hash("See a dermatologist")
    assert len(text_hash("")) == 16
