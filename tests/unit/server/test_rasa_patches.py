import asyncio
import time
from typing import Any

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from tiny_bot.model import load

from cryobot.channels.turn import Turn
from cryobot.server import rasa_patches

DOMAIN = Domain.empty()


@pytest.fixture(autouse=True)
def _patched() -> None:
    rasa_patches.apply()
    rasa_patches.apply()


class Endpoint(EndpointConfig):
    def __init__(self, answer: Any) -> None:
        super().__init__()
        self.answer = answer

    async def request(self, **_: Any) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def run(answer: Any) -> Turn:
    turn = Turn()
    action = RemoteAction("action_tiny", Endpoint(answer))
    tracker = DialogueStateTracker("anna", [])
    asyncio.run(action.run(turn, None, tracker, DOMAIN))
    return turn


def run_and_fail(answer: Any, error: type[Exception]) -> Turn:
    turn = Turn()
    action = RemoteAction("action_tiny", Endpoint(answer))
    with pytest.raises(error):
        asyncio.run(action.run(turn, None, DialogueStateTracker("anna", []), DOMAIN))
    return turn


def test_accepts_the_result_of_an_action() -> None:
    result = {"events": [{"event": "slot", "name": "a", "value": 1, "timestamp": None}], "responses": [{"text": "b"}]}

    assert not run(result).failed


@pytest.mark.parametrize(
    "result",
    [None, [], {"responses": ["text"]}, {"events": [{"event": "slot"}]}, {"events": [{"name": "a"}], "responses": []}],
)
def test_refuses_a_malformed_result(result: object) -> None:
    assert run_and_fail(result, ValidationError).failed


def test_validates_in_a_fraction_of_the_time() -> None:
    result = {"events": [], "responses": [{"text": "b"}]}
    action = RemoteAction("action_tiny", None)
    before = time.perf_counter()
    for _ in range(100):
        assert action._validate_action_result(result)

    # Rasa's own check takes more than 10 ms each time.
    assert time.perf_counter() - before < 0.5


def test_notes_a_failed_action_on_the_turn() -> None:
    assert run_and_fail(ClientResponseError(500, "failed", ""), Exception).failed


def test_does_not_take_a_rejection_for_a_failure() -> None:
    rejection = ClientResponseError(400, "rejected", '{"action_name": "action_tiny", "error": "not now"}')

    assert not run_and_fail(rejection, ActionExecutionRejection).failed


def test_leaves_the_store_as_it_is() -> None:
    store = InMemoryTrackerStore(DOMAIN)

    assert Agent(tracker_store=store).tracker_store is store
    assert isinstance(Agent().tracker_store, InMemoryTrackerStore)


def test_gives_the_store_the_domain_of_the_model(model: Any) -> None:
    agent = load(model)

    assert agent.tracker_store.domain is agent.domain
    assert agent.processor.tracker_store is agent.tracker_store
