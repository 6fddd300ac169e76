"""Finds a Python 3.11 on this machine."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from setup_steps.layout import Layout
from setup_steps.problems import no_venv_module, unsuitable_choice

_WELL_KNOWN = (
    "/opt/homebrew/opt/python@3.11/bin/python3.11",
    "/usr/local/opt/python@3.11/bin/python3.11",
    "/Library/Frameworks/Python.framework/Versions/3.11/bin/python3.11",
    "/usr/local/bin/python3.11",
    "/usr/bin/python3.11",
)

# Asked of each candidate. Its base executable is what an environment is made with: an activated environment may go.
_QUESTION = """
import json, sys
try:
    import ensurepip, venv
    complete = bool(ensurepip.version())
except Exception:
    complete = False
right = sys.version_info[:2] == (3, 11) and sys.maxsize > 2**32 and sys.implementation.name == "cpython"
print(json.dumps([getattr(sys, "_base_executable", None) or sys.executable, right, complete]))
"""
_ANSWER_SECONDS = 30


class Interpreter(NamedTuple):
    """What a candidate said of itself. `right`: a 64-bit CPython 3.11. `complete`: it can make environments."""

    path: str
    right: bool
    complete: bool


def candidates(layout: Layout, path: str, home: Path) -> list[str]:
    """Where a Python 3.11 may be, best first. `path`: the value of PATH."""
    folders = [Path(folder) for folder in path.split(":") if folder]
    found = [
        *(folder / "python3.11" for folder in folders),
        *sorted(layout.fetched_pythons.glob("*/bin/python3.11")),
        *(Path(place) for place in _WELL_KNOWN),
        *(folder / name for folder in folders for name in ("python3", "python")),
        *sorted(home.glob(".pyenv/versions/3.11*/bin/python3.11")),
    ]
    return list(dict.fromkeys(str(file) for file in found if file.is_file()))


def ask(python: str) -> Interpreter | None:
    """What the interpreter at this path says of itself, or None when it does not work."""
    try:
        answer = subprocess.run(
            [python, "-E", "-s", "-c", _QUESTION], capture_output=True, timeout=_ANSWER_SECONDS, check=True
        )
        return Interpreter(*json.loads(answer.stdout))
    except (OSError, ValueError, TypeError, subprocess.SubprocessError):
        return None


def choose(
    paths: Iterable[str], answers: Callable[[str], Interpreter | None] = ask, *, only: str | None = None
) -> str | None:
    """The interpreter to make the environment with, or None when there is no Python 3.11.

    `only`: the one that the user asked for. Raises SetupError when that cannot be used, or when every Python 3.11
    lacks its `venv` module.
    """
    if only:
        chosen = answers(only)
        if chosen is None or not (chosen.right and chosen.complete):
            raise unsuitable_choice(only)
        return chosen.path
    incomplete: Sequence[Interpreter] = ()
    for path in paths:
        interpreter = answers(path)
        if interpreter is None or not interpreter.right:
            continue
        if interpreter.complete:
            return interpreter.path
        incomplete = [*incomplete, interpreter]
    if incomplete:
        raise no_venv_module(incomplete[0].path)
    return None
