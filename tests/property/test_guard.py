"""Whatever is written, no command reaches the dialogue engine and no text leaves that is not approved."""

import asyncio
import unicodedata
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from cryobot.channels.cleaning import clean
from cryobot.channels.guard import Guard
from cryobot.channels.incoming import InvalidMessage, Limits, read_message
from cryobot.channels.outgoing import approved_by
from cryobot.guidance.library import Library, load_answers

LIBRARY = Library(load_answers(), {"emergency_number": "112", "centre_name": "the centre"})
APPROVED = approved_by(LIBRARY)
LIMITS = Limits(300, APPROVED.payloads)

SLASHES = "/／∕⁄⧸╱⟋\\"
HIDDEN = " \n\t\r\v\x00\x1b\x85\u00a0\u00ad\u115f\u200b\u200d\u200e\u202e\u2028\u2060\u3000\u3164\ufe0f\ufeff\ud800"
DISGUISES = SLASHES + HIDDEN + "@{}"
COMMANDS = ("restart", "session_start", "back", "skin-marks", "skin-marks@1.0", 'skin-marks{"slot": "value"}', "greet")

disguised = st.builds(
    "".join, st.tuples(st.text(DISGUISES, max_size=12), st.sampled_from(COMMANDS), st.text(DISGUISES, max_size=3))
)
anything = st.text(st.characters(), max_size=150) | disguised | st.sampled_from(sorted(APPROVED.payloads))


class Recorder:
    """Stands in for the dialogue engine: keeps what reaches it, and sends what it is told."""

    def __init__(self, sent: list[dict[str, Any]]) -> None:
        self.sent = sent
        self.reached: list[UserMessage] = []

    async def handle(self, message: UserMessage) -> None:
        self.reached.append(message)
        for reply in self.sent:
            await message.output_channel.send_response(message.sender_id, reply)


def ask(text: str, sent: list[dict[str, Any]]) -> tuple[list[UserMessage], list[dict[str, Any]]]:
    recorder = Recorder(sent)
    guard = Guard(recorder.handle, APPROVED, 5)
    try:
        return recorder.reached, asyncio.run(guard.answer(read_message("anna", text, LIMITS), "rest"))
    finally:
        guard.close()


@given(anything)
@settings(max_examples=150, deadline=None)
@example("/restart")
@example("\u200b／\u2060/restart")
@example("\n∕⁄/restart")
@example("/\ufe0f/\u0338restart")
def test_no_command_reaches_the_engine(text: str) -> None:
    try:
        reached, _ = ask(text, [])
    except InvalidMessage:
        return

    (message,) = reached
    assert message.text
    assert message.text in APPROVED.payloads or not message.text.strip().startswith("/")
    if message.text in APPROVED.payloads:
        assert message.text == text


@given(anything)
@settings(max_examples=300, deadline=None)
def test_what_is_no_payload_is_no_command_to_rasa(text: str) -> None:
    cleaned = clean(text)

    if cleaned:
        assert YAMLStoryReader.unpack_regex_message(Message({TEXT: cleaned})).get(INTENT) is None


@given(anything)
@settings(max_examples=300, deadline=None)
def test_a_cleaned_text_is_clean(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert not {unicodedata.category(character) for character in cleaned} & {"Cc", "Cf", "Cs"}


replies = st.fixed_dictionaries(
    {},
    optional={
        "text": st.none() | st.text(max_size=20) | st.sampled_from(sorted(text for _, text in APPROVED.texts)),
        "buttons": st.none() | st.lists(st.dictionaries(st.sampled_from(["title", "payload"]), st.text(max_size=9))),
        "metadata": st.none()
        | st.text(max_size=3)
        | st.fixed_dictionaries({}, optional={"guidance_id": st.sampled_from(sorted(LIBRARY.answers)) | st.integers()}),
        "image": st.text(max_size=9),
        "custom": st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    },
)


@given(st.lists(replies, max_size=4))
@settings(max_examples=150, deadline=None)
def test_no_text_leaves_that_is_not_approved(sent: list[dict[str, Any]]) -> None:
    _, answered = ask("is it safe?", sent)

    assert answered
    for message in answered:
        assert set(message) == {"recipient_id", "text", "buttons", "metadata"}
        assert (message["metadata"]["guidance_id"], message["text"]) in LIBRARY.shown_texts
        assert all((button["payload"], button["title"]) in APPROVED.buttons for button in message["buttons"])


@given(
    st.none() | st.booleans() | st.integers() | st.floats() | st.lists(st.text()) | st.text(), anything | st.integers()
)
@settings(max_examples=200, deadline=None)
def test_a_message_is_read_or_refused_and_nothing_else(sender: object, message: object) -> None:
    try:
        read = read_message(sender, message, LIMITS)
    except InvalidMessage as error:
        refused = error
    else:
        assert read.sender == sender
        assert 0 < len(read.text) <= LIMITS.message_characters
        return
    assert 400 <= refused.status < 500
    assert refused.reason


@pytest.mark.parametrize("payload", sorted(APPROVED.payloads))
def test_every_button_reaches_the_engine(payload: str) -> None:
    reached, _ = ask(payload, [])

    assert [message.text for message in reached] == [payload]
