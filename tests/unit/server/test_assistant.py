import asyncio
import sys
from pathlib import Path

import pytest
import tiny_bot.actions
from rasa.core.lock_store import InMemoryLockStore
from tiny_bot.actions import message
from tiny_bot.live_server import OPTIONS
from tiny_bot.model import load

from cryobot.channels.incoming import InvalidMessage
from cryobot.conversations.tracker_store import ConversationStore
from cryobot.errors import ModelMissingError
from cryobot.server import assistant
from cryobot.server.assistant import Assistant, ModelLoadError, load_agent, load_assistant
from cryobot.server.in_process_actions import InProcessActions


def test_replies_as_the_server_does(model: Path) -> None:
    with Assistant(load(model), OPTIONS) as tiny:
        assert tiny.reply("anna", "Is cryotherapy safe?") == [{"recipient_id": "anna", **message("overall-safety")}]
        assert tiny.reply("anna", "raise")[0]["metadata"]["guidance_id"] == "service-unavailable"
        assert tiny.reply("anna", "/skin-marks")[0]["metadata"]["guidance_id"] == "skin-marks"
        with pytest.raises(InvalidMessage, match="message is empty"):
            tiny.reply("anna", " / ")


def test_replies_on_a_running_loop(model: Path) -> None:
    async def talk(tiny: Assistant) -> list[str]:
        replies = await asyncio.gather(*(tiny.reply_async(f"sender {n}", "mark on the skin") for n in range(5)))
        return [reply[0]["metadata"]["guidance_id"] for reply in replies]

    with Assistant(load(model), OPTIONS) as tiny:
        assert asyncio.run(talk(tiny)) == ["skin-marks"] * 5


def test_takes_the_newest_model_of_a_folder(model: Path, tmp_path: Path) -> None:
    store = ConversationStore(url=f"sqlite:///{tmp_path / 'conversations.db'}")
    agent = load_agent(model.parent, InProcessActions("tiny_bot.actions"), store)

    assert agent.is_ready()
    assert agent.tracker_store is store
    assert isinstance(agent.lock_store, InMemoryLockStore)


def test_keeps_conversations_in_the_store_of_the_installation(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "conversations.db"
    monkeypatch.setattr(
        "cryobot.conversations.tracker_store.settings",
        lambda: type("S", (), {"conversations_url": f"sqlite:///{file}"}),
    )
    agent = load_agent(model, InProcessActions("tiny_bot.actions"))
    with Assistant(agent, OPTIONS) as tiny:
        tiny.reply("anna", "is cryotherapy safe?")
        assert agent.tracker_store.forget("anna") == 1


def test_says_what_to_do_without_a_model(tmp_path: Path) -> None:
    for missing in (tmp_path, tmp_path / "model.tar.gz"):
        with pytest.raises(ModelMissingError, match="cryobot train"):
            load_agent(missing)


def test_says_what_to_do_with_a_damaged_model(tmp_path: Path) -> None:
    damaged = tmp_path / "model.tar.gz"
    damaged.write_bytes(b"no archive")

    with pytest.raises(ModelLoadError, match="cryobot train"):
        load_agent(damaged, InProcessActions("tiny_bot.actions"), assistant.InMemoryTrackerStore(None))


def test_loads_the_newest_model_with_conversations_in_memory(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assistant, "newest_model", lambda: model)
    monkeypatch.setattr(assistant, "installed_options", lambda: OPTIONS)
    monkeypatch.setitem(sys.modules, "actions", tiny_bot.actions)

    with load_assistant() as tiny:
        assert tiny.reply("anna", "mark on the skin")[0]["metadata"]["guidance_id"] == "skin-marks"
        assert list(tiny._agent.tracker_store.store) == ["anna"]
