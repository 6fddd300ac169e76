"""Tests: every answer is asked for in a conversation of the tests and in the held-out questions."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.consistency.reading import each_readable, quick_yaml

_NAMES_ANSWERS = frozenset({"answers", "one_of", "buttons"})
_ASKS = frozenset({"answers", "one_of"})


def read_cases(folder: Path) -> tuple[dict[Path, Any], list[Problem]]:
    """Read the conversations of the tests, by file."""
    files = sorted(folder.glob("*.yml"))
    read, problems = each_readable(files, quick_yaml)
    if not files:
        problems.append(Problem(folder, "there are no conversations in this folder", "Add them: one file for a theme."))
    return dict(read), problems


def case_problems(
    cases: dict[Path, Any], askable: Collection[str], answers: Collection[str], files: Files
) -> list[Problem]:
    """Hold the conversations of the tests against the answers, in both directions.

    Args:
        cases: the content of each file.
        askable: the ids that a message can ask for.
        answers: the ids of all answers.
        files: where things are.
    """
    found = [
        Problem(file, f"there is no answer '{name}'", "Name another, or remove it.")
        for file, content in cases.items()
        for name in sorted(set(_under(content, _NAMES_ANSWERS)) - set(answers))
    ]
    asked = {name for content in cases.values() for name in _under(content, _ASKS)}
    return found + [
        Problem(files.cases, f"no conversation asks for '{answer}'", "Add a turn that expects this answer.")
        for answer in sorted(set(askable) - asked)
        if cases
    ]


def question_problems(asked: Collection[str], askable: Collection[str], files: Files) -> list[Problem]:
    """List the answers that no held-out question asks for (`asked` are those that one does)."""
    return [
        Problem(files.questions, f"no question asks for '{answer}'", "Add questions, and evaluate again.")
        for answer in sorted(set(askable) - set(asked))
    ]


def _under(content: Any, keys: Collection[str]) -> Iterator[str]:
    """Give the strings under `keys`, however deep."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _strings(value) if key in keys else _under(value, keys)
    elif isinstance(content, list):
        for value in content:
            yield from _under(value, keys)


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, list):
        for value in content:
            yield from _strings(value)
