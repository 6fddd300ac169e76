"""What `cryobot check` finds."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryobot.errors import CryobotError


@dataclass(frozen=True)
class Problem:
    """One thing that does not agree: where it is, what it is, and what to do about it."""

    file: Path
    reason: str
    remedy: str


class UnreadableError(CryobotError):
    """Something that is to be checked cannot be read at all."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{p.file}: {p.reason}\n  {p.remedy}" for p in self.problems))
