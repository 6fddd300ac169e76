import asyncio
import threading
import time
from collections.abc import Iterator

import pytest

from cryobot.channels.side_thread import SideThread, SideThreadFullError

LONG = 5.0


@pytest.fixture
def thread() -> Iterator[SideThread]:
    made = SideThread("side", most_waiting=3)
    yield made
    made.close()


def test_gives_what_the_function_gives_or_raises(thread: SideThread) -> None:
    async def run() -> None:
        assert await thread.run(lambda: threading.current_thread().name, LONG) == "side"
        with pytest.raises(ZeroDivisionError):
            await thread.run(lambda: 1 / 0, LONG)
        assert await thread.run(lambda: 5, LONG) == 5, "it goes on"

    asyncio.run(run())


def test_serves_several_loops_in_order(thread: SideThread) -> None:
    log: list[int] = []

    async def run(first: int) -> None:
        await asyncio.gather(*(thread.run(lambda n=n: log.append(n), LONG) for n in range(first, first + 3)))

    asyncio.run(run(0))
    other = threading.Thread(target=lambda: asyncio.run(run(3)))
    other.start()
    other.join()
    assert log == [0, 1, 2, 3, 4, 5]


def test_waits_only_so_long_and_leaves_out_what_nobody_waits_for(thread: SideThread) -> None:
    release, log = threading.Event(), []

    async def run() -> None:
        hanging = thread.submit(lambda: release.wait(LONG))
        before = time.monotonic()
        with pytest.raises(TimeoutError):
            await thread.run(lambda: log.append("too late"), 0.1)
        assert time.monotonic() - before < 1
        release.set()
        assert await hanging
        await thread.run(lambda: log.append("next"), LONG)

    asyncio.run(run())
    assert log == ["next"]


def test_refuses_what_is_too_much(thread: SideThread) -> None:
    release, begun = threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        release.wait(LONG)

    async def run() -> None:
        hanging = thread.submit(hang)
        await asyncio.to_thread(begun.wait, LONG)
        waiting = [thread.submit(lambda: None) for _ in range(3)]
        with pytest.raises(SideThreadFullError):
            thread.submit(lambda: None)
        release.set()
        await asyncio.gather(hanging, *waiting)
        await thread.run(lambda: None, LONG)

    asyncio.run(run())


def test_survives_the_loop_of_somebody_who_did_not_wait(thread: SideThread) -> None:
    release = threading.Event()

    async def leave() -> None:
        thread.submit(lambda: release.wait(LONG))

    asyncio.run(leave())
    release.set()
    assert asyncio.run(thread.run(lambda: 5, LONG)) == 5


def test_ends_what_is_in_hand_and_takes_nothing_more(thread: SideThread) -> None:
    log: list[str] = []

    def work() -> None:
        time.sleep(0.1)
        log.append("done")

    async def leave() -> None:
        thread.submit(work)

    asyncio.run(leave())
    thread.close()
    assert log == ["done"]
    with pytest.raises(SideThreadFullError):
        asyncio.run(thread.run(lambda: None, LONG))


def test_does_not_wait_for_what_hangs_when_it_is_closed(thread: SideThread) -> None:
    release = threading.Event()

    async def leave() -> None:
        thread.submit(lambda: release.wait(LONG))

    asyncio.run(leave())
    before = time.monotonic()
    thread.close()
    assert time.monotonic() - before < 2
    release.set()
