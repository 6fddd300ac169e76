"""The HTTP server of the assistant."""

import asyncio
import logging
from asyncio import AbstractEventLoop
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, register
from rasa.core.run import _is_apple_silicon_system
from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.browser.cross_origin import GUARDED_PATH, guard_origins
from cryobot.browser.installed import installed_files
from cryobot.browser.origins import Origins
from cryobot.browser.static_files import StaticFile, serving
from cryobot.channels.failure import place_of
from cryobot.channels.guarded import ChannelOptions, installed_options
from cryobot.channels.health import HealthChannel
from cryobot.channels.http import error
from cryobot.channels.rest import RestChannel
from cryobot.channels.web import WebChannel
from cryobot.desk.security import headers_for
from cryobot.desk.site import DeskSite, is_of_desk
from cryobot.messaging.installed import installed_messaging_channels
from cryobot.server.assistant import close_agent
from cryobot.settings import settings

# The channels read less, and say so. This only keeps the rest of a large body from being read for long.
REQUEST_BYTES = 4 * 1024 * 1024
REQUEST_SECONDS = 10
KEEP_ALIVE_SECONDS = 30
SHUTDOWN_SECONDS = 1.0

logger = logging.getLogger(__name__)

# Of every answer that does not say otherwise.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}


def installed_channels(options: ChannelOptions | None = None) -> list[InputChannel]:
    """Make the channels of this installation."""
    options = options or installed_options()
    return [
        RestChannel(options),
        WebChannel(options),
        *installed_messaging_channels(options),
        HealthChannel(options),
    ]


@dataclass(frozen=True)
class Browsers:
    """What the server needs to know for browsers.

    Attributes:
        origins: the pages that may talk to the assistant.
        proxies: how many proxies are in front, each of which adds to X-Forwarded-For.
        files: what browsers may load.
    """

    origins: Origins = field(default_factory=Origins)
    proxies: int = 0
    files: Sequence[StaticFile] = ()


def installed_browsers() -> Browsers:
    """Give what this installation has for browsers; what cannot be read of it is logged and left out.

    Raises:
        SettingsError: an environment variable has a wrong value.
    """
    here = settings()
    return Browsers(Origins(here.allowed_origins), here.proxies, installed_files())


def build_app(
    agent: Agent,
    channels: Sequence[InputChannel],
    deadline_seconds: float,
    upkeep: Coroutine[Any, Any, None] | None = None,
    browsers: Browsers | None = None,
    desk: DeskSite | None = None,
) -> Sanic:
    """Make the server, without the API that Rasa offers for models and conversations.

    Args:
        agent: the loaded model.
        channels: what is served.
        deadline_seconds: longest time a visitor waits; the server itself is more patient.
        upkeep: runs beside the server for as long as it serves.
        browsers: by default, only pages of the server's own address may talk to it, and it serves no files.
        desk: of staff; by default there is none.
    """
    browsers = browsers or Browsers()
    app = _create_app()
    guard_origins(app, browsers.origins)
    register(list(channels), app, route=GUARDED_PATH)
    app.blueprint(serving([*browsers.files, *(desk.files if desk else ())]))
    if desk is not None:
        app.blueprint(desk.blueprint())
    app.ctx.agent, app.ctx.desk = agent, desk
    app.config.KEEP_ALIVE_TIMEOUT = KEEP_ALIVE_SECONDS
    app.config.REQUEST_MAX_SIZE = REQUEST_BYTES
    app.config.REQUEST_TIMEOUT = REQUEST_SECONDS
    app.config.RESPONSE_TIMEOUT = deadline_seconds + REQUEST_SECONDS
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = SHUTDOWN_SECONDS
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.config.PROXIES_COUNT = browsers.proxies
    app.error_handler.add(Exception, _error)
    app.register_middleware(_add_headers, "response")
    app.register_listener(_close, "after_server_stop")
    if upkeep is not None:
        app.add_task(upkeep)
    return app


def _create_app() -> Sanic:
    # Rasa's `configure_app` would take "/" for a page that tells its version, and answer for other origins in its own
    # way. What else it does without its API is done here.
    app = Sanic("cryobot", configure_logging=False)
    if _is_apple_silicon_system():
        app.config.USE_UVLOOP = False
        asyncio.set_event_loop_policy(None)
    return app


async def _add_headers(request: Request, response: HTTPResponse) -> None:
    headers = headers_for(request) if is_of_desk(request) else HEADERS
    for name, value in headers.items():
        response.headers.setdefault(name, value)


async def _close(app: Sanic, _: AbstractEventLoop) -> None:
    close_agent(app.ctx.agent)


def _error(request: Request, problem: Exception) -> HTTPResponse:
    if not isinstance(problem, SanicException):
        logger.error("A request failed: %s.", place_of(problem))
    status = getattr(problem, "status_code", HTTPStatus.INTERNAL_SERVER_ERROR)
    headers = getattr(problem, "headers", None)
    if is_of_desk(request) and request.app.ctx.desk is not None:
        answer: HTTPResponse = request.app.ctx.desk.problem(request, status)
        answer.headers.update(headers or {})
        return answer
    return error(status, f"{HTTPStatus(status).phrase}.", headers)
