"""Work that takes its turn among the messages of a sender."""

import asyncio
import threading

import pytest
from rasa.core.channels.channel import UserMessage

from cryobot.channels.failure import Failure
from cryobot.channels.guard import Guard
from cryobot.conversations.rows import ConversationStoreError

from .test_guard import guarding, incoming, send


def test_does_other_work_of_a_sender_after_what_is_in_hand_of_it_and_that_of_others_meanwhile() -> None:
    log: list[str] = []

    async def handler(user_message: UserMessage) -> None:
        await asyncio.sleep(0.1)
        log.append(f"{user_message.sender_id} written")
        await send(user_message)

    async def talk(guard: Guard) -> None:
        async def forget(sender: str) -> None:
            log.append(f"{sender} forgotten")

        answering = asyncio.create_task(guard.answer(incoming(sender="anna"), "web"))
        await asyncio.sleep(0.02)
        forgetting = [guard.alone(sender, lambda sender=sender: forget(sender)) for sender in ("anna", "berta")]
        assert await asyncio.gather(*forgetting) == [None, None]
        await answering

    with guarding(handler) as guard:
        asyncio.run(talk(guard))
    assert log == ["berta forgotten", "anna written", "anna forgotten"]


def test_says_what_kept_other_work_from_being_done(caplog: pytest.LogCaptureFixture) -> None:
    async def fail() -> None:
        raise ConversationStoreError("I have a rash")

    with guarding(send) as guard:
        assert asyncio.run(guard.alone("anna", fail)) is Failure.STORE
        assert asyncio.run(guard.alone("anna", lambda: asyncio.sleep(30))) is Failure.DEADLINE
        assert asyncio.run(guard.alone("anna", lambda: asyncio.sleep(0))) is None
        guard.close()
        assert asyncio.run(guard.alone("anna", fail)) is Failure.ERROR
    assert "ConversationStoreError at test_guard_other_work.py" in caplog.text
    assert "rash" not in caplog.text


def test_does_no_other_work_while_the_engine_is_blocked() -> None:
    release, done = threading.Event(), []

    async def block(_: UserMessage) -> None:
        release.wait(5)

    async def talk(guard: Guard) -> None:
        async def forget() -> None:
            done.append("anna")

        await guard.answer(incoming(), "web")
        assert await guard.alone("anna", forget) is Failure.BLOCKED
        release.set()

    with guarding(block) as guard:
        asyncio.run(talk(guard))
    assert done == []
