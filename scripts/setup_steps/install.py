"""The steps that make the environment."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from setup_steps import pip_output
from setup_steps.command import Result, run
from setup_steps.layout import Layout
from setup_steps.locks import library_count, only
from setup_steps.problems import SetupError
from setup_steps.progress import Progress

# Some libraries come as source only. They are built with these, out of the lock file, rather than with
# whatever is newest on the package index that day.
_BUILDERS = ("setuptools", "poetry-core")

_PIP_OPTIONS = ("--no-compile", "--no-deps", "--no-build-isolation", "--no-warn-script-location", "--progress-bar=off")


def make_venv(layout: Layout, python: str, progress: Progress) -> None:
    """Makes an empty environment in place of what is there. Raises SetupError or OSError."""
    progress.say(f"Making an environment with Python 3.11 ({python}) ...")
    if layout.venv.is_symlink():
        layout.venv.unlink()
    elif layout.venv.exists():
        shutil.rmtree(str(layout.venv))
    result = run([python, "-m", "venv", str(layout.venv)], layout=layout)
    if result.code != 0:
        raise _failure("The environment could not be made.", result, layout)


def install_libraries(layout: Layout, lock_file: Path, progress: Progress, before_change: Callable[[], object]) -> None:
    """Installs what the lock file names, each file checked against its hash. Raises SetupError or OSError.

    `before_change` is called when everything is fetched: until then the environment stays as it was.
    """
    lock = lock_file.read_text(encoding="utf-8")
    builders = layout.temporary / "builders.lock"
    builders.write_text(only(lock, _BUILDERS), encoding="utf-8")
    _pip(layout, ["--require-hashes", "-r", str(builders)], "The libraries could not be installed.")

    total, fetched, at = library_count(lock), 0, ""

    def on_line(line: str) -> None:
        nonlocal fetched, at
        library = pip_output.library_named(line)
        if library:
            fetched, at = fetched + 1, library
        elif line.startswith("Installing collected packages"):
            at = ""
            before_change()

    def on_wait() -> None:
        if at:
            progress.count(f"fetched {fetched} of {total}: {at}")
        elif fetched:
            installed = sum(1 for _ in layout.site_packages().glob("*.dist-info")) - 1  # pip itself is not in the lock
            progress.count(f"installed {installed} of {total}")

    # Rasa asks for Python < 3.11 in its metadata, and works on 3.11.
    options = ["--ignore-requires-python", "--use-pep517", "--require-hashes", "-r", str(lock_file)]
    result = run(_pip_command(layout, options), layout=layout, on_line=on_line, on_wait=on_wait)
    progress.done()
    if result.code != 0:
        raise _failure("The libraries could not be installed.", result, layout)


def install_project(layout: Layout, progress: Progress) -> None:
    """Installs the placeholder and the project itself; needs no network. Raises SetupError or OSError."""
    progress.say("Installing the assistant ...")
    _pip(layout, ["--force-reinstall", str(layout.placeholder)], "The placeholder for TensorFlow was not installed.")
    _pip(layout, ["--editable", str(layout.project)], "The assistant itself was not installed.")


def remove_library_tests(layout: Layout) -> None:
    """Removes the libraries' own test suites: 45 MB that nothing loads. Raises OSError."""
    suites = [folder for folder in layout.site_packages().glob("*/**/tests") if folder.is_dir()]
    for folder in suites:
        shutil.rmtree(str(folder), ignore_errors=True)  # it may be gone with the folder around it


def load_once(layout: Layout, progress: Progress) -> None:
    """Loads the libraries, so that the next start finds them compiled. Raises SetupError when one does not load."""
    progress.say("Loading the libraries once, so that later starts are quick ...")
    script = Path(__file__).resolve().parent / "first_import.py"
    # Isolated: set-up's own modules are not on the path, and PYTHONDONTWRITEBYTECODE does not count.
    result = run([str(layout.python), "-I", "-W", "ignore", str(script)], layout=layout)
    if result.code != 0:
        raise _failure("The libraries are installed, but they do not work on this machine.", result, layout)


def _pip_command(layout: Layout, options: Sequence[str]) -> list[str]:
    return [str(layout.python), "-m", "pip", "install", *_PIP_OPTIONS, *options]


def _pip(layout: Layout, options: Sequence[str], failed: str) -> None:
    result = run(_pip_command(layout, options), layout=layout)
    if result.code != 0:
        raise _failure(failed, result, layout)


def _failure(what: str, result: Result, layout: Layout) -> SetupError:
    because = pip_output.meaning(result.lines)
    if not because:
        because = "The end of the output:\n" + "\n".join(f"  {line}" for line in pip_output.last_lines(result.lines))
    return SetupError(f"{what} {because}\nAll of the output: {layout.log}")
