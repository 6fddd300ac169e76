"""How often somebody may try to log in."""

from typing import Any

from cryobot.browser.limits import Limiter, RequestLimits

# Wrong ones of a name, and all of an address, behind which there may be a whole centre.
LIMITS = RequestLimits(visitor="10/15minute", address="100/15minute")

_KEY = "log-in"


class Attempts:
    """Counts attempts to log in. To be used from one thread only."""

    def __init__(self, limits: RequestLimits = LIMITS) -> None:
        self._limiter = Limiter(limits)

    @classmethod
    def of(cls, shared: dict[str, Any]) -> "Attempts":
        """Give the ones of a desk, by what its pages share."""
        found = shared.setdefault(_KEY, cls())
        assert isinstance(found, cls)
        return found

    def count(self, name: str, address: str) -> None:
        """Count one attempt, before it is known whether it is right; raises LimitReachedError."""
        self._limiter.count(name.strip().lower()[:100], address)

    def forgive(self, name: str) -> None:
        """Forget the attempts of a name that has logged in."""
        self._limiter.forget(name.strip().lower()[:100])
