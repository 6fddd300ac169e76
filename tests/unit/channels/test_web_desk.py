"""What the chat widget gets from the staff desk."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from tiny_bot.actions import LIBRARY, message
from tiny_bot.live_server import OPTIONS

from cryobot.browser.limits import RequestLimits
from cryobot.guidance.reply_metadata import reply_metadata
from cryobot.records.record import RecordKind

from .web_chat import ANNA, BERTA, Chat, chatting

CONTACT = {"contact": "+34 600 000 000", "consent": True}
NASTY = "<script>alert(1)</script> \u202eevil\u2066 \U0001f642 & \"quotes\" \\ 'x'"


@pytest.fixture
def chat(model: Path) -> Iterator[Chat]:
    with chatting(model, replace(OPTIONS, deadline_seconds=4)) as chat:
        yield chat


def test_nobody_reads_but_the_assistant(chat: Chat) -> None:
    nothing = {"state": "assistant", "messages": [], "next_seconds": None, "contact": None}
    assert chat.updates() == nothing
    assert chat.state("is cryotherapy safe?") == (["overall-safety"], "assistant")
    assert chat.updates() == nothing


def test_somebody_who_waits(chat: Chat) -> None:
    chat.case()
    assert chat.updates() == {"state": "waiting", "messages": [], "next_seconds": 3, "contact": "possible"}
    assert chat.state("is cryotherapy safe?") == (["overall-safety"], "waiting")


def test_somebody_with_a_mark_may_be_written_to_without_having_asked(chat: Chat) -> None:
    case = chat.case(RecordKind.ESCALATION)
    assert chat.updates() == {"state": "assistant", "messages": [], "next_seconds": 10, "contact": None}
    chat.cases.take(case.id, "maria")
    assert chat.updates()["state"] == "person"


def test_a_person_writes_while_the_assistant_is_silent(chat: Chat) -> None:
    case = chat.case()
    chat.cases.take(case.id, "maria")
    first = chat.cases.say(case.id, "maria", "Maria", "Hello, what can I do?")

    assert chat.state("is cryotherapy safe?") == ([], "person")
    given = chat.updates()
    joined, said = given.pop("messages")
    assert given == {"state": "person", "next_seconds": 3, "contact": None}
    assert joined["author"] is None
    assert joined["text"] == LIBRARY.text("talk-to-staff", "joined").text
    assert joined["metadata"] == reply_metadata(LIBRARY, "talk-to-staff", "joined")
    assert said == {
        "id": first.id,
        "at": first.at.isoformat(),
        "author": "Maria",
        "text": "Hello, what can I do?",
        "metadata": None,
    }
    at = datetime.fromisoformat(said["at"])
    assert at.utcoffset() == timedelta(0)
    assert timedelta(0) <= datetime.now(UTC) - at < timedelta(minutes=1)
    assert chat.updates(first.id)["messages"] == []
    assert [kept.question for kept in chat.exchanges() if kept.held] == ["is cryotherapy safe?"]


def test_danger_and_marks_come_through(chat: Chat) -> None:
    chat.cases.take(chat.case().id, "maria")
    assert chat.state("mark on the skin") == (["skin-marks"], "person")
    assert chat.ask("cannot breathe") == [{"recipient_id": ANNA, **message("emergency")}]
    assert chat.state("raise") == (["service-unavailable"], "person")
    assert [kept.held for kept in chat.exchanges()] == [True] * 3


def test_the_assistant_answers_again(chat: Chat) -> None:
    case = chat.case()
    chat.cases.take(case.id, "maria")
    chat.cases.hand_back(case.id, "maria")
    assert chat.state("is cryotherapy safe?") == (["overall-safety"], "assistant")
    chat.cases.take(case.id, "berta")
    assert chat.state("is cryotherapy safe?") == ([], "person")
    chat.cases.close(case.id, "berta")

    given = chat.updates()
    variants = {LIBRARY.text("talk-to-staff", variant).text: variant for variant in ("joined", "left")}
    assert [variants[shown["text"]] for shown in given["messages"]] == ["joined", "left"] * 2
    assert (given["state"], given["next_seconds"]) == ("assistant", None)
    assert chat.state("is cryotherapy safe?") == (["overall-safety"], "assistant")


def test_nothing_of_another_conversation(chat: Chat) -> None:
    case = chat.case()
    chat.cases.take(case.id, "maria")
    chat.cases.say(case.id, "maria", "Maria", "to Anna")
    chat.post("contact", **CONTACT)

    for other in (BERTA, str(uuid4())):
        assert chat.updates(0, other) == {"state": "assistant", "messages": [], "next_seconds": None, "contact": None}
        assert chat.state("is cryotherapy safe?", other) == (["overall-safety"], "assistant")
        assert chat.post("contact", other, **CONTACT).status_code == 409
    assert [shown["text"] for shown in chat.updates()["messages"]][1:] == ["to Anna"]


@pytest.mark.parametrize("text", ["a" * 2000, NASTY, "\ud83d\ude42 half \\ud83d", "  x  "])
def test_words_of_staff_arrive_as_they_are(chat: Chat, text: str) -> None:
    case = chat.case()
    chat.cases.take(case.id, "maria")
    kept = chat.cases.say(case.id, "maria", "Maria", text).text
    assert chat.updates()["messages"][-1]["text"] == kept
    assert chat.updates()["messages"][-1]["metadata"] is None


@pytest.mark.parametrize("text", ["a" * 4000, NASTY, "tab\tnew\nline\x00\x1b\u200b end"])
def test_words_of_visitors_reach_staff_as_they_are(chat: Chat, text: str) -> None:
    chat.cases.take(chat.case().id, "maria")
    assert chat.state(text) == ([], "person")
    (kept,) = chat.exchanges()
    assert (kept.question, kept.held) == (text.replace("\x00", ""), True)


def test_many_messages_come_one_batch_after_the_other(chat: Chat) -> None:
    case = chat.case()
    chat.cases.take(case.id, "maria")
    for number in range(60):
        chat.cases.say(case.id, "maria", "Maria", str(number))
    chat.cases.close(case.id, "maria")

    first = chat.updates()
    assert (len(first["messages"]), first["state"], first["next_seconds"]) == (50, "assistant", 3)
    second = chat.updates(first["messages"][-1]["id"])
    assert (len(second["messages"]), second["next_seconds"]) == (12, None)
    said = [shown["text"] for shown in first["messages"] + second["messages"] if shown["author"]]
    assert said == [str(number) for number in range(60)]


def test_contact_details_are_kept_for_who_waits(chat: Chat) -> None:
    assert chat.post("contact", **CONTACT).status_code == 409
    case = chat.case()
    response = chat.post("contact", **CONTACT)
    assert (response.status_code, response.content) == (204, b"")
    assert chat.cases.get(case.id).contact == "+34 600 000 000"
    assert chat.updates()["contact"] == "left"
    chat.cases.close(case.id, "maria")
    assert chat.post("contact", **CONTACT).status_code == 409
    assert chat.updates()["contact"] is None


@pytest.mark.parametrize("words", ["call me", "anna", "i have a blister and cant breathe, my number is 5", "12 34"])
def test_what_is_no_contact_is_refused(chat: Chat, words: str) -> None:
    case = chat.case()
    refused = chat.post("contact", contact=words, consent=True)
    assert refused.status_code == 400
    assert "telephone number or an e-mail address" in refused.json()["error"]
    assert chat.cases.get(case.id).contact is None


def test_contact_details_are_forgotten_with_the_rest(chat: Chat) -> None:
    case = chat.case()
    chat.cases.take(case.id, "maria")
    chat.cases.say(case.id, "maria", "Maria", "words to Anna alone")
    chat.state("words of Anna to Maria")
    chat.post("contact", contact="anna@example.org", consent=True)
    assert chat.post("forget").status_code == 204

    assert chat.exchanges() == []
    assert chat.updates() == {"state": "assistant", "messages": [], "next_seconds": None, "contact": None}
    files = b"".join(file.read_bytes() for file in chat.folder.glob("records.db*"))
    assert not [
        word for word in (b"anna@example.org", b"words to Anna", b"words of Anna", ANNA.encode()) if word in files
    ]


@pytest.mark.parametrize(
    ("path", "content", "status"),
    [
        ("updates", {}, 400),
        ("updates", {"after": -1}, 400),
        ("updates", {"after": "0"}, 400),
        ("updates", {"after": True}, 400),
        ("updates", {"after": 2**63}, 400),
        ("contact", {}, 400),
        ("contact", {"contact": "600 000 000"}, 400),
        ("contact", {"contact": "600 000 000", "consent": "yes"}, 400),
        ("contact", {"consent": True}, 400),
        ("contact", {"contact": "1234", "consent": True}, 400),
        ("contact", {"contact": "\x00\x1b\u200b1234", "consent": True}, 400),
        ("contact", {"contact": "a" * 201, "consent": True}, 413),
        ("contact", {"contact": "a" * 4000, "consent": True}, 413),
        ("contact", {"contact": {"phone": "600 000 000"}, "consent": True}, 400),
    ],
)
def test_refuses_what_cannot_be_used(chat: Chat, path: str, content: dict[str, object], status: int) -> None:
    case = chat.case()
    response = chat.post(path, **content)
    assert (response.status_code, list(response.json())) == (status, ["error"])
    assert chat.cases.get(case.id).contact is None


@pytest.mark.parametrize("path", ["updates", "contact"])
def test_refuses_what_is_no_request(chat: Chat, path: str) -> None:
    address = f"/webhooks/web/{path}"
    for body in (b"", b"{", b"[]", b"null", b"{}", b'{"conversation": "anna"}', b"\xff\xfe"):
        assert chat.server.client.post(address, content=body).status_code == 400
    assert chat.server.client.post(address, content=b" " * 70_000).status_code == 413
    for method in ("GET", "PUT", "DELETE", "PATCH"):
        refused = chat.server.client.request(method, address)
        assert (refused.status_code, refused.headers["Allow"]) == (405, "POST")


def test_rest_is_never_held(chat: Chat) -> None:
    case = chat.case()
    chat.cases.take(case.id, "maria")
    assert chat.server.ids(ANNA, "is cryotherapy safe?") == ["overall-safety"], "even with the id of such a case"
    assert [kept.held for kept in chat.exchanges()] == [False]


def test_updates_have_a_limit_of_their_own(model: Path) -> None:
    with chatting(model, replace(OPTIONS, deadline_seconds=4, requests=RequestLimits("3/minute", "5/minute"))) as chat:
        statuses = [chat.post("updates", after=0).status_code for _ in range(121)]
        assert statuses == [200] * 120 + [429]
        limited = chat.post("updates", after=0)
        assert limited.headers["Retry-After"] == str(limited.json()["retry_after"])
        assert chat.updates(0, BERTA)["state"] == "assistant"
        assert chat.state("is cryotherapy safe?") == (["overall-safety"], "assistant")
        assert [chat.post("contact", **CONTACT).status_code for _ in range(3)] == [409, 409, 429]


def test_an_address_may_ask_for_only_so_many_updates(chat: Chat) -> None:
    senders = [str(uuid4()) for _ in range(6)]
    statuses = [chat.post("updates", sender, after=0).status_code for sender in senders for _ in range(101)]
    assert statuses.count(200) == 600
    assert set(statuses[600:]) == {429}


def test_a_store_that_does_not_answer(chat: Chat) -> None:
    case = chat.case()
    chat.cases.take(case.id, "maria")
    assert chat.state("is cryotherapy safe?") == ([], "person")
    with closing(sqlite3.connect(chat.folder / "records.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        unheard = chat.state("is cryotherapy safe?")
        replies = chat.ask("mark on the skin")
        silenced = chat.post("messages", BERTA, message="is cryotherapy safe?")
        contact = chat.post("contact", **CONTACT)
        other.execute("ROLLBACK")
    assert unheard == (["service-unavailable"], "person"), "no person gets to read it"
    assert [reply["metadata"]["guidance_id"] for reply in replies] == ["skin-marks"]
    assert len(silenced.json()["replies"]) == 1
    assert (contact.status_code, list(contact.json())) == (503, ["error"])
    assert chat.updates()["state"] == "person"


def test_a_store_that_is_gone(chat: Chat) -> None:
    chat.case()
    for part in chat.folder.glob("records.db*"):
        part.unlink()
    (chat.folder / "records.db").mkdir()
    assert chat.state("is cryotherapy safe?") == (["overall-safety"], "assistant")
    for path, content in (("updates", {"after": 0}), ("contact", CONTACT)):
        response = chat.post(path, **content)
        assert (response.status_code, list(response.json())) == (503, ["error"])


def test_the_answers_are_json_that_every_browser_reads(chat: Chat) -> None:
    case = chat.case()
    chat.cases.take(case.id, "maria")
    chat.cases.say(case.id, "maria", "Maria", NASTY)
    response = chat.post("updates", after=0)
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.content.isascii()
    assert json.loads(response.content)["messages"][-1]["author"] == "Maria"
