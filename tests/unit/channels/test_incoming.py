import pytest

from cryobot.channels.incoming import HEALTH_SENDER, IncomingMessage, InvalidMessage, Limits, read_message

LIMITS = Limits(message_characters=100, payloads=frozenset({"/skin-marks", "/uses"}))


def test_reads_a_message_cleaned_and_as_it_was_written() -> None:
    message = read_message("anna", " ｉs it\nsafe?", LIMITS)

    assert message == IncomingMessage(sender="anna", text="is it safe?", question=" ｉs it\nsafe?")


def test_passes_on_the_payload_of_a_button_as_it_is() -> None:
    assert read_message("anna", "/skin-marks", LIMITS).text == "/skin-marks"


@pytest.mark.parametrize(
    "almost",
    [
        " /skin-marks",
        "/skin-marks ",
        "／skin-marks",
        "//skin-marks",
        "/skin-marks{}",
        "/skin-marks@1.0",
        "/Skin-marks",
        "/skin-marks\n",
        '/skin-marks{"a": "b"}',
        "/skin-marks/uses",
    ],
)
def test_takes_what_is_almost_a_payload_for_a_question(almost: str) -> None:
    assert not read_message("anna", almost, LIMITS).text.startswith("/")


@pytest.mark.parametrize(
    ("sender", "word"),
    [
        (None, "missing"),
        ("", "empty"),
        ("  ", "empty"),
        (7, "must be a text"),
        (["anna"], "must be a text"),
        (True, "must be a text"),
        ("a" * 201, "too long"),
        ("an\ud800na", "cannot be printed"),
        ("an\nna", "cannot be printed"),
        ("anna\u200b", "cannot be printed"),
        (HEALTH_SENDER, "reserved"),
    ],
)
def test_refuses_a_wrong_sender(sender: object, word: str) -> None:
    with pytest.raises(InvalidMessage, match=word) as refused:
        read_message(sender, "is it safe?", LIMITS)
    assert refused.value.status == 400


@pytest.mark.parametrize(
    ("message", "status", "word"),
    [
        (None, 400, "missing"),
        ("", 400, "empty"),
        (" \n\t", 400, "empty"),
        ("\u200b\u2060", 400, "empty"),
        ("\ud800", 400, "empty"),
        ("///", 400, "empty"),
        (5, 400, "must be a text"),
        (False, 400, "must be a text"),
        ({"text": "is it safe?"}, 400, "must be a text"),
        ("a" * 101, 413, "too long"),
        ("/" * 101, 413, "too long"),
        ("\u200b" * 101, 413, "too long"),
        ("\ufdfa" * 20, 413, "too long"),
    ],
)
def test_refuses_a_wrong_message(message: object, status: int, word: str) -> None:
    with pytest.raises(InvalidMessage, match=word) as refused:
        read_message("anna", message, LIMITS)
    assert refused.value.status == status


def test_takes_a_sender_and_a_message_of_the_full_length() -> None:
    message = read_message("ä" * 200, "ä" * 100, LIMITS)

    assert (len(message.sender), len(message.text)) == (200, 100)
