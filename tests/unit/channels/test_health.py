from pathlib import Path

import pytest
from rasa.core.agent import Agent
from tiny_bot.live_server import LiveServer, serving
from tiny_bot.model import load

from cryobot.channels import health
from cryobot.channels.incoming import HEALTH_SENDER
from cryobot.conversations.tracker_store import ConversationStore


def ask(server: LiveServer) -> tuple[int, dict[str, str]]:
    response = server.client.get("/health")
    return response.status_code, response.json()


def test_is_ok_when_a_question_is_answered(server: LiveServer) -> None:
    assert ask(server) == (200, {"status": "ok"})


def test_asks_a_real_question_at_most_once_in_a_while(server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    handle = server.app.ctx.agent.handle_message

    async def count(message: object) -> object:
        asked.append(message.text)
        return await handle(message)

    monkeypatch.setattr(server.app.ctx.agent, "handle_message", count)
    for _ in range(5):
        assert ask(server)[0] == 200
    assert asked == ["Is cryotherapy safe?"]

    monkeypatch.setattr(health, "KEPT_SECONDS", 0.0)
    assert ask(server)[0] == 200
    assert len(asked) == 2


def test_is_unavailable_without_a_model() -> None:
    with serving(Agent()) as server:
        assert ask(server) == (503, {"status": "unavailable", "reason": "no model is loaded"})


def test_is_unavailable_when_no_answer_comes(server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer_nothing(_: object) -> None:
        pass

    monkeypatch.setattr(server.app.ctx.agent, "handle_message", answer_nothing)

    assert ask(server) == (503, {"status": "unavailable", "reason": "nothing was answered"})


def test_says_nothing_of_what_went_wrong_inside(server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(_: object) -> None:
        raise ValueError("secret")

    monkeypatch.setattr(server.app.ctx.agent, "handle_message", fail)

    assert ask(server) == (503, {"status": "unavailable", "reason": "the assistant failed"})


def test_leaves_no_conversation_behind(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "KEPT_SECONDS", 0.0)
    store = ConversationStore(url=f"sqlite:///{tmp_path / 'conversations.db'}")
    with serving(load(model, store)) as server:
        assert [ask(server)[0] for _ in range(3)] == [200] * 3
        assert server.ids("anna", "is cryotherapy safe?") == ["overall-safety"]
        assert store.forget(HEALTH_SENDER) == 0
        assert store.forget("anna") == 1


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_refuses_another_method(server: LiveServer, method: str) -> None:
    response = server.client.request(method, "/health")

    assert (response.status_code, response.json()) == (405, {"error": "Use GET."})
