"""Reads lock files, and keeps two set-ups from working in one folder at the same time."""

from __future__ import annotations

import contextlib
import fcntl
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from setup_steps.progress import Progress


def library_count(lock: str) -> int:
    """How many libraries a lock file names."""
    return len(re.findall(r"^[A-Za-z0-9][^\s=]*==", lock, flags=re.MULTILINE))


def only(lock: str, names: Collection[str]) -> str:
    """The part of a lock file that is about these libraries."""
    parts = re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)
    return "".join(part for part in parts if part.partition("==")[0] in names)


@contextlib.contextmanager
def one_at_a_time(file: Path, progress: Progress) -> Iterator[None]:
    """Waits until no other set-up works here."""
    with file.open("a") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            progress.say("Another set-up works in this folder: waiting for it ...")
            fcntl.flock(held, fcntl.LOCK_EX)
        except OSError:
            pass  # a network disk without locks; two set-ups at once are then up to the user
        yield
