"""Reads data files for the checks: what cannot be read is a problem to list, not a reason to stop."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import yaml

from cryobot.consistency.problem import Problem, UnreadableError
from cryobot.errors import DataFileError

Content = TypeVar("Content")


def readable(file: Path, load: Callable[[], Content]) -> Content:
    """Give what `load` gives.

    Raises:
        UnreadableError: `load` raised DataFileError about `file`.
    """
    try:
        return load()
    except DataFileError as error:
        raise UnreadableError([unreadable(file, error)]) from None


def each_readable(
    files: list[Path], load: Callable[[Path], Content]
) -> tuple[list[tuple[Path, Content]], list[Problem]]:
    """Give the files that can be read with their content, and a problem for each of the others."""
    contents: list[tuple[Path, Content]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            contents.append((file, load(file)))
        except DataFileError as error:
            problems.append(unreadable(file, error))
    return contents, problems


def quick_yaml(file: Path) -> Any:
    """Parse a YAML file with the C library, which the many example files need.

    Raises:
        DataFileError: the file is not UTF-8 text or not YAML.
    """
    try:
        return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataFileError(file, f"this is not valid YAML. {error}") from None


def unreadable(file: Path, error: DataFileError) -> Problem:
    """Give the problem that a file cannot be read."""
    reason = str(error).removeprefix(f"{file}: ").rpartition("\n")[0]
    return Problem(file, " ".join(reason.split()), "Mend the file." if file.exists() else "Add it.")
