"""Readiness: whether a visitor who asked now would be answered."""

import asyncio
import time
from http import HTTPStatus
from typing import Any

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.channels.failure import Failure
from cryobot.channels.guarded import GuardedChannel
from cryobot.channels.http import METHODS, answer, wrong_method
from cryobot.channels.incoming import HEALTH_SENDER, IncomingMessage
from cryobot.errors import StoreError
from cryobot.records.installed import installed_store

KEPT_SECONDS = 5.0
FORGET_SECONDS = 2.0
RECORDS_SECONDS = 3.0


class HealthChannel(GuardedChannel):
    """GET /health: asks the assistant one of its own questions, at most once in KEPT_SECONDS."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._asking: asyncio.Lock | None = None
        self._asked_at = float("-inf")
        self._failure: Failure | None = None

    @classmethod
    def name(cls) -> str:
        """Give the name that stands in the conversation of the test question."""
        return "health"

    def url_prefix(self) -> str:
        """Give an address outside of Rasa's /webhooks/."""
        return "/health"

    def routes(self) -> Blueprint:
        """Give the route."""
        blueprint = Blueprint("cryobot_health")

        async def health(request: Request) -> HTTPResponse:
            if request.method != "GET":
                return wrong_method("GET")
            failure = await self._find_failure(request.app)
            if failure is None:
                return answer({"status": "ok"})
            return answer({"status": "unavailable", "reason": failure}, HTTPStatus.SERVICE_UNAVAILABLE)

        blueprint.add_route(health, "/", methods=METHODS)
        return blueprint

    async def _find_failure(self, app: Sanic) -> Failure | None:
        agent = getattr(app.ctx, "agent", None)
        if agent is None or not agent.is_ready():
            return Failure.NOT_READY
        if self.guard.blocked:
            return Failure.BLOCKED
        self._asking = self._asking or asyncio.Lock()
        async with self._asking:
            if time.monotonic() - self._asked_at > KEPT_SECONDS:
                self._failure = await self._ask(agent)
                self._asked_at = time.monotonic()
        return self._failure

    async def _ask(self, agent: Any) -> Failure | None:
        question = self._options.test_question
        outcome = await self.guard.attempt(IncomingMessage(HEALTH_SENDER, question, question), self.name())
        return outcome.failure or await _forget(agent.tracker_store) or await _find_record_store_failure()


async def _forget(store: Any) -> Failure | None:
    if not hasattr(store, "delete"):
        return None
    try:
        await asyncio.wait_for(store.delete(HEALTH_SENDER), FORGET_SECONDS)
    # Whatever the store raises, the server is not ready.
    except Exception:
        return Failure.STORE
    return None


async def _find_record_store_failure() -> Failure | None:
    try:
        await asyncio.wait_for(asyncio.to_thread(lambda: installed_store().ping()), RECORDS_SECONDS)
    except (StoreError, TimeoutError):
        return Failure.STORE
    return None
