"""The channel of the chat widget: messages, what staff write, ratings of answers, and the wish to be forgotten."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from cryobot.browser.addresses import client_address
from cryobot.browser.limits import Limiter, LimitReachedError, RequestLimits
from cryobot.cases.case import StandingState
from cryobot.channels.failure import place_of
from cryobot.channels.guarded import ChannelOptions, GuardedChannel
from cryobot.channels.http import METHODS, answer, error, read_json_object, wrong_method
from cryobot.channels.incoming import InvalidMessage
from cryobot.channels.web_desk import WebDesk
from cryobot.channels.web_requests import read_after, read_contact, read_conversation, read_rating
from cryobot.records.installed import installed_cases, installed_store

Content = dict[str, Any]
Act = Callable[[Request, str, Content], Awaitable[HTTPResponse]]

_CONVERSATION = '"conversation": "a random UUID"'
# A widget asks every few seconds, and many may share one address.
UPDATES = RequestLimits("120/minute", "600/minute")

# The reply is there already, and waits for no more than this.
STATE_SECONDS = 0.5

logger = logging.getLogger(__name__)

_NOT_DONE = "The assistant could not do this now. Send the request again in a while."


class WebChannel(GuardedChannel):
    """POST /webhooks/web/messages and the like, each with the id of a conversation that nobody can guess.

    Each visitor and each address may send only so many requests; the rest gets 429. Updates are counted by themselves.

    Args:
        options: by default those of the installation; raises as `installed_options` does.
    """

    can_be_held = True

    def __init__(self, options: ChannelOptions | None = None) -> None:
        super().__init__(options)
        self._limiter = Limiter(self._options.requests)
        self._updates_limiter = Limiter(UPDATES)
        self._desk = WebDesk(lambda: installed_cases())

    @classmethod
    def name(cls) -> str:
        """Give the part of the address that names the channel."""
        return "web"

    def routes(self) -> Blueprint:
        """Give the five routes."""
        blueprint = Blueprint("cryobot_web")
        rating = f'{{{_CONVERSATION}, "guidance_id": "...", "version": "...", "question": "...", "helpful": true}}'
        contact = f'{{{_CONVERSATION}, "contact": "a telephone number", "consent": true}}'
        for path, act, example, limiter in (
            ("messages", self._reply, f'{{{_CONVERSATION}, "message": "the question"}}', self._limiter),
            ("updates", self._update, f'{{{_CONVERSATION}, "after": 0}}', self._updates_limiter),
            ("contact", self._keep_contact, contact, self._limiter),
            ("ratings", self._rate, rating, self._limiter),
            ("forget", self._forget, f"{{{_CONVERSATION}}}", self._limiter),
        ):
            route = self._route(act, example, limiter)
            blueprint.add_route(route, f"/{path}", methods=METHODS, stream=True, name=path)

        async def close(_: Sanic, __: asyncio.AbstractEventLoop) -> None:
            self._desk.close()

        blueprint.after_server_stop(close)
        return blueprint

    def _route(self, act: Act, example: str, limiter: Limiter) -> Callable[[Request], Awaitable[HTTPResponse]]:
        async def receive(request: Request) -> HTTPResponse:
            if request.method != "POST":
                return wrong_method("POST")
            try:
                content = await read_json_object(request, example)
                conversation = read_conversation(content.get("conversation"))
                limiter.count(conversation, client_address(request))
                return await act(request, conversation, content)
            except InvalidMessage as problem:
                return error(problem.status, problem.reason)
            except LimitReachedError as reached:
                return _too_many(reached)

        return receive

    async def _reply(self, _: Request, conversation: str, content: Content) -> HTTPResponse:
        outcome = await self.attempt(conversation, content.get("message"))
        state = StandingState.PERSON if outcome.held else await self._state(conversation)
        return answer({"replies": outcome.messages, "state": state.value})

    async def _state(self, conversation: str) -> StandingState:
        try:
            return await self._desk.state(conversation, STATE_SECONDS)
        # Who was answered just now can ask again.
        except Exception as problem:
            logger.error("It is not known who reads what a visitor writes: %s.", place_of(problem))
            return StandingState.ASSISTANT

    async def _update(self, _: Request, conversation: str, content: Content) -> HTTPResponse:
        after = read_after(content.get("after"))
        try:
            return answer(await self._desk.updates(conversation, after))
        except Exception as problem:
            logger.error("What staff wrote cannot be read for a visitor: %s.", place_of(problem))
            return error(HTTPStatus.SERVICE_UNAVAILABLE, _NOT_DONE)

    async def _keep_contact(self, _: Request, conversation: str, content: Content) -> HTTPResponse:
        contact = read_contact(content)
        kept = False

        async def keep() -> None:
            nonlocal kept
            kept = await asyncio.to_thread(lambda: installed_cases().leave_contact(conversation, contact))

        done = await self._done(conversation, keep)
        if done.status == HTTPStatus.NO_CONTENT and not kept:
            return error(HTTPStatus.CONFLICT, "Nobody waits for staff in this conversation. Ask for a person first.")
        return done

    async def _rate(self, _: Request, conversation: str, content: Content) -> HTTPResponse:
        record = read_rating(conversation, content, self._options.limits, self._options.approved).as_record(self.name())

        async def write() -> None:
            # Opening the store for the first time may take its time, too.
            await asyncio.to_thread(lambda: installed_store().add(record))

        return await self._done(conversation, write)

    async def _forget(self, request: Request, conversation: str, _: Content) -> HTTPResponse:
        async def forget() -> None:
            await request.app.ctx.agent.tracker_store.delete(conversation)
            await asyncio.to_thread(lambda: installed_store().forget(conversation))

        return await self._done(conversation, forget)

    async def _done(self, conversation: str, work: Callable[[], Awaitable[None]]) -> HTTPResponse:
        # After what is in hand of the conversation, which would write it back.
        failure = await self.guard.alone(conversation, work)
        return empty() if failure is None else error(HTTPStatus.SERVICE_UNAVAILABLE, _NOT_DONE)


def _too_many(reached: LimitReachedError) -> HTTPResponse:
    return answer(
        {"error": str(reached), "retry_after": reached.retry_after},
        HTTPStatus.TOO_MANY_REQUESTS,
        {"Retry-After": str(reached.retry_after)},
    )
