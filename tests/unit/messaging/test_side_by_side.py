import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest

from cryobot.messaging.side_by_side import SideBySide


async def nobody() -> list[str]:
    return []


def made(work: Callable[[str], Awaitable[float | None]], most: int = 8) -> SideBySide:
    return SideBySide("Testing", work, nobody, most, mending_seconds=0.02)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.005)


def test_goes_on_with_what_was_left_to_do() -> None:
    async def run() -> list[str]:
        done: list[str] = []

        async def work(sender: str) -> None:
            done.append(sender)

        async def left() -> list[str]:
            return ["anna", "ben"]

        pump = SideBySide("Testing", work, left, 1)
        pump.start()
        await until(lambda: len(done) == 2)
        await pump.stop(1)
        return done

    assert asyncio.run(run()) == ["anna", "ben"]


def test_one_person_one_after_the_other_and_persons_side_by_side() -> None:
    async def run() -> tuple[int, int]:
        at_once: list[str] = []
        most_at_once, most_of_one, left = 0, 0, {"anna": 5, "ben": 5, "carl": 5}

        async def work(sender: str) -> float | None:
            nonlocal most_at_once, most_of_one
            at_once.append(sender)
            most_at_once = max(most_at_once, len(at_once))
            most_of_one = max(most_of_one, at_once.count(sender))
            await asyncio.sleep(0.005)
            at_once.remove(sender)
            left[sender] -= 1
            return time.time() if left[sender] else None

        pump = made(work, most=2)
        pump.start()
        for sender in left:
            pump.add(sender)
            pump.add(sender)
        await until(lambda: not any(left.values()))
        await pump.stop(1)
        return most_at_once, most_of_one

    assert asyncio.run(run()) == (2, 1)


def test_what_comes_while_a_person_is_served_is_not_missed() -> None:
    async def run() -> int:
        calls = 0

        async def work(sender: str) -> None:
            nonlocal calls
            calls += 1
            if calls == 1:
                pump.add(sender)
            await asyncio.sleep(0.01)

        pump = made(work)
        pump.start()
        pump.add("anna")
        await until(lambda: calls == 2)
        await pump.stop(1)
        return calls

    assert asyncio.run(run()) == 2


def test_waits_until_something_is_due() -> None:
    async def run() -> list[float]:
        begun, times = time.time(), []

        async def work(_: str) -> float | None:
            times.append(time.time() - begun)
            return time.time() + 0.1 if len(times) == 1 else None

        pump = made(work)
        pump.start()
        pump.add("anna", begun + 0.1)
        await until(lambda: len(times) == 2)
        await pump.stop(1)
        return times

    first, second = asyncio.run(run())
    assert 0.09 < first < second - 0.09


def test_something_earlier_comes_before_something_later() -> None:
    async def run() -> float:
        begun, times = time.time(), []

        async def work(_: str) -> None:
            times.append(time.time() - begun)

        pump = made(work)
        pump.start()
        pump.add("anna", begun + 60)
        await asyncio.sleep(0.02)
        pump.add("anna")
        await until(lambda: len(times) == 1)
        await pump.stop(1)
        return times[0]

    assert asyncio.run(run()) < 5


def test_goes_on_after_any_failure(caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> list[str]:
        calls: list[str] = []

        async def work(sender: str) -> None:
            calls.append(sender)
            if len(calls) < 3:
                raise ValueError("private words")

        failing = iter([ValueError("private words"), None])

        async def left() -> list[str]:
            if problem := next(failing):
                raise problem
            return ["anna"]

        pump = SideBySide("Testing", work, left, 1, mending_seconds=0.02)
        pump.start()
        await until(lambda: len(calls) == 3)
        await pump.stop(1)
        return calls

    assert asyncio.run(run()) == ["anna"] * 3
    assert "ValueError" in caplog.text
    assert "private" not in caplog.text.replace("raise ValueError", "")


def test_stopping_finishes_what_is_in_hand_and_begins_nothing() -> None:
    async def run() -> list[str]:
        done: list[str] = []
        begun = asyncio.Event()

        async def work(sender: str) -> float:
            begun.set()
            await asyncio.sleep(0.05)
            done.append(sender)
            return time.time()

        pump = made(work, most=1)
        pump.start()
        pump.add("anna")
        pump.add("ben")
        await begun.wait()
        await pump.stop(5)
        return done

    assert asyncio.run(run()) == ["anna"]


def test_stopping_does_not_wait_for_ever() -> None:
    async def run() -> tuple[float, list[str]]:
        cancelled: list[str] = []
        begun = asyncio.Event()

        async def work(sender: str) -> None:
            begun.set()
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                cancelled.append(sender)
                raise

        pump = made(work)
        pump.start()
        pump.add("anna")
        await begun.wait()
        start = time.monotonic()
        await pump.stop(0.05)
        return time.monotonic() - start, cancelled

    seconds, cancelled = asyncio.run(run())
    assert seconds < 5
    assert cancelled == ["anna"]


def test_does_nothing_while_there_is_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> int:
        looks = 0
        look = SideBySide._begin_due

        def counted(pump: SideBySide) -> float | None:
            nonlocal looks
            looks += 1
            return look(pump)

        async def work(_: str) -> None:
            pass

        monkeypatch.setattr(SideBySide, "_begin_due", counted)
        pump = made(work)
        pump.start()
        pump.add("anna", time.time() + 60)
        await asyncio.sleep(0.2)
        await pump.stop(1)
        return looks

    assert asyncio.run(run()) <= 3
