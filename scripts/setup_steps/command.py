"""Runs a command while its output is followed."""

from __future__ import annotations

import os
import select
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from setup_steps.layout import Layout

_WAIT_SECONDS = 0.2
_STOP_SECONDS = 10

# What other environments leave behind, which would make Python or pip install or look somewhere else.
_MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_HASHES", "VIRTUAL_ENV")


class Result(NamedTuple):
    """How a command ended: its exit code and all that it wrote."""

    code: int
    lines: list[str]


def environment(inherited: Mapping[str, str], layout: Layout) -> dict[str, str]:
    """The variables for the commands of set-up: those of the user, less what misleads pip."""
    kept = {name: value for name, value in inherited.items() if name not in _MISLEADING}
    return {
        **kept,
        "TMPDIR": str(layout.temporary),  # one disk to have room on; a small /tmp does not matter
        "PIP_USER": "0",
        "PIP_NO_INPUT": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "MULTIDICT_NO_EXTENSIONS": "1",  # this library has no ready-made build; without this it asks for a compiler
        "UV_PYTHON_INSTALL_DIR": str(layout.fetched_pythons),
    }


def run(
    command: Sequence[str],
    *,
    layout: Layout,
    on_line: Callable[[str], object] = str,
    on_wait: Callable[[], object] = bool,
) -> Result:
    """Runs `command` in the project's folder and adds its output to the log of set-up.

    `on_line` gets each line, `on_wait` is called several times a second. The command is stopped when either raises, or
    a signal does. Raises OSError when it cannot be started.
    """
    lines: list[str] = []
    rest = b""
    with layout.log.open("ab") as log, _start(command, layout) as process:
        log.write(f"\n$ {' '.join(command)}\n".encode())
        try:
            while True:
                chunk = _read(process)
                if chunk == b"":
                    break
                on_wait()
                if chunk is None:
                    continue
                log.write(chunk)
                *whole, rest = (rest + chunk).split(b"\n")
                for line in whole:
                    lines.append(line.decode(errors="replace").rstrip())
                    on_line(lines[-1])
            code = process.wait()
        except BaseException:
            _stop(process)
            raise
    return Result(code, [*lines, rest.decode(errors="replace")] if rest else lines)


def _start(command: Sequence[str], layout: Layout) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=str(layout.project),
        env=environment(os.environ, layout),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _read(process: subprocess.Popen[bytes]) -> bytes | None:
    """What the command wrote, None when that is nothing yet, empty when it has ended."""
    assert process.stdout is not None
    if not select.select([process.stdout], [], [], _WAIT_SECONDS)[0]:
        return None
    return os.read(process.stdout.fileno(), 65536)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()


def start_log(file: Path) -> None:
    """Begins an empty log. Raises OSError when the folder cannot be written."""
    file.write_bytes(b"")
