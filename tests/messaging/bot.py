"""The tiny bot with one messaging channel, beside those of programs and browsers, and the platform it talks to."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
from platform_fakes.adapter import Adapter, Post
from rasa.core.agent import Agent
from sanic import Sanic
from tiny_bot.actions import LIBRARY
from tiny_bot.live_server import OPTIONS

from cryobot.browser.limits import RequestLimits
from cryobot.channels.guarded import ChannelOptions
from cryobot.channels.rest import RestChannel
from cryobot.channels.web import WebChannel
from cryobot.messaging.channel import House, MessagingChannel
from cryobot.messaging.journal import Journal
from cryobot.messaging.on_off import state_of
from cryobot.messaging.pace import Pace
from cryobot.messaging.pseudonyms import Pseudonyms
from cryobot.messaging.settings import MessagingSettings
from cryobot.messaging.words import load_words
from cryobot.server.app import build_app
from cryobot.server.port import take_port

KEY = "k" * 32
# Quick, but for the deadline: the machine may be busy with other tests.
QUICK = Pace(
    first_pause=0.05, longest_pause=0.3, aside_pause=0.3, mending_pause=0.05, desk_pause=0.05, request_seconds=1.5
)
PATIENT = replace(OPTIONS, deadline_seconds=8.0)
WAIT_SECONDS = 20.0

ID_OF_TEXT = {text: answer for answer, text in LIBRARY.shown_texts}


@dataclass
class MessagingBot:
    """A running server; `post` is the platform that posts to its webhook."""

    adapter: Adapter
    client: httpx.Client
    journal: Journal
    sent: list[Post] = field(default_factory=list)

    def post(self, post: Post) -> httpx.Response:
        self.sent.append(post)
        return self.client.post(self.adapter.webhook, content=post.body, headers=post.headers)

    def tell(self, *posts: Post) -> None:
        """Post, and make sure that each is acknowledged."""
        for post in posts:
            response = self.post(post)
            assert response.status_code == 200, response.text

    def say(self, person: str, *texts: str) -> None:
        self.tell(*(self.adapter.text(person, text) for text in texts))

    def waiting(self) -> tuple[int, int]:
        return self.journal.waiting(self.adapter.name)

    def settle(self, seconds: float = WAIT_SECONDS) -> None:
        """Wait until every event is answered and every message sent or given up."""
        self.until(lambda: self.waiting() == (0, 0), seconds)

    def until(self, condition: Callable[[], bool], seconds: float = WAIT_SECONDS) -> None:
        """Wait until something is so."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"waiting: {self.waiting()}, undelivered: {self.journal.undelivered()}"
            time.sleep(0.01)

    def ids(self, person: str) -> list[str]:
        """Give the ids of the approved texts that a person got; a text that is not approved is an error."""
        identity = self.adapter.id_of(person)
        shown = [message for message in self.adapter.fake.messages if message.person == identity]
        return [ID_OF_TEXT[self.adapter.words(message)] for message in shown]

    def titles(self, person: str) -> list[list[str]]:
        """Give the titles of the buttons of each message that a person got."""
        identity = self.adapter.id_of(person)
        return [self.adapter.titles(m) for m in self.adapter.fake.messages if m.person == identity]

    def ask_rest(self, sender: str, text: str) -> list[dict[str, Any]]:
        response = self.client.post("/webhooks/rest/webhook", json={"sender": sender, "message": text})
        assert response.status_code == 200, response.text
        return list(response.json())

    def ask_widget(self, conversation: str, text: str) -> list[dict[str, Any]]:
        content = {"conversation": conversation, "message": text}
        response = self.client.post("/webhooks/web/messages", json=content)
        assert response.status_code == 200, response.text
        return list(response.json()["replies"])


Serve = Callable[..., AbstractContextManager[MessagingBot]]


def channel_of(adapter: Adapter, journal: Journal, options: ChannelOptions, pace: Pace) -> MessagingChannel:
    """Make the channel from the environment, as it is made for an installation."""
    platform_type = adapter.channel_type.platform_type
    state = state_of(platform_type.settings_type, MessagingSettings(public_url="https://bot.example.org"))
    assert state.settings, state.problems
    house = House(journal, Pseudonyms(KEY), pace)
    return adapter.channel_type(options, platform_type(state.settings, load_words("en")), house)


@contextmanager
def serving(
    adapter: Adapter,
    agent: Agent,
    folder: Path,
    *,
    pace: Pace = QUICK,
    options: ChannelOptions = PATIENT,
    limit: str = "1000/minute",
) -> Iterator[MessagingBot]:
    """Serve until the end of the block, then stop cleanly; a second start in the same folder goes on."""
    url = f"sqlite:///{folder / 'messaging.db'}"
    options = replace(options, requests=RequestLimits(limit, "1000/minute"))
    channels = [RestChannel(options), WebChannel(options), channel_of(adapter, Journal(url), options, pace)]
    app = build_app(agent, channels, options.deadline_seconds)
    loops: list[asyncio.AbstractEventLoop] = []
    listening = threading.Event()

    async def note(_: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        loops.append(loop)
        listening.set()

    app.after_server_start(note)
    taken = take_port("127.0.0.1", 0)
    options_of_run: dict[str, Any] = {"sock": taken, "register_sys_signals": False, "access_log": False, "motd": False}
    thread = threading.Thread(target=app.run, kwargs=options_of_run)
    thread.start()
    assert listening.wait(10)
    journal = Journal(url)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{taken.getsockname()[1]}", timeout=20) as client:
            yield MessagingBot(adapter, client, journal)
    finally:
        loops[0].call_soon_threadsafe(app.stop)
        thread.join(20)
        taken.close()
        journal.close()
    assert not thread.is_alive()
