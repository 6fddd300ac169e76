"""The webhook of a messaging platform: checks, keeps, acknowledges. The answer follows by a request of our own."""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, ClassVar

from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.channels.failure import place_of
from cryobot.channels.guarded import ChannelOptions, GuardedChannel
from cryobot.channels.http import METHODS, error, wrong_method
from cryobot.channels.outgoing import OutgoingMessage, unavailable
from cryobot.guidance.installed import installed_library
from cryobot.messaging.errors import ForgedError, JournalError
from cryobot.messaging.incoming import WebhookRequest
from cryobot.messaging.journal import Journal
from cryobot.messaging.look_up import look_up
from cryobot.messaging.on_off import State, Switch, state_of
from cryobot.messaging.pace import Pace
from cryobot.messaging.pipeline import Pipeline
from cryobot.messaging.platform import Platform
from cryobot.messaging.pseudonyms import Pseudonyms
from cryobot.messaging.settings import messaging_settings
from cryobot.messaging.words import load_words
from cryobot.messaging.worker import Assistant, reply_of
from cryobot.records.installed import installed_cases

logger = logging.getLogger(__name__)

# All that run, so that the first that is stopped stops the others of its server at the same time.
_running: dict[Pipeline, asyncio.AbstractEventLoop] = {}


@dataclass(frozen=True)
class House:
    """What a channel needs beside its platform."""

    journal: Journal
    pseudonyms: Pseudonyms
    pace: Pace = field(default_factory=Pace)


class MessagingChannel(GuardedChannel):
    """A channel of a platform. A subclass names the platform; one that is off has no webhook.

    Args:
        options: by default those of the installation; raises as `installed_options` does.
        platform: None for a channel that is off.
        house: needed by a channel that is on.
    """

    platform_type: ClassVar[type[Platform]]
    can_be_held = True

    def __init__(
        self, options: ChannelOptions | None = None, platform: Platform | None = None, house: House | None = None
    ) -> None:
        super().__init__(options)
        self._platform = platform
        self._house = house
        self._pipeline: Pipeline | None = None

    @classmethod
    def name(cls) -> str:
        """Give the part of the address that names the channel."""
        return cls.platform_type.name

    @classmethod
    def state(cls) -> State:
        """Tell whether the environment switches the channel on; raises SettingsError as `messaging_settings` does."""
        return state_of(cls.platform_type.settings_type, messaging_settings())

    @classmethod
    def installed(cls, options: ChannelOptions | None = None) -> "MessagingChannel":
        """Make the channel of this installation, on or off; why it is not on although it was meant to be is logged.

        Raises:
            SettingsError: a setting that all platforms share has a wrong value.
            JournalError: the journal cannot be opened.
            PseudonymKeyError: the key of the pseudonyms cannot be read or made.
            DataFileError: the words beside the texts are malformed.
        """
        state, shared = cls.state(), messaging_settings()
        if state.switch is Switch.INCOMPLETE:
            logger.error("The channel '%s' is not started: %s.", cls.name(), "; ".join(state.problems))
        if state.switch is not Switch.ON:
            return cls(options)
        platform = cls.platform_type(state.settings, load_words(installed_library().language))
        return cls(options, platform, House(Journal(shared.messaging_url), Pseudonyms(shared.key())))

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "MessagingChannel":  # noqa: ARG003
        """Make the channel of this installation for `rasa run`; raises as `installed` does."""
        return cls.installed()

    @property
    def is_on(self) -> bool:
        """Whether the channel has a webhook."""
        return self._platform is not None

    def routes(self) -> Blueprint:
        """Give the webhook, if the channel is on."""
        blueprint = Blueprint(f"cryobot_{self.name()}")
        platform, house = self._platform, self._house
        if platform is None or house is None:
            return blueprint

        async def start(_: Sanic, loop: asyncio.AbstractEventLoop) -> None:
            self._pipeline = self._open(platform, house)
            _running[self._pipeline] = loop
            self._pipeline.start()

        async def stop(_: Sanic, loop: asyncio.AbstractEventLoop) -> None:
            stopping = [pipeline for pipeline, its_loop in list(_running.items()) if its_loop is loop]
            for pipeline in stopping:
                del _running[pipeline]
            await asyncio.gather(*(pipeline.stop() for pipeline in stopping))

        async def receive(request: Request) -> HTTPResponse:
            return await self._receive(request, platform)

        blueprint.after_server_start(start)
        blueprint.before_server_stop(stop)
        blueprint.add_route(receive, "/webhook", methods=METHODS, stream=True)
        return blueprint

    def _open(self, platform: Platform, house: House) -> Pipeline:
        excuse = reply_of(unavailable("", self._options.approved))
        assistant = Assistant(self._ask, look_up, excuse, self._options.message_characters)
        limit = self._options.requests.visitor
        return Pipeline(platform, house.journal, house.pseudonyms, assistant, limit, house.pace, installed_cases)

    async def _ask(self, sender: str, message: str, metadata: Mapping[str, Any]) -> list[OutgoingMessage]:
        return await self.answer(sender, message, metadata)

    async def _receive(self, request: Request, platform: Platform) -> HTTPResponse:
        body = bytearray()
        async for part in request.stream:
            body += part
            if len(body) > platform.body_bytes:
                return error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"Send at most {platform.body_bytes} bytes.")
        incoming = _incoming(request, bytes(body))
        try:
            if request.method == "GET":
                return _challenged(platform.challenge(incoming))
            if request.method != "POST":
                return wrong_method("POST")
            platform.verify(incoming)
        except ForgedError as problem:
            return error(problem.status, HTTPStatus(problem.status).phrase)
        return await self._take(incoming, platform)

    async def _take(self, incoming: WebhookRequest, platform: Platform) -> HTTPResponse:
        try:
            events, reports = list(platform.read(incoming)), list(platform.reports(incoming))
            acknowledgement = platform.acknowledgement(incoming)
        # A platform sends again what is not acknowledged, and holds back everything else meanwhile.
        except Exception as problem:
            logger.error("An event of %s cannot be read and is dropped: %s.", platform.name, place_of(problem))
            return response.empty(HTTPStatus.OK)
        try:
            if (events or reports) and self._pipeline is None:
                return error(HTTPStatus.SERVICE_UNAVAILABLE, "The assistant is starting.")
            if events and self._pipeline is not None:
                await self._pipeline.take(events)
            if reports and self._pipeline is not None:
                await self._pipeline.heed(reports)
        except (JournalError, RuntimeError) as problem:
            # Not acknowledged, so that the platform sends it again. A stopped pipeline raises RuntimeError.
            logger.error("An event of %s cannot be kept: %s.", platform.name, place_of(problem))
            return error(HTTPStatus.SERVICE_UNAVAILABLE, "The assistant cannot take this now.")
        return response.text(acknowledgement.body, acknowledgement.status, content_type=acknowledgement.content_type)


def _incoming(request: Request, body: bytes) -> WebhookRequest:
    path = f"{request.path}?{request.query_string}" if request.query_string else request.path
    headers = {name.lower(): value for name, value in request.headers.items()}
    return WebhookRequest(str(request.method), path, headers, body, time.time())


def _challenged(answer: str | None) -> HTTPResponse:
    return wrong_method("POST") if answer is None else response.text(answer)
