"""Whatever is written on a platform, nothing goes round the guard."""

from dataclasses import replace
from uuid import uuid4

import pytest
from platform_fakes.adapter import Adapter

from messaging.bot import PATIENT, MessagingBot, Serve

# What a session of the engine would be told by, if it were let through.
COMMANDS = [
    "/restart",
    "//session_start",
    "/skin-marks{}",
    '/emergency{"slot": "value"}',
    "／restart",
    "/back",
    "\u200b/restart",
]


@pytest.mark.parametrize(
    "text", [*COMMANDS, "is\x00 cryotherapy\x07 safe?", "is\u202e cryo\u200btherapy safe?", "is\ncryotherapy\nsafe?"]
)
def test_commands_and_hidden_characters_are_read_as_on_the_rest_channel(
    bot: MessagingBot, adapter: Adapter, text: str
) -> None:
    expected = [reply["metadata"]["guidance_id"] for reply in bot.ask_rest("anna", text)]
    assert [reply["metadata"]["guidance_id"] for reply in bot.ask_widget(str(uuid4()), text)] == expected

    bot.say("anna", text)
    bot.settle()

    assert bot.ids("anna") == expected


@pytest.mark.parametrize("text", ["///", "\u200b", "\x07", "/ / /"])
def test_what_says_nothing_is_not_understood(bot: MessagingBot, adapter: Adapter, text: str) -> None:
    bot.say("anna", text)
    bot.settle()

    assert bot.ids("anna") == ["unclear"]


@pytest.mark.parametrize(
    "text",
    [
        "mark on the skin" + " and so on" * 300,
        "and so on " * 300 + "mark on the skin",
        "ﷺ" * 150 + " mark on the skin",
    ],
    ids=["at the start", "at the end", "of letters that become many"],
)
def test_a_message_that_is_too_long_is_read_at_its_start_and_its_end(serve: Serve, adapter: Adapter, text: str) -> None:
    with serve(options=replace(PATIENT, message_characters=1000)) as bot:
        bot.say("anna", text)
        bot.settle()

        assert bot.ids("anna") == ["skin-marks"]


def test_a_forged_payload_is_read_as_text(bot: MessagingBot, adapter: Adapter) -> None:
    bot.tell(adapter.press("anna", "/restart"), adapter.press("anna", "mark on the skin"))
    bot.settle()

    assert bot.ids("anna")[1:] == ["skin-marks"]


def test_a_text_that_is_not_approved_does_not_leave(bot: MessagingBot, adapter: Adapter) -> None:
    bot.say("anna", "unapproved", "bare", "raise")
    bot.settle()

    assert bot.ids("anna") == ["service-unavailable"] * 3


def test_a_burst_is_answered_later_and_nothing_is_dropped(serve: Serve, adapter: Adapter) -> None:
    with serve(limit="3/second") as bot:
        bot.say("anna", *["is cryotherapy safe?"] * 3, *["mark on the skin"] * 2)
        bot.say("ben", "is cryotherapy safe?")
        adapter.fake.wait(lambda: len(adapter.fake.texts(adapter.id_of("ben"))) == 1)
        assert bot.waiting()[0] > 0

        bot.settle()

        assert bot.ids("anna") == ["overall-safety"] * 3 + ["skin-marks"] * 2
