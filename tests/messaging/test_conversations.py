"""The same conversations give the same texts on every platform."""

from typing import Any
from uuid import uuid4

import pytest
from platform_fakes.adapter import Adapter
from tiny_bot.actions import LIBRARY

from cryobot.messaging.incoming import Attachment
from messaging.bot import MessagingBot

CONVERSATIONS = [
    ["is cryotherapy safe?"],
    ["hello", "mark on the skin", "is cryotherapy safe?"],
    ["cannot breathe", "mark on the skin"],
    ["what will the weather be like", "raise", "partly", "nothing", "unapproved", "is cryotherapy safe?"],
]


@pytest.mark.parametrize("texts", CONVERSATIONS, ids=lambda texts: texts[0])
def test_the_texts_and_buttons_are_those_of_the_other_channels(
    bot: MessagingBot, adapter: Adapter, texts: list[str]
) -> None:
    expected = [reply for text in texts for reply in bot.ask_rest("anna", text)]

    conversation = str(uuid4())
    in_widget = [reply for text in texts for reply in bot.ask_widget(conversation, text)]
    bot.say("anna", *texts)
    bot.settle()

    assert [_without_recipient(reply) for reply in in_widget] == [_without_recipient(reply) for reply in expected]
    shown = [message for message in adapter.fake.messages if message.person == adapter.id_of("anna")]
    assert [adapter.words(message) for message in shown] == [reply["text"] for reply in expected]
    assert bot.ids("anna") == [reply["metadata"]["guidance_id"] for reply in expected]
    assert _all(bot.titles("anna")) == {button["title"] for reply in expected for button in reply["buttons"]}


def test_no_payload_is_ever_visible(bot: MessagingBot, adapter: Adapter) -> None:
    bot.say("anna", "hello", "mark on the skin", "is cryotherapy safe?", "cannot breathe")
    bot.settle()

    visible = " ".join(
        [m.text for m in adapter.fake.messages] + [t for m in adapter.fake.messages for t, _ in m.buttons]
    )
    assert not [answer for answer in LIBRARY.answers if f"/{answer}" in visible]
    assert "skin-marks" not in visible


def test_a_pressed_button_gives_its_answer(bot: MessagingBot, adapter: Adapter) -> None:
    bot.say("anna", "is cryotherapy safe?")
    bot.settle()
    bot.tell(adapter.press("anna", "/skin-marks"))
    bot.settle()

    assert bot.ids("anna") == ["overall-safety", "skin-marks"]


def test_the_greeting_of_the_platform_shows_what_the_assistant_is(bot: MessagingBot, adapter: Adapter) -> None:
    bot.tell(adapter.greet("anna"))
    bot.settle()

    assert bot.ids("anna") == ["greet", "bot-identity"]


@pytest.mark.parametrize("kind", list(Attachment))
def test_what_cannot_be_looked_at_is_taken_for_a_mark(bot: MessagingBot, adapter: Adapter, kind: Attachment) -> None:
    bot.tell(adapter.attach("anna", kind))
    bot.settle()

    assert bot.ids("anna") == ["skin-marks"]


@pytest.mark.parametrize(
    ("caption", "answers"),
    [
        ("is cryotherapy safe?", ["overall-safety", "skin-marks"]),
        ("mark on the skin", ["skin-marks"]),
        ("cannot breathe", ["emergency"]),
        ("///", ["skin-marks"]),
    ],
)
def test_a_caption_is_the_question(bot: MessagingBot, adapter: Adapter, caption: str, answers: list[str]) -> None:
    bot.tell(adapter.attach("anna", Attachment.PHOTO, caption))
    bot.settle()

    assert bot.ids("anna") == answers


def test_what_is_not_said_to_the_assistant_is_passed_over(bot: MessagingBot, adapter: Adapter) -> None:
    for what, post in adapter.quiet("anna").items():
        assert bot.post(post).status_code == 200, what
        assert bot.waiting() == (0, 0), what
    bot.say("anna", "is cryotherapy safe?")
    bot.settle()

    assert bot.ids("anna") == ["overall-safety"]
    assert len(adapter.fake.messages) == 1


def _without_recipient(reply: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in reply.items() if name != "recipient_id"}


def _all(titles: list[list[str]]) -> set[str]:
    return {title for of_message in titles for title in of_message}
