"""What the guard has to do with the staff desk."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from rasa.core.channels.channel import UserMessage
from tiny_bot.actions import LIBRARY

from cryobot.channels import guard as guard_module
from cryobot.channels.desk_line import DeskLine
from cryobot.channels.failure import Failure
from cryobot.channels.guard import Guard, Handler
from cryobot.channels.incoming import HEALTH_SENDER, IncomingMessage
from cryobot.channels.outgoing import approved_by
from cryobot.channels.passage import Outcome
from cryobot.errors import StoreError
from cryobot.guidance.answer import Escalation
from cryobot.records.exchanges import Exchange
from cryobot.records.record import ShownText

from .test_guard import incoming, send

DEADLINE_SECONDS = 2.0
UNAVAILABLE = "service-unavailable"
LONG = 10.0


class Desk:
    """A desk in memory: who holds, and what was kept."""

    def __init__(self) -> None:
        self.holding: dict[str, str] = {}
        self.kept: list[Exchange] = []
        self.find: Callable[[str], str | None] = self.holding.get
        self.add: Callable[[Exchange], None] = self.kept.append

    def line(self) -> DeskLine:
        return DeskLine(lambda sender: self.find(sender), lambda exchange: self.add(exchange))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@contextmanager
def guarding(handler: Handler, desk: Desk, deadline: float = DEADLINE_SECONDS, waiting: int = 64) -> Iterator[Guard]:
    guard = Guard(handler, approved_by(LIBRARY), deadline, waiting, desk.line())
    try:
        yield guard
    finally:
        guard.close()


async def ask(guard: Guard, asked: IncomingMessage | None = None, can_be_held: bool = True) -> Outcome:
    return await guard.attempt(asked or incoming(), "web", can_be_held=can_be_held)


def ids(outcome: Outcome) -> list[str]:
    return [message["metadata"]["guidance_id"] for message in outcome.messages]


async def say_nothing(_: UserMessage) -> None:
    pass


async def escalate(user_message: UserMessage) -> None:
    for answer in ("overall-safety", "skin-marks", "talk-to-staff"):
        await send(user_message, answer)


def test_keeps_what_was_asked_and_shown_before_it_is_returned(desk: Desk) -> None:
    with guarding(escalate, desk) as guard:
        asyncio.run(ask(guard, IncomingMessage("anna", "is it safe?", " IS it safe?\n")))
        (kept,) = desk.kept

    shown = [ShownText(i, LIBRARY.text(i).version) for i in ("overall-safety", "skin-marks", "talk-to-staff")]
    assert kept.shown == tuple(shown)
    assert (kept.sender_id, kept.channel, kept.question) == ("anna", "web", " IS it safe?\n")
    assert (kept.escalation, kept.held) == (Escalation.DERMATOLOGIST, False)
    assert timedelta(0) <= datetime.now(UTC) - kept.at < timedelta(seconds=30)


def test_keeps_nothing_of_the_test_of_readiness(desk: Desk) -> None:
    with guarding(send, desk) as guard:
        asyncio.run(ask(guard, incoming(sender=HEALTH_SENDER)))
    assert desk.kept == []


def test_is_silent_while_a_person_has_taken_over(desk: Desk) -> None:
    seen: list[UserMessage] = []

    async def note(user_message: UserMessage) -> None:
        seen.append(user_message)

    desk.holding["anna"] = "maria"
    with guarding(note, desk) as guard:
        assert asyncio.run(ask(guard)) == Outcome([], None, held=True)
        other = asyncio.run(ask(guard, incoming(sender="berta")))
    assert (ids(other), other.failure, other.held) == ([UNAVAILABLE], Failure.SILENCE, False)
    assert seen[0].metadata == {"question": "is it safe?", "held": True}
    assert "held" not in seen[1].metadata
    assert [(kept.sender_id, kept.held, len(kept.shown)) for kept in desk.kept] == [
        ("anna", True, 0),
        ("berta", False, 1),
    ]


def test_what_the_engine_says_all_the_same_gets_through(desk: Desk) -> None:
    desk.holding["anna"] = "maria"
    with guarding(escalate, desk) as guard:
        outcome = asyncio.run(ask(guard))
    assert ids(outcome) == ["overall-safety", "skin-marks", "talk-to-staff"]
    assert (desk.kept[0].held, desk.kept[0].escalation) == (True, Escalation.DERMATOLOGIST)


def test_an_engine_that_fails_is_no_silence(desk: Desk) -> None:
    async def fail(user_message: UserMessage) -> None:
        raise ValueError(user_message.text)

    desk.holding["anna"] = "maria"
    with guarding(fail, desk) as guard:
        assert ids(asyncio.run(ask(guard))) == [UNAVAILABLE]
    assert [kept.held for kept in desk.kept] == [True]


def test_a_channel_that_cannot_bring_the_words_of_a_person_is_never_held(desk: Desk) -> None:
    desk.holding["anna"] = "maria"
    with guarding(send, desk) as guard:
        outcome = asyncio.run(ask(guard, can_be_held=False))
    assert (ids(outcome), outcome.held) == (["overall-safety"], False)


def test_nobody_but_the_guard_says_that_a_person_has_taken_over(desk: Desk) -> None:
    seen: list[UserMessage] = []

    async def note(user_message: UserMessage) -> None:
        seen.append(user_message)
        await send(user_message)

    with guarding(note, desk) as guard:
        asyncio.run(guard.attempt(incoming(), "web", {"held": True, "page": "/faq"}, can_be_held=True))
    assert seen[0].metadata == {"question": "is it safe?", "page": "/faq"}


def test_a_desk_that_fails_keeps_nobody_from_an_answer(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def fail(what: object) -> None:
        raise StoreError(str(what))

    desk.find = desk.add = fail
    with caplog.at_level(logging.DEBUG), guarding(send, desk) as guard:
        outcome = asyncio.run(ask(guard, incoming("I have a rash")))

    assert (ids(outcome), outcome.failure, outcome.held) == (["overall-safety"], None, False)
    assert "StoreError at test_guard_and_desk.py" in caplog.text
    assert "the assistant answers" in caplog.text
    assert "is not kept" in caplog.text
    assert "rash" not in caplog.text
    assert "anna" not in caplog.text


@pytest.mark.parametrize("hanging", ["find", "add", "both"])
@pytest.mark.parametrize(("deadline", "keeping"), [(3.0, 6.0), (6.0, 0.5)])
def test_a_desk_that_hangs_keeps_nobody_from_an_answer_in_time(
    desk: Desk, hanging: str, deadline: float, keeping: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard_module, "KEEPING_SECONDS", keeping)
    release = threading.Event()

    def hang(_: object) -> None:
        release.wait(LONG)

    if hanging in ("find", "both"):
        desk.find = hang
    if hanging in ("add", "both"):
        desk.add = hang

    async def talk(guard: Guard) -> None:
        before = time.monotonic()
        outcomes = await asyncio.gather(*(ask(guard, incoming(sender=f"sender {n}")) for n in range(20)))
        assert [ids(outcome) for outcome in outcomes] == [["overall-safety"]] * 20
        assert time.monotonic() - before < deadline + 1

    with guarding(send, desk, deadline) as guard:
        asyncio.run(talk(guard))
        release.set()


def test_what_a_person_does_not_get_to_read_is_not_answered_by_silence(desk: Desk) -> None:
    def fail(_: Exchange) -> None:
        raise StoreError("full")

    desk.holding["anna"], desk.add = "maria", fail
    with guarding(say_nothing, desk) as guard:
        outcome = asyncio.run(ask(guard))
    assert (ids(outcome), outcome.failure, outcome.held) == ([UNAVAILABLE], Failure.STORE, True)


def test_what_a_person_does_not_get_to_read_in_time_is_not_answered_by_silence(desk: Desk) -> None:
    release = threading.Event()

    def hang(_: Exchange) -> None:
        release.wait(LONG)

    desk.holding["anna"], desk.add = "maria", hang
    with guarding(say_nothing, desk, deadline=1.0) as guard:
        before = time.monotonic()
        assert ids(asyncio.run(ask(guard))) == [UNAVAILABLE]
        assert time.monotonic() - before < 1.5
        release.set()


def test_a_slow_desk_still_gets_what_was_said_to_a_person(desk: Desk) -> None:
    def write_slowly(exchange: Exchange) -> None:
        time.sleep(0.8)
        desk.kept.append(exchange)

    desk.holding["anna"], desk.add = "maria", write_slowly
    with guarding(say_nothing, desk, deadline=8.0) as guard:
        assert asyncio.run(ask(guard)).messages == []
    assert len(desk.kept) == 1


def test_keeps_what_was_too_slow_or_too_much(desk: Desk) -> None:
    async def wait(user_message: UserMessage) -> None:
        await send(user_message, "skin-marks")
        await asyncio.sleep(LONG)

    async def talk(guard: Guard) -> None:
        asked = [ask(guard, incoming(sender=f"sender {n}")) for n in range(3)]
        assert {o.failure for o in await asyncio.gather(*asked)} == {Failure.DEADLINE, Failure.BUSY}

    with guarding(wait, desk, deadline=0.3, waiting=2) as guard:
        asyncio.run(talk(guard))
    shown = sorted(tuple(text.guidance_id for text in kept.shown) for kept in desk.kept)
    assert shown == [(UNAVAILABLE,), ("skin-marks", UNAVAILABLE), ("skin-marks", UNAVAILABLE)]


def test_keeps_what_was_given_up_while_the_engine_was_blocked_and_once_only(desk: Desk) -> None:
    release = threading.Event()

    async def block(user_message: UserMessage) -> None:
        release.wait(LONG)
        await send(user_message)

    async def talk(guard: Guard) -> None:
        assert (await ask(guard)).failure is Failure.DEADLINE
        assert (await ask(guard, incoming("again"))).failure is Failure.BLOCKED
        release.set()
        while guard.blocked:
            await asyncio.sleep(0.01)

    with guarding(block, desk, deadline=0.3) as guard:
        asyncio.run(talk(guard))
    assert [kept.question for kept in desk.kept] == ["is it safe?", "again"]


def test_keeps_what_was_said_by_somebody_who_left(desk: Desk) -> None:
    async def handler(user_message: UserMessage) -> None:
        await asyncio.sleep(0.2)
        await send(user_message, "skin-marks")

    async def leave(guard: Guard) -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(ask(guard), 0.05)
        while not desk.kept:
            await asyncio.sleep(0.01)

    with guarding(handler, desk) as guard:
        asyncio.run(asyncio.wait_for(leave(guard), 5))
    assert [text.guidance_id for text in desk.kept[0].shown] == ["skin-marks"]


def test_other_work_of_a_sender_comes_after_what_was_kept(desk: Desk) -> None:
    log: list[str] = []

    def write_slowly(_: Exchange) -> None:
        time.sleep(0.2)
        log.append("kept")

    async def talk(guard: Guard) -> None:
        async def forget() -> None:
            log.append("forgotten")

        asking = asyncio.create_task(ask(guard))
        await asyncio.sleep(0.05)
        assert await guard.alone("anna", forget) is None
        await asking

    desk.add = write_slowly
    with guarding(send, desk) as guard:
        asyncio.run(talk(guard))
    assert log == ["kept", "forgotten"]
