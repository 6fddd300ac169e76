from typing import Any

import pytest
from tiny_bot.actions import LIBRARY, message

from cryobot.channels.outgoing import approved_by, checked, unavailable
from cryobot.errors import UnknownAnswerError
from cryobot.guidance.library import Library

APPROVED = approved_by(LIBRARY)


@pytest.mark.parametrize("answer_id", sorted(LIBRARY.answers))
def test_passes_every_answer_of_the_library(answer_id: str) -> None:
    assert checked(message(answer_id), "anna", APPROVED) == {"recipient_id": "anna", **message(answer_id)}


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Cryotherapy is harmless."},
        {"text": message("overall-safety")["text"] + " "},
        {"text": message("overall-safety")["text"].upper()},
        {"text": message("skin-marks")["text"]},
        {"text": None},
        {"text": ["a", "b"]},
        {"metadata": None},
        {"metadata": {}},
        {"metadata": {"guidance_id": "skin-marks"}},
        {"metadata": {"guidance_id": ["overall-safety"]}},
        {"metadata": {"guidance_id": "no-such-answer"}},
        {"metadata": {"guidance_id": "overall-safety", "seen": {1, 2}}},
        {"metadata": {"guidance_id": "overall-safety", "seen": float("nan")}},
    ],
)
def test_refuses_what_is_not_the_text_of_the_answer(change: dict[str, Any]) -> None:
    assert checked(message("overall-safety") | change, "anna", APPROVED) is None


def test_passes_nothing_on_but_text_approved_buttons_and_metadata() -> None:
    approved_button = {"title": LIBRARY.button_title("uses"), "payload": "/uses"}
    buttons = [
        approved_button | {"url": "https://example.com"},
        {"title": "Click me", "payload": "/uses"},
        {"title": LIBRARY.button_title("uses"), "payload": "/restart"},
        {"title": ["x"], "payload": {}},
        "no button",
    ]
    extras = {"buttons": buttons, "image": "https://example.com", "custom": {"a": 1}, "recipient_id": "berta"}

    reply = checked(message("skin-marks") | extras, "anna", APPROVED)

    assert reply == {"recipient_id": "anna", **message("skin-marks"), "buttons": [approved_button]}


@pytest.mark.parametrize("buttons", [None, {}, "buttons"])
def test_gives_a_list_of_buttons_whatever_was_sent(buttons: object) -> None:
    reply = checked(message("skin-marks") | {"buttons": buttons}, "anna", APPROVED)

    assert reply is not None
    assert reply["buttons"] == []


def test_keeps_the_excuse_in_memory() -> None:
    first = unavailable("anna", APPROVED)
    first["metadata"].clear()

    assert unavailable("berta", APPROVED) == {"recipient_id": "berta", **message("service-unavailable")}


def test_needs_an_excuse_in_the_library() -> None:
    answers = {key: answer for key, answer in LIBRARY.answers.items() if key != "service-unavailable"}
    with pytest.raises(UnknownAnswerError, match="service-unavailable"):
        approved_by(Library(answers, {}))


def test_lets_through_the_payload_of_every_answer() -> None:
    assert APPROVED.payloads == {f"/{answer_id}" for answer_id in LIBRARY.answers}
