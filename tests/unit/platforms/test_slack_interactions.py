"""Buttons and the slash command, and what Slack gets for an answer at once."""

import json
import time

import pytest
from platform_fakes.slack import BOT_USER, CHANNEL, SlackAdapter

from cryobot.messaging.incoming import EventKind
from cryobot.messaging.platform import Acknowledgement
from cryobot.platforms.slack import Slack

from .slack_made import THREAD, introduced, read, request, unintroduced


@pytest.fixture
def slack() -> Slack:
    return introduced()


@pytest.fixture
def adapter() -> SlackAdapter:
    return SlackAdapter()


def test_reads_a_pressed_button(slack: Slack, adapter: SlackAdapter) -> None:
    event = read(slack, adapter.press("anna", "/skin-marks"))

    assert (event.kind, event.payload, event.person) == (EventKind.BUTTON, "/skin-marks", adapter.id_of("anna"))
    assert event.reply_to is None
    assert slack.acknowledgement(request(adapter.press("anna", "/skin-marks"))) == Acknowledgement()


def test_a_button_pressed_twice_is_two_events(slack: Slack, adapter: SlackAdapter) -> None:
    assert read(slack, adapter.press("anna", "/greet")).id != read(slack, adapter.press("anna", "/greet")).id


@pytest.mark.parametrize("place", ["message", "container"])
def test_a_button_in_a_channel_is_pressed_by_one_person_in_its_thread(
    slack: Slack, adapter: SlackAdapter, place: str
) -> None:
    pressed = adapter.pressed("anna", "/greet", channel={"id": CHANNEL, "name": "general"})
    pressed[place] |= {"thread_ts": THREAD}

    assert read(slack, adapter.interaction(pressed)).person == f"{CHANNEL}/{THREAD}/{adapter.user('anna')}"


@pytest.mark.parametrize("missing", ["type", "user", "actions"])
def test_a_press_that_lacks_something_is_passed_over(slack: Slack, adapter: SlackAdapter, missing: str) -> None:
    pressed = adapter.pressed("anna", "/greet")
    del pressed[missing]

    assert slack.read(request(adapter.interaction(pressed))) == []


def test_a_command_looks_something_up(slack: Slack, adapter: SlackAdapter) -> None:
    post = adapter.command("anna", " frost & cold ")
    before = int(time.time() * 1_000_000)
    event = read(slack, post)

    assert (event.kind, event.text, event.person) == (EventKind.LOOKUP, "frost & cold", adapter.user("anna"))
    assert event.order >= before
    assert read(slack, post).id == event.id
    assert read(slack, adapter.command("anna", "frost & cold")).id != event.id


@pytest.mark.parametrize("text", ["", "  ", "help", "Help"])
def test_a_command_without_words_shows_what_the_assistant_is(slack: Slack, adapter: SlackAdapter, text: str) -> None:
    assert read(slack, adapter.command("anna", text)).kind is EventKind.START


def test_who_types_a_command_alone_is_shown_where_the_answer_goes(slack: Slack, adapter: SlackAdapter) -> None:
    post = adapter.command("anna", "frostbite")
    acknowledgement = slack.acknowledgement(request(post))

    assert json.loads(acknowledgement.body) == {"response_type": "ephemeral", "text": f"→ <@{BOT_USER}>"}
    assert acknowledgement.content_type == "application/json"
    assert unintroduced().acknowledgement(request(post)) == Acknowledgement()


def test_messages_are_acknowledged_with_nothing(slack: Slack, adapter: SlackAdapter) -> None:
    assert slack.acknowledgement(request(adapter.text("anna", "hi"))) == Acknowledgement()
