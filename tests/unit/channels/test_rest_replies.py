"""The replies of a really trained model over a real socket, with everything that can go wrong behind the channel."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from tiny_bot.actions import BLOCKED_SECONDS, message
from tiny_bot.live_server import DEADLINE_SECONDS, LiveServer, serving
from tiny_bot.model import load

from cryobot.conversations.tracker_store import ConversationStore

UNAVAILABLE = "service-unavailable"


def health(server: LiveServer) -> tuple[int, dict[str, str]]:
    response = server.client.get("/health")
    return response.status_code, response.json()


def test_answers_as_the_contract_says(server: LiveServer) -> None:
    response = server.send("anna", "Is cryotherapy safe?")

    assert response.status_code == 200
    assert response.json() == [{"recipient_id": "anna", **message("overall-safety")}]


def test_answers_a_button(server: LiveServer) -> None:
    assert server.ids("anna", "/skin-marks") == ["skin-marks"]


@pytest.mark.parametrize(
    "command", ["/restart", "／skin-marks", '/skin-marks{"a": "b"}', "/session_start", "/skin-marks@1.0"]
)
def test_takes_a_command_for_a_question(server: LiveServer, command: str) -> None:
    server.send("anna", command)

    tracker = server.app.ctx.agent.tracker_store.store["anna"]
    assert '"event": "restart"' not in tracker
    assert server.ids("anna", "is cryotherapy safe?") == ["overall-safety"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("raise", [UNAVAILABLE]),
        ("nothing", [UNAVAILABLE]),
        ("unapproved", [UNAVAILABLE]),
        ("bare", [UNAVAILABLE]),
        ("wait", [UNAVAILABLE]),
        ("gibberish", [UNAVAILABLE]),
    ],
)
def test_excuses_itself(server: LiveServer, text: str, expected: list[str]) -> None:
    assert server.ids("anna", text) == expected
    assert server.ids("anna", "is cryotherapy safe?") == ["overall-safety"]


def test_keeps_a_good_answer_when_the_next_action_fails(server: LiveServer) -> None:
    assert server.ids("anna", "partly") == ["overall-safety", UNAVAILABLE]


def test_answers_while_an_action_blocks_recovers_and_forgets_the_turn(server: LiveServer) -> None:
    before = time.monotonic()
    assert server.ids("anna", "block") == [UNAVAILABLE]
    assert time.monotonic() - before < DEADLINE_SECONDS + 0.4

    before = time.monotonic()
    assert [server.ids(f"sender {n}", "is cryotherapy safe?") for n in range(5)] == [[UNAVAILABLE]] * 5
    status, body = health(server)
    assert time.monotonic() - before < DEADLINE_SECONDS
    assert status == 503
    assert body == {"status": "unavailable", "reason": "an earlier message blocks the assistant"}

    time.sleep(BLOCKED_SECONDS)
    assert server.ids("anna", "is cryotherapy safe?") == ["overall-safety"]
    assert health(server) == (200, {"status": "ok"})
    # The turn that nobody read is not part of the conversation.
    assert "block" not in server.app.ctx.agent.tracker_store.store["anna"]


class BrokenStore(InMemoryTrackerStore):
    def __init__(self, broken: str) -> None:
        super().__init__(None)
        self.broken = broken

    async def save(self, tracker: DialogueStateTracker) -> None:
        if self.broken == "save" and any(isinstance(event, UserUttered) for event in tracker.events):
            raise OSError("disk full")
        await super().save(tracker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        if self.broken == "retrieve":
            raise OSError("disk gone")
        return await super().retrieve(sender_id)


@pytest.mark.parametrize(("broken", "expected"), [("retrieve", [UNAVAILABLE]), ("save", ["skin-marks", UNAVAILABLE])])
def test_excuses_itself_when_the_store_raises(model: Path, broken: str, expected: list[str]) -> None:
    store = BrokenStore(broken)
    with serving(load(model, store)) as server:
        assert server.ids("anna", "mark on the skin") == expected
        assert health(server) == (
            503,
            {"status": "unavailable", "reason": "the conversation store does not answer"},
        )
        store.broken = ""
        assert server.ids("anna", "mark on the skin") == ["skin-marks"]


def test_excuses_itself_when_the_database_is_damaged_and_recovers(model: Path, tmp_path: Path) -> None:
    file = tmp_path / "conversations.db"
    with serving(load(model, ConversationStore(url=f"sqlite:///{file}"))) as server:
        assert server.ids("anna", "mark on the skin") == ["skin-marks"]
        for part in tmp_path.iterdir():
            part.unlink()
        file.write_bytes(b"no database" * 1000)
        assert server.ids("anna", "mark on the skin") == [UNAVAILABLE]
        assert health(server)[0] == 503
        file.unlink()
        assert server.ids("anna", "mark on the skin") == ["skin-marks"]


def test_handles_several_senders_and_keeps_the_order_of_each(server: LiveServer) -> None:
    questions = ["is cryotherapy safe?", "mark on the skin", "cannot breathe", "nothing", "/skin-marks"]
    expected = [["overall-safety"], ["skin-marks"], ["emergency"], [UNAVAILABLE], ["skin-marks"]]

    def talk(sender: str) -> list[list[str]]:
        return [server.ids(sender, question) for question in questions]

    with ThreadPoolExecutor(8) as pool:
        talks = list(pool.map(talk, (f"sender {n}" for n in range(8))))

    assert talks == [expected] * 8
    for n in range(8):
        kept = server.app.ctx.agent.tracker_store.store[f"sender {n}"]
        places = [kept.find(f'"text": "{question}"') for question in questions]
        assert -1 not in places
        assert places == sorted(places)


def test_keeps_the_question_as_it_was_written(server: LiveServer) -> None:
    server.ids("anna", "is cryotherapy safe?\u200b\n")

    assert '"question": "is cryotherapy safe?\\u200b\\n"' in server.app.ctx.agent.tracker_store.store["anna"]
