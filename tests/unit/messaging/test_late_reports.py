"""Messages that a platform takes and reports as lost later, from the delivery to the journal."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterator

import pytest
from platform_fakes.fake import Answer, FakePlatform, Received, Shown

from cryobot.guidance.answer import Escalation
from cryobot.messaging.delivery import Delivery
from cryobot.messaging.errors import JournalError
from cryobot.messaging.http_client import HttpClient
from cryobot.messaging.inbox import EventState, ReceivedEvent
from cryobot.messaging.journal import Journal
from cryobot.messaging.journal import Received as ReceivedBy
from cryobot.messaging.one_thread import OneThread
from cryobot.messaging.outbox import Part
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, RetryLater
from cryobot.messaging.outgoing import OutgoingRequest, Response
from cryobot.messaging.pace import Pace
from cryobot.messaging.pseudonyms import Pseudonyms
from cryobot.messaging.reports import Report
from cryobot.messaging.retries import PartState

from .plain_platform import SENDER, PlainPlatform, PlainSettings
from .plain_platform import plain_platform as plain

LOST = RetryLater("code 63018")


class ReportingPlatform(PlainPlatform):
    """Answers with the id of each message."""

    def outcome(self, response: Response) -> Outcome:
        return Delivered(response.body.decode())


class NumberingFake(FakePlatform):
    def person_of(self, received: Received) -> str | None:
        return received.path.removeprefix("/")

    def respond(self, received: Received) -> tuple[Answer, Shown | None]:
        return Answer(200, f"message-{len(self.messages) + 1}"), Shown("anna", received.json()["text"])

    def refusal(self, reason: str) -> Answer:
        return Answer(400, reason)

    def limited(self, seconds: float) -> Answer:
        return Answer(429)

    def blocked(self) -> Answer:
        return Answer(403)


@pytest.fixture
def fake() -> Iterator[NumberingFake]:
    with NumberingFake() as started:
        yield started


def write(journal: Journal, text: str, escalation: Escalation) -> None:
    journal.receive("plain", [ReceivedBy(ReceivedEvent(f"{time.monotonic_ns():x}", SENDER, 0, ""), "anna")])
    event = journal.begin("plain", SENDER)
    assert event is not None
    part = Part(OutgoingRequest("anna", {"text": text}).to_json(), "skin-marks", escalation)
    journal.finish("plain", event, EventState.DONE, [part], [])


def run(fake: NumberingFake, journal: Journal, steps: Callable[[Delivery], Awaitable[None]]) -> None:
    async def running() -> None:
        async with HttpClient(1) as client:
            platform = ReportingPlatform(PlainSettings(api=fake.url), plain().words)
            pace = Pace(first_pause=0.02, aside_pause=0.05)
            delivery = Delivery(platform, journal, Pseudonyms("k" * 32), OneThread("test"), client, pace)
            await steps(delivery)

    asyncio.run(running())


async def send_all(delivery: Delivery) -> None:
    while (again_at := await delivery.work(SENDER)) is not None:
        await asyncio.sleep(max(0.0, again_at - time.time()))


def test_an_escalation_is_sent_again_until_it_arrives(
    journal: Journal, fake: NumberingFake, caplog: pytest.LogCaptureFixture
) -> None:
    write(journal, "mark", Escalation.DERMATOLOGIST)

    async def steps(delivery: Delivery) -> None:
        for number in range(1, 4):
            await send_all(delivery)
            assert await delivery.heed([Report(f"message-{number}", LOST)]) == [SENDER]
        await send_all(delivery)
        assert await delivery.heed([Report("message-4", Delivered())]) == []
        assert await delivery.heed([Report("message-4", LOST)]) == []
        await send_all(delivery)

    with caplog.at_level(logging.WARNING):
        run(fake, journal, steps)

    assert fake.texts("anna") == ["mark"] * 4
    assert journal.undelivered() == []
    assert caplog.messages == ["A message to plain waits, and is tried again: code 63018."]


def test_an_ordinary_message_is_counted_and_logged(
    journal: Journal, fake: NumberingFake, caplog: pytest.LogCaptureFixture
) -> None:
    write(journal, "safe", Escalation.NONE)

    async def steps(delivery: Delivery) -> None:
        await send_all(delivery)
        assert await delivery.heed([Report("message-1", LOST)]) == []
        await send_all(delivery)

    run(fake, journal, steps)

    assert fake.texts("anna") == ["safe"]
    assert [(found.state, found.reason) for found in journal.undelivered()] == [(PartState.FAILED, "code 63018")]
    assert caplog.messages == ["A message (escalation: none) was not delivered to plain: code 63018."]


def test_a_report_that_comes_before_the_answer_is_heeded(
    journal: Journal, fake: NumberingFake, caplog: pytest.LogCaptureFixture
) -> None:
    write(journal, "mark", Escalation.EMERGENCY)

    async def steps(delivery: Delivery) -> None:
        assert await delivery.heed([Report("message-1", LOST)]) == []
        await send_all(delivery)

    run(fake, journal, steps)

    assert fake.texts("anna") == ["mark", "mark"]
    assert "tried again" in caplog.text


def test_somebody_who_cannot_be_reached_is_not_written_to(journal: Journal, fake: NumberingFake) -> None:
    write(journal, "mark", Escalation.EMERGENCY)

    async def steps(delivery: Delivery) -> None:
        await send_all(delivery)
        assert await delivery.heed([Report("message-1", Blocked("code 63024"))]) == []
        await send_all(delivery)

    run(fake, journal, steps)

    assert fake.texts("anna") == ["mark"]
    assert [(found.state, found.reason) for found in journal.undelivered()] == [(PartState.BLOCKED, "code 63024")]


def test_what_was_taken_is_not_sent_again_when_the_journal_does_not_take_it(
    journal: Journal, fake: NumberingFake, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise JournalError("the disk is full")

    write(journal, "mark", Escalation.EMERGENCY)

    async def steps(delivery: Delivery) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(journal, "settle_taken", fail)
            with pytest.raises(JournalError):
                await delivery.work(SENDER)
        await send_all(delivery)
        # Its id is still known.
        assert await delivery.heed([Report("message-1", LOST)]) == [SENDER]

    run(fake, journal, steps)
    assert fake.texts("anna") == ["mark"]
