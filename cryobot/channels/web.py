"""The channel of the chat widget: messages, ratings of answers, and the wish to be forgotten."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from cryobot.browser.addresses import client_address
from cryobot.browser.limits import Limiter, LimitReachedError
from cryobot.channels.guarded import ChannelOptions, GuardedChannel
from cryobot.channels.http import METHODS, answer, error, read_json_object, wrong_method
from cryobot.channels.incoming import InvalidMessage
from cryobot.channels.web_requests import read_conversation, read_rating
from cryobot.records.installed import installed_store

Content = dict[str, Any]
Act = Callable[[Request, str, Content], Awaitable[HTTPResponse]]

_CONVERSATION = '"conversation": "a random UUID"'
_NOT_DONE = "The assistant could not do this now. Send the request again in a while."


class WebChannel(GuardedChannel):
    """POST /webhooks/web/messages, ratings and forget, each with the id of a conversation that nobody can guess.

    Each visitor and each address may send only so many requests; the rest gets 429.

    Args:
        options: by default those of the installation; raises as `installed_options` does.
    """

    def __init__(self, options: ChannelOptions | None = None) -> None:
        super().__init__(options)
        self._limiter = Limiter(self._options.requests)

    @classmethod
    def name(cls) -> str:
        """Give the part of the address that names the channel."""
        return "web"

    def routes(self) -> Blueprint:
        """Give the three routes."""
        blueprint = Blueprint("cryobot_web")
        rating = f'{{{_CONVERSATION}, "guidance_id": "...", "version": "...", "question": "...", "helpful": true}}'
        for path, act, example in (
            ("messages", self._reply, f'{{{_CONVERSATION}, "message": "the question"}}'),
            ("ratings", self._rate, rating),
            ("forget", self._forget, f"{{{_CONVERSATION}}}"),
        ):
            blueprint.add_route(self._route(act, example), f"/{path}", methods=METHODS, stream=True, name=path)
        return blueprint

    def _route(self, act: Act, example: str) -> Callable[[Request], Awaitable[HTTPResponse]]:
        async def receive(request: Request) -> HTTPResponse:
            if request.method != "POST":
                return wrong_method("POST")
            try:
                content = await read_json_object(request, example)
                conversation = read_conversation(content.get("conversation"))
                self._limiter.count(conversation, client_address(request))
                return await act(request, conversation, content)
            except InvalidMessage as problem:
                return error(problem.status, problem.reason)
            except LimitReachedError as reached:
                return _too_many(reached)

        return receive

    async def _reply(self, _: Request, conversation: str, content: Content) -> HTTPResponse:
        return answer({"replies": await self.answer(conversation, content.get("message"))})

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
