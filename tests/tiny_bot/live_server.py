"""Serves an agent on a real loopback socket, in a thread."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from rasa.core.agent import Agent
from sanic import Sanic

from cryobot.browser.limits import RequestLimits
from cryobot.channels.guarded import ChannelOptions
from cryobot.channels.outgoing import approved_by
from cryobot.desk.site import DeskSite
from cryobot.server.app import Browsers, build_app, installed_channels
from cryobot.server.port import take_port
from tiny_bot.actions import LIBRARY

DEADLINE_SECONDS = 0.5
# What a busy machine may take to start or to stop.
PATIENCE_SECONDS = 60
OPTIONS = ChannelOptions(
    approved_by(LIBRARY),
    LIBRARY.get("overall-safety").question,
    4000,
    DEADLINE_SECONDS,
    RequestLimits("1000/minute", "1000/minute"),
)


@dataclass(frozen=True)
class LiveServer:
    app: Sanic
    client: httpx.Client

    def send(self, sender: object, message: object) -> httpx.Response:
        return self.client.post("/webhooks/rest/webhook", json={"sender": sender, "message": message})

    def ids(self, sender: str, message: str) -> list[str]:
        response = self.send(sender, message)
        assert response.status_code == 200, response.text
        return [reply["metadata"]["guidance_id"] for reply in response.json()]


@contextmanager
def serving(
    agent: Agent, options: ChannelOptions = OPTIONS, browsers: Browsers | None = None, desk: DeskSite | None = None
) -> Iterator[LiveServer]:
    app = build_app(agent, installed_channels(options), options.deadline_seconds, browsers=browsers, desk=desk)
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
    assert listening.wait(PATIENCE_SECONDS)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{taken.getsockname()[1]}", timeout=10) as client:
            yield LiveServer(app, client)
    finally:
        loops[0].call_soon_threadsafe(app.stop)
        thread.join(PATIENCE_SECONDS)
        taken.close()
    assert not thread.is_alive()
