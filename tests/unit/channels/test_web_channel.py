"""What the chat widget asks of its channel."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tiny_bot.actions import message
from tiny_bot.live_server import OPTIONS

from cryobot.records.record import RecordKind

from .web_chat import ANNA, BERTA, RATING, Chat, chatting


@pytest.fixture
def chat(model: Path) -> Iterator[Chat]:
    with chatting(model, replace(OPTIONS, deadline_seconds=2)) as chat:
        yield chat


def test_answers_a_message_and_a_button(chat: Chat) -> None:
    assert chat.ask("mark on the skin") == [{"recipient_id": ANNA, **message("skin-marks")}]
    assert chat.ask("/skin-marks") == [{"recipient_id": ANNA, **message("skin-marks")}]
    assert '"input_channel":"web"' in (chat.conversations.read(ANNA) or "")


def test_refuses_what_cannot_be_used(chat: Chat) -> None:
    for path, example in (("messages", '"message"'), ("ratings", '"helpful": true'), ("forget", '"a random UUID"}')):
        for body, word in ((b"{", "not JSON"), (b"[]", "not a JSON object"), (b"{}", "'conversation'")):
            response = chat.server.client.post(f"/webhooks/web/{path}", content=body)
            assert response.status_code == 400
            assert word in response.json()["error"]
            assert "conversation" in response.json()["error"]
            assert example in response.json()["error"] or body == b"{}"
        large = chat.server.client.post(f"/webhooks/web/{path}", content=b" " * 70_000)
        assert (large.status_code, list(large.json())) == (413, ["error"])
        other = chat.server.client.get(f"/webhooks/web/{path}")
        assert (other.status_code, other.headers["Allow"]) == (405, "POST")
    assert chat.post("messages", message="//").status_code == 400
    assert chat.post("messages", message="a" * 4001).status_code == 413
    assert chat.post("messages", "anna", message="mark on the skin").status_code == 400
    assert chat.post("ratings", **RATING | {"version": "0"}).status_code == 400
    assert chat.conversations.senders() == []
    assert chat.kept() == []


def test_keeps_every_rating(chat: Chat) -> None:
    for helpful in (True, False, False):
        response = chat.post("ratings", **RATING | {"helpful": helpful})
        assert (response.status_code, response.content) == (204, b"")

    kinds = [record.kind for record in chat.kept()]
    assert sorted(kinds) == sorted([RecordKind.HELPFUL, RecordKind.NOT_HELPFUL, RecordKind.NOT_HELPFUL])
    assert {(record.sender_id, record.channel) for record in chat.kept()} == {(ANNA, "web")}


def test_forgets_one_conversation_and_no_other(chat: Chat) -> None:
    for conversation in (ANNA, BERTA):
        chat.ask("mark on the skin", conversation)
        chat.post("ratings", conversation, **RATING)
    response = chat.post("forget")

    assert (response.status_code, response.content) == (204, b"")
    assert chat.conversations.senders() == [BERTA]
    assert [record.sender_id for record in chat.kept()] == [BERTA]
    assert not [file for file in chat.folder.glob("*.db*") if ANNA.encode() in file.read_bytes()]
    assert chat.post("forget").status_code == 204, "nothing is left to forget"
    assert chat.ask("mark on the skin"), "and the conversation can start again"


@pytest.mark.parametrize("broken", ["records.db", "conversations.db"])
def test_says_when_it_could_not_forget(chat: Chat, broken: str) -> None:
    chat.ask("mark on the skin")
    chat.post("ratings", **RATING)
    for part in chat.folder.glob(f"{broken}*"):
        part.unlink()
    (chat.folder / broken).write_bytes(b"no database" * 1000)

    response = chat.post("forget")
    assert response.status_code == 503
    assert "again" in response.json()["error"]

    (chat.folder / broken).unlink()
    assert chat.post("forget").status_code == 204
    assert (chat.kept(), chat.conversations.senders()) == ([], [])


def test_says_when_a_rating_could_not_be_kept(chat: Chat) -> None:
    (chat.folder / "records.db").unlink()
    (chat.folder / "records.db").mkdir()

    response = chat.post("ratings", **RATING)

    assert (response.status_code, list(response.json())) == (503, ["error"])
