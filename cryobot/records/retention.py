"""How long anything of a visitor is kept."""

from datetime import datetime, timedelta
from typing import Protocol


class Purgeable(Protocol):
    """A store that can delete what is older than a time and give how much that was."""

    def purge(self, before: datetime) -> int:
        """Delete what is older than `before`."""
        ...


def purge_expired(store: Purgeable, retention_days: int, now: datetime) -> int:
    """Delete everything in `store` that is older than `retention_days` at `now` (with a time zone).

    Returns:
        the number of records or conversations deleted.

    Raises:
        CryobotError: the store does not answer.
    """
    return store.purge(now - timedelta(days=retention_days))
