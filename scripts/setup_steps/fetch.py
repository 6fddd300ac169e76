"""Fetches uv, and with it Python 3.11, into the project's folder."""

from __future__ import annotations

import shutil
import sys

from setup_steps import pip_output
from setup_steps.command import Result, run
from setup_steps.layout import Layout
from setup_steps.problems import SetupError, no_python
from setup_steps.progress import Progress


def fetch_python(layout: Layout, progress: Progress) -> str:
    """Puts a Python 3.11 into .cache/python and gives its path. Raises SetupError when it cannot be fetched."""
    progress.say("Python 3.11 is not on this machine: fetching it (30 MB) ...")
    try:
        fetch_uv(layout, progress)
    except SetupError as problem:
        raise no_python(str(problem)) from problem
    result = run([str(layout.uv), "python", "install", "3.11", "--no-bin"], layout=layout)
    pythons = sorted(layout.fetched_pythons.glob("*/bin/python3.11"))
    if result.code != 0 or not pythons:
        raise no_python(_reason(result, layout))
    return str(pythons[-1])


def fetch_uv(layout: Layout, progress: Progress) -> None:
    """Installs uv, by itself, into .cache/uv unless it is there. Raises SetupError."""
    done = layout.uv_venv / "complete"
    pinned = layout.uv_library.read_bytes()
    if done.is_file() and done.read_bytes() == pinned and layout.uv.is_file():
        return
    progress.say("Fetching uv (25 MB) ...")
    shutil.rmtree(str(layout.uv_venv), ignore_errors=True)
    base = getattr(sys, "_base_executable", None) or sys.executable
    made = run([base, "-m", "venv", str(layout.uv_venv)], layout=layout)
    if made.code != 0:
        raise SetupError(f"{base} lacks its `venv` module, so nothing can be installed with it.")
    pip = [str(layout.uv_venv / "bin" / "python"), "-m", "pip", "install", "--no-deps", "--require-hashes"]
    installed = run([*pip, "-r", str(layout.uv_library)], layout=layout)
    if installed.code != 0:
        raise SetupError(_reason(installed, layout))
    done.write_bytes(pinned)


def _reason(result: Result, layout: Layout) -> str:
    return pip_output.meaning(result.lines) or f"What went wrong is at the end of {layout.log}."
