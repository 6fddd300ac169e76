"""How scripts/setup starts: with whatever Python there is."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from setup_fakes import PROJECT, write_program

SOURCES = sorted((PROJECT / "scripts" / "setup_steps").glob("*.py"))
BASE = getattr(sys, "_base_executable", sys.executable)


def start(programs: Path) -> subprocess.CompletedProcess[str]:
    """Runs scripts/setup with a word that it refuses, so that nothing is installed."""
    for tool in ("dirname", "cat"):
        real = next(folder for folder in ("/bin", "/usr/bin") if Path(folder, tool).exists())
        write_program(programs / tool, f'#!/bin/sh\nexec {real}/{tool} "$@"\n')
    return subprocess.run(
        ["/bin/sh", str(PROJECT / "scripts" / "setup"), "refused"],
        env={**os.environ, "PATH": str(programs)},
        capture_output=True,
        text=True,
    )


def test_without_any_python_it_says_how_to_install_one(tmp_path: Path) -> None:
    result = start(tmp_path)
    assert result.returncode == 1
    assert "Python was not found on this machine" in result.stderr
    assert "sudo apt install python3 python3-venv" in result.stderr


def test_passes_over_stubs_and_takes_a_python_that_works(tmp_path: Path) -> None:
    write_program(tmp_path / "python3.11", "#!/bin/sh\necho 'python3.11: command not found' >&2\nexit 127\n")
    write_program(tmp_path / "python3", f'#!/bin/sh\nexec "{BASE}" "$@"\n')
    result = start(tmp_path)
    assert (result.returncode, result.stderr) == (2, "usage: scripts/setup [run|dev|uv]\n")


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_any_python_from_3_8_on_can_read_it(source: Path) -> None:
    ast.parse(source.read_text(), feature_version=(3, 8))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_it_needs_nothing_that_is_not_in_the_standard_library(source: Path) -> None:
    for node in ast.walk(ast.parse(source.read_text())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            assert name.partition(".")[0] in {*sys.stdlib_module_names, "setup_steps"}
