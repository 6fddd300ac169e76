"""The HTTP server of the assistant."""

import logging
from asyncio import AbstractEventLoop
from collections.abc import Coroutine, Sequence
from http import HTTPStatus
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel
from rasa.core.run import configure_app
from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.channels.failure import place_of
from cryobot.channels.guarded import ChannelOptions, installed_options
from cryobot.channels.health import HealthChannel
from cryobot.channels.http import error
from cryobot.channels.rest import RestChannel
from cryobot.server.assistant import close_agent

# The channels read less, and say so. This only keeps the rest of a large body from being read for long.
REQUEST_BYTES = 2 * 1024 * 1024
REQUEST_SECONDS = 10
KEEP_ALIVE_SECONDS = 30
SHUTDOWN_SECONDS = 1.0

logger = logging.getLogger(__name__)

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
    return [RestChannel(options), HealthChannel(options)]


def build_app(
    agent: Agent,
    channels: Sequence[InputChannel],
    deadline_seconds: float,
    upkeep: Coroutine[Any, Any, None] | None = None,
) -> Sanic:
    """Make the server, without the API that Rasa offers for models and conversations, and closed to other origins.

    Args:
        agent: the loaded model.
        channels: what is served.
        deadline_seconds: longest time a visitor waits; the server itself is more patient.
        upkeep: runs beside the server for as long as it serves.
    """
    app = configure_app(list(channels), cors=None, enable_api=False, keep_alive_timeout=KEEP_ALIVE_SECONDS)
    app.ctx.agent = agent
    app.config.REQUEST_MAX_SIZE = REQUEST_BYTES
    app.config.REQUEST_TIMEOUT = REQUEST_SECONDS
    app.config.RESPONSE_TIMEOUT = deadline_seconds + REQUEST_SECONDS
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = SHUTDOWN_SECONDS
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.error_handler.add(Exception, _error)
    app.register_middleware(_add_headers, "response")
    app.register_listener(_close, "after_server_stop")
    if upkeep is not None:
        app.add_task(upkeep)
    return app


async def _add_headers(_: Request, response: HTTPResponse) -> None:
    response.headers.update(HEADERS)


async def _close(app: Sanic, _: AbstractEventLoop) -> None:
    close_agent(app.ctx.agent)


def _error(_: Request, problem: Exception) -> HTTPResponse:
    if not isinstance(problem, SanicException):
        logger.error("A request failed: %s.", place_of(problem))
    status = getattr(problem, "status_code", HTTPStatus.INTERNAL_SERVER_ERROR)
    return error(status, f"{HTTPStatus(status).phrase}.", getattr(problem, "headers", None))
