import asyncio
import json
import time
from collections.abc import Mapping
from typing import Any

import pytest
from tiny_bot.actions import message

from cryobot.browser.limits import Limiter, RequestLimits
from cryobot.channels.outgoing import OutgoingMessage
from cryobot.guidance.answer import Escalation
from cryobot.messaging.errors import JournalError
from cryobot.messaging.inbox import ReceivedEvent
from cryobot.messaging.incoming import Attachment, Event, EventKind
from cryobot.messaging.journal import Journal, Received
from cryobot.messaging.one_thread import OneThread
from cryobot.messaging.outgoing import Button, Reply
from cryobot.messaging.pace import Pace
from cryobot.messaging.worker import Assistant, Worker, reply_of

from .plain_platform import SENDER, plain_platform

UNAVAILABLE = Reply("Something is not working.", (), Escalation.NONE, "service-unavailable")


class Desk:
    """A worker, with an assistant that answers as it is told, and notes what it is asked."""

    def __init__(self, journal: Journal, limit: str = "1000/minute") -> None:
        self.journal = journal
        self.asked: list[tuple[str, str, Mapping[str, Any]]] = []
        self.answered: list[str] = []
        self.answers = {"/skin-marks": "skin-marks", "is there a mark?": "skin-marks"}
        self.failure: BaseException | None = None
        self.thread = OneThread("test")
        assistant = Assistant(self.ask, self.look_up, UNAVAILABLE, 200)
        limiter = Limiter(RequestLimits(limit, limit))
        self.worker = Worker(plain_platform(), journal, self.thread, assistant, limiter, self.answered.append, Pace())

    async def ask(self, sender: str, text: str, metadata: Mapping[str, Any]) -> list[OutgoingMessage]:
        self.asked.append((sender, text, metadata))
        if self.failure:
            raise self.failure
        return [{"recipient_id": sender, **message(self.answers.get(text, "overall-safety"))}]

    def look_up(self, words: str) -> list[tuple[str, str]]:
        return [("Care of scars", "Ask a dermatologist."), ("Scars", "They are rare.")] if words == "scars" else []

    def receive(
        self, kind: EventKind = EventKind.MESSAGE, event_id: str = "1", person: str = "anna", **values: Any
    ) -> None:
        event = Event(event_id, person, kind, reply_to="7", **values)
        self.journal.receive("plain", [Received(ReceivedEvent(event_id, SENDER, 0, event.to_json()), person)])

    def work(self, times: int = 1) -> float | None:
        async def run() -> float | None:
            for _ in range(times):
                again_at = await self.worker.work(SENDER)
            return again_at

        return asyncio.run(run())

    def sent(self) -> list[str]:
        """Give the texts of the messages that go out; each goes to the right person."""
        texts = []
        while part := self.journal.next_part("plain", SENDER):
            request = json.loads(part.request)
            assert request["path"] == "anna"
            assert request["json"]["reply_to"] == "7"
            texts.append(request["json"]["text"].partition("\n\n")[0])
            self.journal.block(SENDER, "taken")
        return texts

    def parts(self) -> int:
        return self.journal.waiting("plain")[1]


@pytest.fixture
def desk(journal: Journal) -> Desk:
    return Desk(journal)


def test_asks_the_assistant_and_leaves_its_replies_for_delivery(desk: Desk) -> None:
    desk.receive(text="is it safe?")

    assert (desk.work() or 0) <= time.time()
    assert desk.asked == [(SENDER, "is it safe?", {})]
    assert desk.answered == [SENDER]
    assert desk.sent() == [message("overall-safety")["text"]]
    assert desk.work() is None


def test_a_number_is_the_button_that_was_offered(desk: Desk) -> None:
    desk.receive(text="is it safe?")
    desk.work()
    first = message("overall-safety")["buttons"][0]
    assert desk.journal.offered(SENDER)[0] == Button(first["title"], first["payload"])
    desk.receive(text="1", event_id="2")
    desk.work()

    assert [text for _, text, _ in desk.asked] == ["is it safe?", first["payload"]]


def test_an_attachment_is_asked_with_what_it_is(desk: Desk) -> None:
    desk.receive(EventKind.ATTACHMENT, attachment=Attachment.VOICE)
    desk.work()

    assert desk.asked == [(SENDER, "/skin-marks", {"attachment": "voice"})]


@pytest.mark.parametrize(
    ("caption", "asked"), [("is it safe?", ["is it safe?", "/skin-marks"]), ("is there a mark?", ["is there a mark?"])]
)
def test_an_attachment_with_a_caption_that_escalates_is_not_asked_too(
    desk: Desk, caption: str, asked: list[str]
) -> None:
    desk.receive(EventKind.ATTACHMENT, attachment=Attachment.PHOTO, text=caption)
    desk.work()

    assert [text for _, text, _ in desk.asked] == asked


def test_looks_up_for_staff_without_asking_the_assistant(desk: Desk) -> None:
    desk.receive(EventKind.LOOKUP, text="scars")
    desk.work()

    assert desk.asked == []
    assert desk.parts() == 2
    assert desk.sent() == ["Care of scars"]


def test_too_many_events_are_answered_later(journal: Journal) -> None:
    desk = Desk(journal, "2/minute")
    for number in range(3):
        desk.receive(event_id=str(number), text="is it safe?")
    again_at = desk.work(3)

    assert len(desk.asked) == 2
    assert again_at is not None
    assert time.time() < again_at <= time.time() + 61
    assert journal.waiting("plain")[0] == 1
    waiting = journal.begin("plain", SENDER)
    assert waiting is not None
    assert waiting.attempts == 0


def test_an_event_that_fails_again_and_again_is_put_aside_with_an_excuse(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.receive(text="private words")
    desk.receive(event_id="2", text="is it safe?")
    desk.failure = ValueError("private words")
    for _ in range(2):
        with pytest.raises(ValueError, match="private"):
            desk.work()
    desk.work()
    assert desk.journal.waiting("plain") == (1, 1)
    assert desk.sent() == [UNAVAILABLE.text]
    assert "put aside" in caplog.text
    assert "private" not in caplog.messages[0]

    desk.failure = None
    desk.work()
    assert desk.asked[-1][1] == "is it safe?"


def test_an_event_that_ended_the_program_each_time_is_put_aside(desk: Desk) -> None:
    desk.receive(text="is it safe?")
    for _ in range(3):
        desk.journal.begin("plain", SENDER)
    desk.work()

    assert desk.asked == []
    assert desk.sent() == [UNAVAILABLE.text]


@pytest.mark.parametrize("person", ["nowhere"])
def test_an_event_that_cannot_even_be_excused_does_not_stop_the_others(desk: Desk, person: str) -> None:
    desk.receive(text="is it safe?", person=person)
    desk.receive(event_id="2", text="is it safe?")
    for _ in range(2):
        with pytest.raises(LookupError):
            desk.work()
    desk.work(2)

    assert desk.journal.waiting("plain") == (0, 1)


def test_an_event_that_cannot_be_read_is_put_aside(desk: Desk) -> None:
    desk.journal.receive("plain", [Received(ReceivedEvent("1", SENDER, 0, "{"), "anna")])
    for _ in range(2):
        with pytest.raises(ValueError, match="Expecting"):
            desk.work()

    assert desk.work() is not None
    assert desk.work() is None


def test_a_journal_that_does_not_take_the_answer_is_told_it_again_without_asking_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.receive(text="is it safe?")

    def fail(*_: object) -> None:
        raise JournalError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(desk.journal, "finish", fail)
        for _ in range(4):
            with pytest.raises(JournalError):
                desk.work()
    desk.work()

    assert len(desk.asked) == 1
    assert desk.sent() == [message("overall-safety")["text"]]


def test_an_event_that_is_interrupted_is_left_as_it_was(desk: Desk) -> None:
    desk.receive(text="is it safe?")

    async def run() -> None:
        begun = asyncio.Event()

        async def ask(*_: object) -> list[OutgoingMessage]:
            begun.set()
            await asyncio.sleep(60)
            return []

        desk.worker._assistant = Assistant(ask, desk.look_up, UNAVAILABLE, 200)
        task = asyncio.create_task(desk.worker.work(SENDER))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())
    event = desk.journal.begin("plain", SENDER)
    assert event is not None
    assert event.attempts == 0


def test_a_reply_keeps_what_it_says() -> None:
    reply = reply_of({"recipient_id": "", **message("skin-marks")})

    assert (reply.guidance_id, reply.escalation) == ("skin-marks", Escalation.DERMATOLOGIST)
    assert Button("Care of scars", "/scar-care") in reply.buttons
    odd: dict[str, Any] = {"text": "hi", "buttons": [], "metadata": {"guidance_id": "greet", "escalation": "new"}}
    assert reply_of(odd) == Reply("hi", (), Escalation.NONE, "greet")
