"""Serves persons side by side, and each of them one thing after the other."""

import asyncio
import heapq
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress

from cryobot.channels.failure import place_of

# After a failure that the work did not handle itself, such as a lost database.
MENDING_SECONDS = 2.0

logger = logging.getLogger(__name__)

Work = Callable[[str], Awaitable[float | None]]


class SideBySide:
    """Calls `work` with each sender for as long as there is something to do for them. Belongs to one event loop.

    Args:
        name: for the log.
        work: does the next thing for a sender and gives when there is more to do (in seconds since 1970), if there is.
            It is never called for the same sender twice at a time. Whatever it raises, it is called again.
        backlog: gives the senders for whom something was left to do.
        most: senders at the same time.
        mending_seconds: pause after a failure.
    """

    def __init__(
        self,
        name: str,
        work: Work,
        backlog: Callable[[], Awaitable[Iterable[str]]],
        most: int,
        mending_seconds: float = MENDING_SECONDS,
    ) -> None:
        self._name = name
        self._work = work
        self._backlog = backlog
        self._most = most
        self._mending_seconds = mending_seconds
        self._due: dict[str, float] = {}
        self._heap: list[tuple[float, str]] = []
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._woken = asyncio.Event()
        self._stopping = False
        self._loop_task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, with what was left to do first."""
        self._loop_task = asyncio.create_task(self._run())

    def add(self, sender: str, at: float | None = None) -> None:
        """Have something done for a sender: now, or at a time in seconds since 1970."""
        at = time.time() if at is None else at
        if at < self._due.get(sender, float("inf")):
            self._due[sender] = at
            heapq.heappush(self._heap, (at, sender))
            self._woken.set()

    async def stop(self, seconds: float) -> None:
        """Begin nothing more, and end what is in hand after at most so many seconds."""
        self._stopping = True
        self._woken.set()
        if self._loop_task is not None:
            await self._loop_task
        tasks = list(self._tasks.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self) -> None:
        await self._load()
        while not self._stopping:
            self._woken.clear()
            pause = self._begin_due()
            if not self._woken.is_set():
                await self._sleep(pause)

    async def _load(self) -> None:
        while not self._stopping:
            try:
                for sender in await self._backlog():
                    self.add(sender)
                return
            except Exception as error:
                logger.error("%s cannot begin: %s.", self._name, place_of(error))
            self._woken.clear()
            await self._sleep(self._mending_seconds)

    async def _sleep(self, seconds: float | None) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), seconds)

    def _begin_due(self) -> float | None:
        """Begin what is due, and give the seconds until something else is; None if that depends on others."""
        now = time.time()
        while self._heap and len(self._tasks) < self._most:
            at, sender = self._heap[0]
            if self._due.get(sender) != at or sender in self._tasks:
                # Outdated, or its turn comes when what is in hand of the sender has ended.
                heapq.heappop(self._heap)
            elif at > now:
                return at - now
            else:
                heapq.heappop(self._heap)
                del self._due[sender]
                self._tasks[sender] = asyncio.create_task(self._do(sender))
        return None

    async def _do(self, sender: str) -> None:
        again_at: float | None = None
        try:
            again_at = await self._work(sender)
        except Exception as error:
            logger.error("%s failed and will be tried again: %s.", self._name, place_of(error))
            again_at = time.time() + self._mending_seconds
        finally:
            del self._tasks[sender]
            asked_for = self._due.pop(sender, None)
            for at in (again_at, asked_for):
                if at is not None:
                    self.add(sender, at)
            self._woken.set()
