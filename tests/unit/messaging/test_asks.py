import pytest

from cryobot.messaging.asks import Ask, asks_of
from cryobot.messaging.incoming import Attachment, Event, EventKind
from cryobot.messaging.outgoing import Button
from cryobot.messaging.typed import chosen, shortened

OFFERED = (Button("Is it safe?", "/overall-safety"), Button("Care of scars", "/scar-care"))


def event(kind: EventKind, **values: object) -> Event:
    return Event("1", "anna", kind, **values)  # type: ignore[arg-type]


def asked(given: Event, offered: tuple[Button, ...] = (), most: int = 4000) -> list[Ask]:
    return asks_of(given, offered, most)


def test_a_message_is_asked_as_it_is() -> None:
    assert asked(event(EventKind.MESSAGE, text=" Is it SAFE? \n")) == [Ask(" Is it SAFE? \n")]


def test_the_start_says_hello_and_what_the_assistant_is() -> None:
    assert asked(event(EventKind.START)) == [Ask("/greet"), Ask("/bot-identity")]


def test_a_button_is_its_payload() -> None:
    assert asked(event(EventKind.BUTTON, payload="/scar-care")) == [Ask("/scar-care")]


def test_an_attachment_is_asked_as_a_mark_and_named() -> None:
    mark = Ask("/skin-marks", {"attachment": "photo"}, only_without_escalation=True)

    assert asked(event(EventKind.ATTACHMENT, attachment=Attachment.PHOTO)) == [mark]
    with_caption = event(EventKind.ATTACHMENT, attachment=Attachment.PHOTO, text="is it safe?")
    assert asked(with_caption) == [Ask("is it safe?"), mark]


@pytest.mark.parametrize("text", ["", "/", "\u200b", " \n"])
def test_what_says_nothing_is_not_understood(text: str) -> None:
    assert asked(event(EventKind.MESSAGE, text=text)) == [Ask("/unclear")]
    assert asked(event(EventKind.BUTTON, payload=text)) == [Ask("/unclear")]


@pytest.mark.parametrize(
    ("typed", "payload"),
    [
        ("1", "/overall-safety"),
        (" 2. ", "/scar-care"),
        ("#2", "/scar-care"),
        ("(2)", "/scar-care"),
        ("２", "/scar-care"),
        ("care of SCARS", "/scar-care"),
        ("Is it safe", "/overall-safety"),
    ],
)
def test_a_number_or_title_that_was_offered_is_the_button(typed: str, payload: str) -> None:
    assert asked(event(EventKind.MESSAGE, text=typed), OFFERED) == [Ask(payload)]


@pytest.mark.parametrize("typed", ["3", "0", "12", "1 2", "1st", "scars", "2 weeks ago", "²3"])
def test_anything_else_is_a_question(typed: str) -> None:
    assert chosen(typed, OFFERED) is None
    assert asked(event(EventKind.MESSAGE, text=typed), OFFERED) == [Ask(typed)]


def test_a_title_that_was_not_offered_is_a_question() -> None:
    assert asked(event(EventKind.MESSAGE, text="Is it safe?")) == [Ask("Is it safe?")]


def test_what_is_too_long_keeps_its_start_and_its_end() -> None:
    text = "a" * 90 + "b" * 200 + "c" * 90

    assert shortened(text, 101) == "a" * 50 + " " + "c" * 50
    assert asked(event(EventKind.MESSAGE, text=text), most=101) == [Ask("a" * 50 + " " + "c" * 50)]
    assert shortened("x" * 101, 101) == "x" * 101
