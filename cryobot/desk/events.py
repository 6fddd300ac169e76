"""Tells open pages that something has changed, for as long as somebody listens."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

LOOK_SECONDS = 1.0


@dataclass(frozen=True)
class Versions:
    """Numbers that grow: with every change of a case, and with every message of a visitor."""

    cases: int
    messages: int


class Watcher:
    """Looks into the database once a second while there are listeners, however many there are.

    Args:
        read: gives the present versions; called in a thread.
        most: listeners at a time.
    """

    def __init__(self, read: Callable[[], Versions], most: int) -> None:
        self._read = read
        self._most = most
        self._listeners = 0
        self._versions: Versions | None = None
        self._changed = asyncio.Condition()
        self._looking: asyncio.Task[None] | None = None

    @property
    def listeners(self) -> int:
        """How many listen now."""
        return self._listeners

    def enter(self) -> bool:
        """Begin to listen; False when too many do already."""
        if self._listeners >= self._most:
            return False
        self._listeners += 1
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        return True

    def leave(self) -> None:
        """End listening."""
        self._listeners -= 1
        if not self._listeners and self._looking is not None:
            self._looking.cancel()
            # It counts as running until the loop has ended it; who enters before that needs one that looks.
            self._looking = None

    async def changed(self, known: Versions | None, seconds: float) -> Versions | None:
        """Give the versions as soon as they are others than the known ones; None when they stay for `seconds`."""
        try:
            async with asyncio.timeout(seconds), self._changed:
                await self._changed.wait_for(lambda: self._versions is not None and self._versions != known)
                return self._versions
        except TimeoutError:
            return None

    async def _look(self) -> None:
        while True:
            versions: Versions | None
            try:
                versions = await asyncio.to_thread(self._read)
            # The pages have said that the store does not answer; the next look may be better.
            except Exception:
                versions = self._versions
            if versions != self._versions:
                async with self._changed:
                    self._versions = versions
                    self._changed.notify_all()
            await asyncio.sleep(LOOK_SECONDS)
