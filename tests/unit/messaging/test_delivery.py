import asyncio
import json
import time
from collections.abc import Iterator

import pytest
from platform_fakes.fake import Answer, FakePlatform, Mode, Received, Shown

from cryobot.guidance.answer import Escalation
from cryobot.messaging.delivery import Delivery
from cryobot.messaging.errors import JournalError
from cryobot.messaging.http_client import HttpClient
from cryobot.messaging.inbox import EventState, ReceivedEvent
from cryobot.messaging.journal import Journal
from cryobot.messaging.journal import Received as ReceivedBy
from cryobot.messaging.one_thread import OneThread
from cryobot.messaging.outbox import Part
from cryobot.messaging.outcomes import Delivered, RetryLater
from cryobot.messaging.outgoing import OutgoingRequest
from cryobot.messaging.pace import Pace
from cryobot.messaging.pseudonyms import Pseudonyms
from cryobot.messaging.retries import PartState

from .plain_platform import SENDER, PlainPlatform, plain_platform

PSEUDONYMS = Pseudonyms("k" * 32)
PACE = Pace(first_pause=0.02, longest_pause=0.05, aside_pause=0.05, request_seconds=0.5)


class PlainFake(FakePlatform):
    def person_of(self, received: Received) -> str | None:
        return received.path.removeprefix("/")

    def respond(self, received: Received) -> tuple[Answer, Shown | None]:
        assert received.headers["secret"] == "right"
        return Answer(200, {}), Shown(received.path.removeprefix("/"), received.json()["text"])

    def refusal(self, reason: str) -> Answer:
        return Answer(400, reason)

    def limited(self, seconds: float) -> Answer:
        return Answer(429, "", {"Retry-After": f"{seconds:g}"})

    def blocked(self) -> Answer:
        return Answer(403)


@pytest.fixture
def fake() -> Iterator[PlainFake]:
    with PlainFake() as started:
        yield started
    assert started.violations == []


@pytest.fixture
def platform(fake: PlainFake) -> PlainPlatform:
    return plain_platform(fake.url)


def write(journal: Journal, *parts: Part, sender: str = SENDER) -> None:
    key = f"{time.monotonic_ns():x}"
    journal.receive("plain", [ReceivedBy(ReceivedEvent(key, sender, 0, ""), "anna")])
    event = journal.begin("plain", sender)
    assert event is not None
    journal.finish("plain", event, EventState.DONE, parts, [])


def part(text: str, escalation: Escalation = Escalation.NONE, path: str = "anna") -> Part:
    return Part(OutgoingRequest(path, {"text": text}).to_json(), "overall-safety", escalation)


def deliver(platform: PlainPlatform, journal: Journal, times: int = 0, senders: tuple[str, ...] = (SENDER,)) -> None:
    """Send until nothing waits any more, or so many times to each."""

    async def run() -> None:
        async with HttpClient(PACE.request_seconds) as client:
            delivery = Delivery(platform, journal, PSEUDONYMS, OneThread("test"), client, PACE)
            for sender in senders:
                count = 0
                while (again_at := await delivery.work(sender)) is not None:
                    count += 1
                    if times and count >= times:
                        break
                    await asyncio.sleep(max(0.0, again_at - time.time()))

    asyncio.run(run())


def test_sends_in_order_with_the_secret(platform: PlainPlatform, journal: Journal, fake: PlainFake) -> None:
    write(journal, part("one"), part("two"))
    write(journal, part("three"))
    deliver(platform, journal)

    assert fake.texts("anna") == ["one", "two", "three"]
    assert journal.undelivered() == []


@pytest.mark.parametrize("mode", [Mode.BROKEN, Mode.CUT, Mode.HANG])
def test_tries_again_and_keeps_the_order(
    platform: PlainPlatform, journal: Journal, fake: PlainFake, mode: Mode
) -> None:
    fake.switch(mode, times=2)
    write(journal, part("one"), part("two"))
    deliver(platform, journal)

    assert fake.texts("anna") == ["one", "two"]
    assert len(fake.received) == 4


def test_waits_as_long_as_the_platform_asks(platform: PlainPlatform, journal: Journal, fake: PlainFake) -> None:
    fake.switch(Mode.LIMITED, times=1, seconds=0.4)
    write(journal, part("one"))
    deliver(platform, journal)

    assert fake.received[1].at - fake.received[0].at > 0.38


def test_a_limit_for_everyone_holds_up_everyone(
    platform: PlainPlatform, journal: Journal, fake: PlainFake, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([RetryLater("429", 0.3, everyone=True), Delivered(), Delivered()])
    monkeypatch.setattr(platform, "outcome", lambda _: next(answers))
    write(journal, part("one"))
    write(journal, part("two", path="ben"), sender="plain:ben")

    async def run() -> tuple[float | None, int]:
        async with HttpClient(1) as client:
            delivery = Delivery(platform, journal, PSEUDONYMS, OneThread("test"), client, PACE)
            await delivery.work(SENDER)
            return await delivery.work("plain:ben"), len(fake.received)

    again_at, requests = asyncio.run(run())
    assert requests == 1
    assert again_at is not None
    assert again_at > time.time() + 0.1


def test_nobody_is_sent_anything_after_blocking(platform: PlainPlatform, journal: Journal, fake: PlainFake) -> None:
    fake.switch(Mode.BLOCKED)
    write(journal, part("one", Escalation.EMERGENCY), part("two"))
    deliver(platform, journal)

    assert len(fake.received) == 1
    assert [(found.state, found.reason, found.count) for found in journal.undelivered()] == [
        (PartState.BLOCKED, "403", 1),
        (PartState.BLOCKED, "403", 1),
    ]


def test_what_the_platform_rejects_does_not_hold_up_the_rest(
    platform: PlainPlatform, journal: Journal, fake: PlainFake, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Part("not a request", "overall-safety", Escalation.NONE)
    write(journal, broken, part("two"))
    deliver(platform, journal)

    assert fake.texts("anna") == ["two"]
    assert [(found.state, found.reason) for found in journal.undelivered()] == [
        (PartState.FAILED, "unreadable (JSONDecodeError)")
    ]


def test_an_answer_that_cannot_be_understood_is_tried_again(
    platform: PlainPlatform, journal: Journal, fake: PlainFake, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ValueError

    monkeypatch.setattr(platform, "outcome", fail)
    write(journal, part("one"))
    deliver(platform, journal, times=1)

    assert [found.reason for found in journal.undelivered()] == ["answer not understood (ValueError)"]


def test_what_was_sent_is_not_sent_again_when_the_journal_does_not_take_it(
    platform: PlainPlatform, journal: Journal, fake: PlainFake, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise JournalError("the disk is full")

    write(journal, part("one"), part("two"))

    async def run() -> None:
        async with HttpClient(1) as client:
            delivery = Delivery(platform, journal, PSEUDONYMS, OneThread("test"), client, PACE)
            with monkeypatch.context() as patched:
                patched.setattr(journal, "settle", fail)
                for _ in range(3):
                    with pytest.raises(JournalError):
                        await delivery.work(SENDER)
            while await delivery.work(SENDER) is not None:
                pass

    asyncio.run(run())
    assert fake.texts("anna") == ["one", "two"]


def test_a_failure_is_logged_without_the_person_or_the_words(
    platform: PlainPlatform, journal: Journal, fake: PlainFake, caplog: pytest.LogCaptureFixture
) -> None:
    write(journal, Part(json.dumps({"person": "anna", "text": "private"}), "skin-marks", Escalation.NONE))
    deliver(platform, journal)

    assert "was not delivered to plain" in caplog.text
    assert not [word for word in ("anna", "private") if word in caplog.text]
