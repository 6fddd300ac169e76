"""How much a visitor's browser has to load."""

import gzip
from collections.abc import Mapping

from cryobot.widget.manifest import LAUNCHER
from cryobot.widget.settings import Budget

KILOBYTE = 1000


def loaded(files: Mapping[str, bytes]) -> dict[str, int]:
    """Give the size of each file on its way to a browser, in bytes after compression."""
    return {name: len(gzip.compress(content, 9, mtime=0)) for name, content in files.items()}


def over_budget(sizes: Mapping[str, int], budget: Budget) -> list[str]:
    """Say what is larger than it may be.

    Args:
        sizes: of each file that is loaded until the chat is ready, in bytes after compression.
        budget: the limits.
    """
    held = {"the launcher": (sizes[LAUNCHER], budget.launcher), "everything": (sum(sizes.values()), budget.everything)}
    return [
        f"{name} takes {size / KILOBYTE:.1f} kB compressed, and {limit} kB are allowed"
        for name, (size, limit) in held.items()
        if size > limit * KILOBYTE
    ]
