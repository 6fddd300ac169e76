"""What can go wrong with groups of questions."""

from pathlib import Path

from cryobot.errors import CryobotError


class NoSuchGapError(CryobotError):
    """There is no such group, or no longer: what was asked in it was deleted."""

    def __init__(self) -> None:
        super().__init__("There is no such group of questions. It may have been deleted; load the list again.")


class GapDecidedError(CryobotError):
    """Somebody else decided on a group first, or took the decision back."""

    def __init__(self) -> None:
        super().__init__("Somebody else has changed the decision on this group. Load the list again.")


class DirectionsMissingError(CryobotError):
    """The file that grouping needs is not there, or damaged."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file} cannot be read. Restore it, or write it anew: python -m tools.gap_directions")
