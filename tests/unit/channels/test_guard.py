import asyncio
import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from rasa.core.channels.channel import UserMessage
from tiny_bot.actions import LIBRARY, message

from cryobot.channels.failure import Failure
from cryobot.channels.guard import Guard, Handler
from cryobot.channels.incoming import IncomingMessage
from cryobot.channels.outgoing import approved_by
from cryobot.conversations.rows import ConversationStoreError

DEADLINE_SECONDS = 0.3
UNAVAILABLE = "service-unavailable"


def incoming(text: str = "is it safe?", sender: str = "anna") -> IncomingMessage:
    return IncomingMessage(sender, text, text)


@contextmanager
def guarding(handler: Handler, deadline: float = DEADLINE_SECONDS, waiting: int = 64) -> Iterator[Guard]:
    guard = Guard(handler, approved_by(LIBRARY), deadline, waiting)
    try:
        yield guard
    finally:
        guard.close()


async def send(user_message: UserMessage, answer_id: str = "overall-safety") -> None:
    await user_message.output_channel.send_response(user_message.sender_id, message(answer_id))


async def ids(guard: Guard, asked: IncomingMessage) -> list[str]:
    return [reply["metadata"]["guidance_id"] for reply in await guard.answer(asked, "rest")]


def attempt(handler: Handler) -> tuple[list[str], Failure | None]:
    with guarding(handler) as guard:
        outcome = asyncio.run(guard.attempt(incoming(), "rest"))
    return [reply["metadata"]["guidance_id"] for reply in outcome.messages], outcome.failure


def test_hands_the_message_over_with_its_channel_and_the_question_as_written() -> None:
    seen: list[UserMessage] = []

    async def handler(user_message: UserMessage) -> None:
        seen.append(user_message)
        await send(user_message)

    with guarding(handler) as guard:
        asked = IncomingMessage("anna", "is it safe?", " IS it safe?\n")
        replies = asyncio.run(guard.answer(asked, "rest", {"question": "forged", "page": "/faq"}))

    assert replies == [{"recipient_id": "anna", **message("overall-safety")}]
    (given,) = seen
    assert (given.text, given.sender_id, given.input_channel) == ("is it safe?", "anna", "rest")
    assert given.metadata == {"question": " IS it safe?\n", "page": "/faq"}


def test_excuses_itself_when_nothing_was_sent() -> None:
    async def handler(_: UserMessage) -> None:
        pass

    assert attempt(handler) == ([UNAVAILABLE], Failure.SILENCE)


def test_excuses_itself_when_the_engine_raises() -> None:
    async def handler(_: UserMessage) -> None:
        raise ValueError

    assert attempt(handler) == ([UNAVAILABLE], Failure.ERROR)


def test_excuses_itself_when_the_engine_ends_the_program() -> None:
    async def handler(_: UserMessage) -> None:
        raise SystemExit(1)

    assert attempt(handler) == ([UNAVAILABLE], Failure.ERROR)


def test_keeps_what_was_sent_before_the_engine_raised() -> None:
    async def handler(user_message: UserMessage) -> None:
        await send(user_message, "skin-marks")
        raise ConversationStoreError("locked")

    assert attempt(handler) == (["skin-marks", UNAVAILABLE], Failure.STORE)


def test_keeps_what_was_sent_before_an_action_failed() -> None:
    async def handler(user_message: UserMessage) -> None:
        await send(user_message, "skin-marks")
        user_message.output_channel.failed = True

    assert attempt(handler) == (["skin-marks", UNAVAILABLE], Failure.ACTION)


def test_excuses_itself_once_for_several_texts_that_are_not_approved() -> None:
    async def handler(user_message: UserMessage) -> None:
        for text in ("Harmless!", message("uses")["text"], "Really!"):
            await user_message.output_channel.send_response("anna", message("uses") | {"text": text})

    assert attempt(handler) == (["uses", UNAVAILABLE], Failure.UNAPPROVED)


def test_counts_an_excuse_of_the_engine_itself_as_a_failure() -> None:
    async def handler(user_message: UserMessage) -> None:
        await send(user_message, UNAVAILABLE)

    assert attempt(handler) == ([UNAVAILABLE], Failure.ACTION)


def test_ends_a_call_that_waits_too_long_and_stays_open_to_others() -> None:
    ended = threading.Event()

    async def handler(user_message: UserMessage) -> None:
        if user_message.text == "wait":
            await send(user_message, "skin-marks")
            try:
                await asyncio.sleep(30)
            finally:
                ended.set()
        await send(user_message)

    with guarding(handler) as guard:
        before = time.monotonic()
        outcome = asyncio.run(guard.attempt(incoming("wait"), "rest"))

        assert [reply["metadata"]["guidance_id"] for reply in outcome.messages] == ["skin-marks", UNAVAILABLE]
        assert outcome.failure is Failure.DEADLINE
        assert time.monotonic() - before < DEADLINE_SECONDS + 0.3
        assert ended.wait(1)
        assert not guard.blocked
        assert asyncio.run(ids(guard, incoming())) == ["overall-safety"]


def test_answers_while_the_engine_is_blocked_and_recovers() -> None:
    release, kept = threading.Event(), []

    async def handler(user_message: UserMessage) -> None:
        if user_message.text == "block":
            release.wait(5)
        await send(user_message)
        kept.append(user_message.text)

    async def talk(guard: Guard) -> None:
        assert await ids(guard, incoming("block")) == [UNAVAILABLE]
        assert guard.blocked
        before = time.monotonic()
        outcomes = [await guard.attempt(incoming(sender=f"sender {n}"), "rest") for n in range(20)]
        assert {outcome.failure for outcome in outcomes} == {Failure.BLOCKED}
        assert time.monotonic() - before < DEADLINE_SECONDS
        release.set()
        while guard.blocked:
            await asyncio.sleep(0.01)
        assert await ids(guard, incoming("again")) == ["overall-safety"]

    with guarding(handler) as guard:
        asyncio.run(asyncio.wait_for(talk(guard), 5))
    # What nobody read is not kept in the conversation either.
    assert kept == ["again"]


def test_never_hands_over_what_was_given_up_while_the_engine_was_blocked() -> None:
    release, handled = threading.Event(), []

    async def handler(user_message: UserMessage) -> None:
        handled.append(user_message.text)
        if user_message.text == "block":
            release.wait(5)
        await send(user_message)

    async def talk(guard: Guard) -> None:
        blocking = asyncio.create_task(ids(guard, incoming("block")))
        await asyncio.sleep(0.05)
        others = [ids(guard, incoming("other", f"sender {n}")) for n in range(3)]
        assert await asyncio.gather(*others, blocking) == [[UNAVAILABLE]] * 4
        release.set()
        while guard.blocked:
            await asyncio.sleep(0.01)
        assert await ids(guard, incoming("again")) == ["overall-safety"]

    with guarding(handler) as guard:
        asyncio.run(asyncio.wait_for(talk(guard), 5))
    assert handled == ["block", "again"]


def test_keeps_the_loop_of_the_server_free_while_the_engine_is_blocked() -> None:
    async def handler(_: UserMessage) -> None:
        time.sleep(2 * DEADLINE_SECONDS)

    async def talk(guard: Guard) -> int:
        asking = asyncio.create_task(guard.answer(incoming(), "rest"))
        turns = 0
        while not asking.done():
            await asyncio.sleep(0.01)
            turns += 1
        return turns

    with guarding(handler) as guard:
        assert asyncio.run(talk(guard)) > 10


def test_makes_only_so_many_messages_wait() -> None:
    async def handler(user_message: UserMessage) -> None:
        await asyncio.sleep(0.1)
        await send(user_message)

    async def talk(guard: Guard) -> list[Failure | None]:
        asked = [guard.attempt(incoming(sender=f"sender {n}"), "rest") for n in range(12)]
        return [outcome.failure for outcome in await asyncio.gather(*asked)]

    with guarding(handler, waiting=8) as guard:
        assert asyncio.run(talk(guard)) == [None] * 8 + [Failure.BUSY] * 4
        assert asyncio.run(ids(guard, incoming())) == ["overall-safety"]


def test_handles_the_messages_of_one_sender_in_order_and_those_of_others_meanwhile() -> None:
    log: list[str] = []

    async def handler(user_message: UserMessage) -> None:
        log.append(f"start {user_message.text}")
        await asyncio.sleep(0.02 if user_message.text != "a0" else 0.1)
        log.append(f"end {user_message.text}")
        await send(user_message)

    async def talk(guard: Guard) -> None:
        asked = [guard.answer(incoming(f"{s}{n}", s), "rest") for n in range(3) for s in "ab"]
        await asyncio.gather(*asked)

    with guarding(handler, deadline=2) as guard:
        asyncio.run(talk(guard))

    for sender in "ab":
        of_sender = [entry for entry in log if entry.split()[1][0] == sender]
        assert of_sender == [f"{what} {sender}{n}" for n in range(3) for what in ("start", "end")]
    assert log.index("end b2") < log.index("end a2")
    assert log.index("end b0") < log.index("end a0")


def test_counts_the_time_in_the_queue_against_the_deadline() -> None:
    handled: list[str] = []

    async def handler(user_message: UserMessage) -> None:
        handled.append(user_message.text)
        await asyncio.sleep(0.75 * DEADLINE_SECONDS)
        await send(user_message)

    async def talk(guard: Guard) -> list[list[str]]:
        return await asyncio.gather(*(ids(guard, incoming(f"question {n}")) for n in range(3)))

    with guarding(handler) as guard:
        assert asyncio.run(talk(guard)) == [["overall-safety"], [UNAVAILABLE], [UNAVAILABLE]]
    assert handled == ["question 0", "question 1"]


def test_goes_on_when_the_visitor_left() -> None:
    finished = threading.Event()

    async def handler(user_message: UserMessage) -> None:
        await asyncio.sleep(0.1)
        await send(user_message)
        finished.set()

    async def leave(guard: Guard) -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(guard.answer(incoming(), "rest"), 0.02)

    with guarding(handler) as guard:
        asyncio.run(leave(guard))
        assert finished.wait(1)


def test_excuses_itself_after_it_was_closed() -> None:
    with guarding(send) as guard:
        guard.close()
        assert asyncio.run(ids(guard, incoming())) == [UNAVAILABLE]


def test_logs_a_failure_without_the_words_of_the_visitor(caplog: pytest.LogCaptureFixture) -> None:
    async def handler(user_message: UserMessage) -> None:
        raise ValueError(user_message.text)

    with caplog.at_level(logging.DEBUG), guarding(handler) as guard:
        asyncio.run(guard.answer(incoming("I have a rash"), "rest"))

    assert "ValueError at test_guard.py:" in caplog.text
    assert "'rest' was not fully answered: the assistant failed" in caplog.text
    assert "rash" not in caplog.text
