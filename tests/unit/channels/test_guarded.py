"""Whatever a channel does, its messages pass the guard."""

import asyncio
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.core.run import create_http_input_channels
from sanic import Blueprint
from tiny_bot.actions import LIBRARY, message
from tiny_bot.live_server import OPTIONS

from cryobot.browser.limits import RequestLimits
from cryobot.channels import guarded
from cryobot.channels.guarded import GuardedChannel, installed_options
from cryobot.channels.health import HealthChannel
from cryobot.channels.incoming import InvalidMessage
from cryobot.channels.rest import RestChannel
from cryobot.channels.web import WebChannel
from cryobot.guidance import installed
from cryobot.messaging.installed import platform_channels
from cryobot.paths import CREDENTIALS


class SmallChannel(GuardedChannel):
    @classmethod
    def name(cls) -> str:
        return "small"

    def routes(self) -> Blueprint:
        return Blueprint("small")


async def answer(user_message: UserMessage) -> None:
    await user_message.output_channel.send_response(user_message.sender_id, message("uses"))


def test_gives_a_subclass_the_answers_and_never_the_handler() -> None:
    channel = SmallChannel(OPTIONS)
    channel.blueprint(answer)

    replies = asyncio.run(channel.answer("anna", "what is it for?"))
    channel.guard.close()

    assert replies == [{"recipient_id": "anna", **message("uses")}]
    assert answer not in vars(channel).values()


def test_refuses_a_wrong_message_before_anything_else() -> None:
    with pytest.raises(InvalidMessage, match="message is empty"):
        asyncio.run(SmallChannel(OPTIONS).answer("anna", "/"))


def test_has_no_guard_before_it_is_part_of_a_server() -> None:
    with pytest.raises(RuntimeError, match="not part of a server"):
        asyncio.run(SmallChannel(OPTIONS).answer("anna", "what is it for?"))


def test_shares_the_guard_with_the_other_channels_of_its_server() -> None:
    async def handler(_: UserMessage) -> None:
        pass

    async def other_handler(_: UserMessage) -> None:
        pass

    channels = [WebChannel(OPTIONS), HealthChannel(OPTIONS), SmallChannel(OPTIONS)]
    for channel, its_handler in zip(channels, (handler, handler, other_handler), strict=True):
        channel.blueprint(its_handler)

    assert channels[0].guard is channels[1].guard
    assert channels[0].guard is not channels[2].guard


def test_closes_the_guard_with_the_server(server: Any) -> None:
    assert server.ids("anna", "is cryotherapy safe?") == ["overall-safety"]
    count = len(guarded._guards)
    server.app.ctx.input_channels[0].guard.close()

    assert server.ids("anna", "is cryotherapy safe?") == ["service-unavailable"]
    assert len(guarded._guards) == count


def test_credentials_name_the_channels_for_plain_rasa(monkeypatch: pytest.MonkeyPatch) -> None:
    installed.installed_library.cache_clear()
    monkeypatch.setattr(installed, "load_library", lambda *_, **__: LIBRARY)

    channels = create_http_input_channels(None, str(CREDENTIALS))
    options = installed_options()
    installed.installed_library.cache_clear()

    assert [type(channel) for channel in channels] == [RestChannel, WebChannel, HealthChannel, *platform_channels()]
    assert not any(channel.is_on for channel in channels[3:])
    assert options.test_question == "Is cryotherapy safe?"
    assert options.deadline_seconds == 8.0
    assert options.requests == RequestLimits("20/minute", "120/minute")
