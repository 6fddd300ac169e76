"""How many requests a visitor and an address may send, in moving windows of time that are kept in memory."""

import math
import time
from dataclasses import dataclass

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from cryobot.errors import CryobotError

# How often what is out of every window is dropped.
SWEEP_SECONDS = 60.0


class LimitReachedError(CryobotError):
    """A request too many; `retry_after` is in whole seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"These are too many messages in a short time. Send the next one in {retry_after} s.")
        self.retry_after = retry_after


@dataclass(frozen=True)
class RequestLimits:
    """The most requests of one conversation and of one address, such as "20/minute"."""

    visitor: str
    address: str


class Limiter:
    """Counts requests. To be used from one thread only."""

    def __init__(self, limits: RequestLimits) -> None:
        self._visitor, self._address = parse(limits.visitor), parse(limits.address)
        self._storage = MemoryStorage()
        self._windows = MovingWindowRateLimiter(self._storage)
        self._swept_at = time.monotonic()

    def count(self, visitor: str, address: str) -> None:
        """Count one request. One that is refused is not counted.

        Raises:
            LimitReachedError: the visitor or the address has sent too many.
        """
        self._sweep()
        counted = ((self._address, "address", address), (self._visitor, "visitor", visitor))
        waits = [self._wait(*item) for item in counted if not self._windows.test(*item)]
        if waits:
            raise LimitReachedError(max(waits))
        for item in counted:
            self._windows.hit(*item)

    def forget(self, visitor: str) -> None:
        """Start counting a visitor's requests anew."""
        self._windows.clear(self._visitor, "visitor", visitor)

    @property
    def remembered(self) -> int:
        """How many visitors and addresses are kept in memory."""
        return len(self._storage.events)

    def _wait(self, limit: RateLimitItem, *key: str) -> int:
        free_again_at = self._windows.get_window_stats(limit, *key).reset_time
        return max(1, math.ceil(free_again_at - time.time()))

    def _sweep(self) -> None:
        if time.monotonic() - self._swept_at < SWEEP_SECONDS:
            return
        self._swept_at = time.monotonic()
        now = time.time()
        # The library drops what has expired, but keeps the empty list of every key for ever.
        for key, entries in list(self._storage.events.items()):
            with self._storage.locks[key]:
                if not entries or entries[0].expiry <= now:
                    self._storage.clear(key)
