"""What keeps the desk from being opened."""

from http import HTTPStatus
from pathlib import Path

from sanic.exceptions import SanicException

from cryobot.errors import CryobotError


class DeskError(CryobotError):
    """A part of the desk is missing or damaged."""

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"{file}: {problem} The staff desk cannot be opened. Mend it, then run `cryobot check`.")
        self.file = file
        self.problem = problem


class DeskClosedError(SanicException):  # type: ignore[misc]
    """The desk could not be opened a moment ago, which was logged."""

    status_code = HTTPStatus.SERVICE_UNAVAILABLE
