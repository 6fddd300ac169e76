"""Brings the environment to what the files of the project ask for."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from setup_steps import install
from setup_steps.command import start_log
from setup_steps.fetch import fetch_python, fetch_uv
from setup_steps.interpreters import candidates, choose
from setup_steps.layout import Layout, own_layout
from setup_steps.locks import one_at_a_time
from setup_steps.plan import Plan, plan_for, stamp_after
from setup_steps.problems import SetupError, from_os_error
from setup_steps.progress import Progress
from setup_steps.space import require_space
from setup_steps.stamp import Stamp, read_stamp, wanted_stamp, write_stamp

MODES = ("run", "dev", "uv")
_INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Runs set-up. `arguments`: one of MODES, or nothing for "run". Gives the exit code."""
    mode = arguments[0] if arguments else "run"
    if mode not in MODES or len(arguments) > 1:
        sys.stderr.write(f"usage: scripts/setup [{'|'.join(MODES)}]\n")
        return 2
    layout = own_layout()
    for stop in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(stop, _interrupt)
    try:
        _set_up(layout, mode, Progress())
    except KeyboardInterrupt:
        sys.stdout.write("\nStopped. The same command starts set-up again.\n")
        # make got the same signal and stops by itself; another exit code only makes it print an error.
        return 0 if "MAKELEVEL" in os.environ else _INTERRUPTED
    except SetupError as problem:
        sys.stderr.write(f"\n{problem}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"\n{from_os_error(error, layout.project)}\n")
        return 1
    return 0


def _interrupt(*_signal: object) -> None:
    raise KeyboardInterrupt


def _set_up(layout: Layout, mode: str, progress: Progress) -> None:
    dev = mode == "dev"
    if mode != "uv" and _decide(layout, dev=dev)[0] is Plan.NOTHING:
        return
    layout.cache.mkdir(exist_ok=True)
    with one_at_a_time(layout.lock, progress):
        start_log(layout.log)
        layout.temporary.mkdir(exist_ok=True)
        try:
            if mode == "uv":
                fetch_uv(layout, progress)
            else:
                _carry_out(layout, dev, progress)
        finally:
            shutil.rmtree(str(layout.temporary), ignore_errors=True)


def _decide(layout: Layout, *, dev: bool) -> tuple[Plan, Stamp | None, Stamp]:
    found, wanted = read_stamp(layout.stamp), wanted_stamp(layout)
    return plan_for(found, wanted, dev=dev, healthy=_healthy(layout)), found, wanted


def _carry_out(layout: Layout, dev: bool, progress: Progress) -> None:
    plan, found, wanted = _decide(layout, dev=dev)  # once more: another set-up may have finished meanwhile
    if plan is Plan.NOTHING:
        return
    start = time.monotonic()

    def unfinished() -> None:
        layout.stamp.unlink(missing_ok=True)  # from here on an interruption leaves an environment without a stamp

    if plan is Plan.FRESH:
        require_space(layout.project)
        if layout.venv.exists():
            progress.say("The environment in .venv is unfinished or out of date: making it again ...")
        python = _python(layout, progress)
        unfinished()
        install.make_venv(layout, python, progress)
    if plan is not Plan.PROJECT:
        wait = "1 to 3 minutes the first time" if plan is Plan.FRESH else "half a minute"
        progress.say(f"Installing the libraries{' of the tests' if dev else ''} ({wait}) ...")
        install.install_libraries(layout, layout.dev_libraries if dev else layout.libraries, progress, unfinished)
    unfinished()
    install.install_project(layout, progress)
    if plan is not Plan.PROJECT:
        install.remove_library_tests(layout)
        install.load_once(layout, progress)
    write_stamp(layout.stamp, stamp_after(plan, found, wanted, dev=dev))
    progress.say(f"Set up in {time.monotonic() - start:.0f} s.")


def _python(layout: Layout, progress: Progress) -> str:
    paths = candidates(layout, os.environ.get("PATH", ""), Path.home())
    return choose(paths, only=os.environ.get("CRYOBOT_PYTHON")) or fetch_python(layout, progress)


def _healthy(layout: Layout) -> bool:
    """Whether the environment's Python starts: the Python it was made with may have been removed."""
    question = "import sys; sys.exit(sys.version_info[:2] != (3, 11))"
    try:
        answer = subprocess.run([str(layout.python), "-I", "-S", "-c", question], capture_output=True)
    except OSError:
        return False
    return answer.returncode == 0 and layout.command.is_file()
