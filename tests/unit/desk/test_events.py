import asyncio
from collections.abc import Callable
from itertools import count

import pytest

from cryobot.desk import events
from cryobot.desk.events import Versions, Watcher


@pytest.fixture(autouse=True)
def _look_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOOK_SECONDS", 0.01)


def test_all_listeners_hear_of_a_change_from_one_look() -> None:
    state = {"version": Versions(1, 1), "looks": 0}

    def read() -> Versions:
        state["looks"] += 1  # type: ignore[operator]
        return state["version"]  # type: ignore[return-value]

    async def run() -> None:
        watcher = Watcher(read, most=10)
        assert all(watcher.enter() for _ in range(3))
        first = await asyncio.gather(*(watcher.changed(None, 5) for _ in range(3)))
        assert first == [Versions(1, 1)] * 3
        assert await watcher.changed(Versions(1, 1), 0.05) is None
        state["version"] = Versions(2, 1)
        assert await asyncio.gather(*(watcher.changed(Versions(1, 1), 5) for _ in range(3))) == [Versions(2, 1)] * 3
        for _ in range(3):
            watcher.leave()
        await asyncio.sleep(0.05)
        looks = state["looks"]
        await asyncio.sleep(0.1)
        assert state["looks"] == looks, "nobody listens, so nobody looks"

    asyncio.run(run())


def test_there_are_only_so_many_listeners() -> None:
    async def run() -> None:
        watcher = Watcher(lambda: Versions(1, 1), most=2)
        assert [watcher.enter() for _ in range(3)] == [True, True, False]
        watcher.leave()
        assert watcher.enter()
        assert watcher.listeners == 2
        for _ in range(2):
            watcher.leave()

    asyncio.run(run())


@pytest.mark.parametrize("fails", [lambda n: n < 3, lambda n: n % 2 == 0])
def test_a_store_that_fails_for_a_while_is_looked_at_again(fails: Callable[[int], bool]) -> None:
    numbers = count()

    def read() -> Versions:
        if fails(next(numbers)):
            raise OSError
        return Versions(7, 7)

    async def run() -> None:
        watcher = Watcher(read, most=1)
        watcher.enter()
        assert await watcher.changed(None, 5) == Versions(7, 7)
        watcher.leave()

    asyncio.run(run())


def test_who_comes_as_the_last_one_leaves_hears_of_changes() -> None:
    numbers = count()

    async def run() -> None:
        watcher = Watcher(lambda: Versions(next(numbers), 0), most=1)
        watcher.enter()
        first = await watcher.changed(None, 5)
        watcher.leave()
        watcher.enter()
        assert await watcher.changed(first, 5) not in {None, first}
        watcher.leave()

    asyncio.run(run())
