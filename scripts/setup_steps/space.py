"""Room on the disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from setup_steps.problems import SetupError

GIGABYTE = 1_000_000_000
# The environment has 0.9 GB; what is fetched for it lies beside it until it is installed.
NEEDED = 2 * GIGABYTE


def free_bytes(folder: Path) -> int:
    """Bytes that this user may still write on the disk of `folder`."""
    return shutil.disk_usage(folder).free


def require_space(folder: Path, needed: int = NEEDED, free: Callable[[Path], int] = free_bytes) -> None:
    """Raises SetupError when the disk of `folder` has less than `needed` bytes free."""
    left = free(folder)
    if left < needed:
        raise SetupError(
            f"Set-up needs {needed / GIGABYTE:.1f} GB free on the disk of {folder}, and there are "
            f"{left / GIGABYTE:.1f} GB. Make room, then run the same command again."
        )
