"""A thread for work that may hang, such as that of a database, so that nobody else waits for it."""

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

Result = TypeVar("Result")

MOST_WAITING = 256
CLOSING_SECONDS = 0.5


class SideThreadFullError(Exception):
    """Too much waits already, or the thread was closed."""


@dataclass(frozen=True)
class _Job:
    function: Callable[[], Any]
    loop: asyncio.AbstractEventLoop
    answer: "asyncio.Future[Any]"


class SideThread:
    """Runs functions one after the other, for callers in any event loop. The thread starts with the first of them.

    Args:
        name: of the thread.
        most_waiting: more are refused.
    """

    def __init__(self, name: str, most_waiting: int = MOST_WAITING) -> None:
        self._name = name
        self._jobs: queue.Queue[_Job | None] = queue.Queue(most_waiting)
        self._thread: threading.Thread | None = None
        self._closed = False
        self._starting = threading.Lock()

    def submit(self, function: Callable[[], Result]) -> "asyncio.Future[Result]":
        """Have a function run, and give what it will give or raise. One that is cancelled before its turn is left out.

        Raises:
            SideThreadFullError: it will not be run.
        """
        loop = asyncio.get_running_loop()
        job = _Job(function, loop, loop.create_future())
        with self._starting:
            if self._closed:
                raise SideThreadFullError
            if self._thread is None:
                # The end of the program does not wait for it.
                self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()
            try:
                self._jobs.put_nowait(job)
            except queue.Full:
                raise SideThreadFullError from None
        return job.answer

    async def run(self, function: Callable[[], Result], seconds: float) -> Result:
        """Give what a function gives.

        Raises:
            SideThreadFullError: it was not run.
            TimeoutError: it takes longer than `seconds`, with those before it.
            what the function raises.
        """
        async with asyncio.timeout(seconds):
            return await self.submit(function)

    def close(self) -> None:
        """Take nothing more, and wait a moment for what is in hand."""
        with self._starting:
            self._closed = True
        if self._thread is None:
            return
        with suppress(queue.Full):
            self._jobs.put_nowait(None)
        self._thread.join(CLOSING_SECONDS)

    def _work(self) -> None:
        while job := self._jobs.get():
            if job.answer.cancelled():
                continue
            result, error = None, None
            try:
                result = job.function()
            except Exception as raised:
                error = raised
            # The loop of somebody who did not wait may be closed by now.
            with suppress(RuntimeError):
                job.loop.call_soon_threadsafe(_settle, job.answer, result, error)


def _settle(answer: "asyncio.Future[Any]", result: object, error: Exception | None) -> None:
    if answer.done():
        return
    if error is not None:
        answer.set_exception(error)
    else:
        answer.set_result(result)
