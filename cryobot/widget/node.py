"""Node.js, and the packages that the widget is built with."""

import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cryobot.errors import CryobotError

LEAST_VERSION = 18
OUTPUT_LINES = 20

_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
# npm asks a registry that does not answer again and again, for minutes.
_PATIENCE = ("--fetch-retries=1", "--fetch-timeout=60000")


class ToolsMissingError(CryobotError):
    """The widget cannot be built on this machine."""


class BuildFailedError(CryobotError):
    """The widget cannot be built from this source."""

    def __init__(self, command: Sequence[object], output: str) -> None:
        lines = "\n".join(output.strip().splitlines()[-OUTPUT_LINES:])
        super().__init__(f"`{' '.join(map(str, command))}` failed:\n{lines}\nMend the source of the widget.")


def find_node() -> str:
    """Give the path of Node.js.

    Raises:
        ToolsMissingError: it, or its npm, is not there or too old.
    """
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        raise ToolsMissingError(f"Node.js is not there. Install version {LEAST_VERSION} or later, with npm.")
    version = subprocess.run([node, "--version"], capture_output=True, text=True).stdout.strip()
    major = re.match(r"v(\d+)\.", version)
    if major is None or int(major[1]) < LEAST_VERSION:
        raise ToolsMissingError(
            f"Node.js is {version or 'broken'}. Install version {LEAST_VERSION} or later, with npm."
        )
    return node


def install_packages(folder: Path) -> bool:
    """Install the packages of the lock file unless they are there; gives whether anything was done.

    Raises:
        ToolsMissingError: they could not be installed.
    """
    if _are_installed(folder):
        return False
    npm = shutil.which("npm") or "npm"
    done = subprocess.run([npm, *_INSTALL[1:], *_PATIENCE], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        lines = "\n".join(done.stderr.strip().splitlines()[:OUTPUT_LINES])
        raise ToolsMissingError(f"`{' '.join(_INSTALL)}` in {folder} failed:\n{lines}\nIt needs a network.")
    return True


def run_build(node: str, folder: Path, baked: Path, output: Path) -> dict[str, Any]:
    """Build the widget and give what the build says of it: `files`, with their compressed sizes, and `chat`.

    Args:
        node: the path of Node.js.
        folder: the source.
        baked: the file with what is built in.
        output: the folder that is written to.

    Raises:
        BuildFailedError: the source cannot be built.
    """
    command = (node, "build.mjs", "--baked", baked, "--output", output)
    done = subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise BuildFailedError(command, done.stdout + done.stderr)
    try:
        said = json.loads(done.stdout)
        return {"files": dict(said["files"]), "chat": str(said["chat"])}
    except (ValueError, KeyError, TypeError):
        raise BuildFailedError(command, f"it did not say what it built, but:\n{done.stdout}") from None


def run_checks(folder: Path) -> None:
    """Check the types of the source and run its tests; what they print goes to the terminal.

    Raises:
        ToolsMissingError: Node.js or the packages are not there.
        BuildFailedError: a type is wrong, or a test failed.
    """
    find_node()
    install_packages(folder)
    npm = shutil.which("npm") or "npm"
    for script in ("check", "test"):
        command = (npm, "run", "--silent", script)
        if subprocess.run(command, cwd=folder).returncode:
            raise BuildFailedError(("npm", "run", script), "See above.")


def _are_installed(folder: Path) -> bool:
    """Tell whether npm's own note of what it installed agrees with the lock file."""
    wanted = _packages(folder / "package-lock.json")
    there = _packages(folder / "node_modules" / ".package-lock.json")
    needed = {name for name, package in wanted.items() if not package.get("optional")}
    return needed <= set(there) and all(_same(package, wanted.get(name, {})) for name, package in there.items())


def _packages(lock: Path) -> dict[str, dict[str, Any]]:
    try:
        packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    except (OSError, ValueError, KeyError):
        return {}
    # The one without a name is the widget itself.
    return {name: package for name, package in packages.items() if name}


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one.get(field) == other.get(field) for field in ("version", "integrity"))
