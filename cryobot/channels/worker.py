"""An event loop in a thread of its own, so that a call that blocks does not block the server."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

Result = TypeVar("Result")

CLOSING_SECONDS = 0.5


class WorkerClosedError(Exception):
    """The worker was closed and takes no more work."""


class Worker:
    """Runs coroutines on its own loop; may be used from any thread. The thread starts with the first of them."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stuck = False
        self._closed = False
        self._starting = threading.Lock()

    @property
    def stuck(self) -> bool:
        """Whether the loop was suspected of being blocked and has not moved since."""
        return self._stuck

    def submit(self, function: Callable[..., Coroutine[Any, Any, Result]], *arguments: object) -> "Future[Result]":
        """Run `function(*arguments)` on the loop. Cancelling the future cancels the work, before it starts or at its
        next step.

        Raises:
            WorkerClosedError: the worker was closed.
        """
        loop = self._running_loop()
        return asyncio.run_coroutine_threadsafe(_start(function, *arguments), loop)

    def suspect(self) -> None:
        """Take the loop for blocked until it shows that it is not."""
        self._stuck = True
        self._running_loop().call_soon_threadsafe(self._show_life)

    def close(self) -> None:
        """Cancel the work and end the thread. A thread that is blocked is left to end with the program."""
        with self._starting:
            self._closed = True
            if self._loop is not None and self._thread is not None and self._thread.is_alive():
                self._loop.call_soon_threadsafe(self._loop.stop)
                self._thread.join(CLOSING_SECONDS)

    def _show_life(self) -> None:
        self._stuck = False

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        with self._starting:
            if self._closed:
                raise WorkerClosedError
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=_run, args=(self._loop,), name="guard", daemon=True)
                self._thread.start()
            return self._loop


async def _start(function: Callable[..., Coroutine[Any, Any, Result]], *arguments: object) -> Result:
    # What was cancelled while the loop was blocked is only told so after the first step of its task.
    await asyncio.sleep(0)
    return await function(*arguments)


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    finally:
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        loop.close()
