"""The Makefile and .ci/run, with programs that only note that they were called."""

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from setup_fakes import PROJECT, write_program

NOTES = '#!/bin/sh\necho "$(basename "$0") $*"\n'
# What `cryobot run` does on Ctrl-C and on `kill`: ends without a word, with success.
WAITS = """#!/bin/sh
trap 'exit 0' INT TERM
echo "cryobot $*"
[ "$1" = run ] || exit 0
while :; do sleep 0.05; done
"""

RUN_LINES = ["setup ", "cryobot train", "cryobot widget", "cryobot run"]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose programs are stand-ins."""
    folder = tmp_path / "my checkout"
    folder.mkdir()
    shutil.copy(PROJECT / "Makefile", folder)
    shutil.copytree(PROJECT / ".ci", folder / ".ci")
    write_program(folder / "scripts" / "setup", NOTES)
    for name in ("cryobot", "ruff", "mypy", "pytest", "python"):
        write_program(folder / ".venv" / "bin" / name, NOTES)
    for name in ("faults", "unit", "property", "actions", "conversations", "evaluation", "new", "__pycache__"):
        (folder / "tests" / name).mkdir(parents=True)
    return folder


def own_environment() -> dict[str, str]:
    """The variables without those of the make that runs the tests."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *words], cwd=folder, env=own_environment(), capture_output=True, text=True)


def test_make_alone_lists_every_command(checkout: Path) -> None:
    listed = re.findall(r"^  ([a-z-]+) ", make(checkout).stdout, flags=re.MULTILINE)
    phony = re.search(r"^\.PHONY: (.*)$", (checkout / "Makefile").read_text(), flags=re.MULTILINE)
    assert phony is not None
    assert sorted(listed) == sorted(phony.group(1).split())


@pytest.mark.parametrize("options", [[], ["-j4"], ["-s", "-k"]])
def test_run_sets_up_then_trains_then_builds_then_starts(checkout: Path, options: list[str]) -> None:
    assert make(checkout, *options, "run").stdout.splitlines() == RUN_LINES


def test_widget_only_builds(checkout: Path) -> None:
    (checkout / "widget").mkdir()
    assert make(checkout, "widget").stdout.splitlines() == ["setup ", "cryobot widget"]


def test_test_runs_every_folder_of_tests_the_fast_ones_first(checkout: Path) -> None:
    lines = make(checkout, "test").stdout.splitlines()
    assert lines[0] == "setup dev"
    assert [line for line in lines if line.startswith(("ruff", "mypy", "cryobot"))] == [
        "ruff check .",
        "ruff format --check .",
        "mypy ",
        "cryobot check",
        "cryobot widget --test",
    ]
    words = lines[-1].split()
    assert words[0] == "pytest"
    assert words[1:4] == ["tests/unit", "tests/property", "tests/actions"]
    assert sorted(words[4:]) == ["tests/conversations", "tests/evaluation", "tests/faults", "tests/new"]


def test_test_fast_runs_the_fast_ones_only(checkout: Path) -> None:
    assert make(checkout, "test-fast").stdout.splitlines() == [
        "setup dev",
        "pytest tests/unit tests/property tests/actions",
    ]


def test_nothing_is_started_when_set_up_fails(checkout: Path) -> None:
    write_program(checkout / "scripts" / "setup", "#!/bin/sh\nexit 1\n")
    result = make(checkout, "run")
    assert result.returncode != 0
    assert result.stdout == ""


def test_clean_keeps_the_records(checkout: Path) -> None:
    kept = [checkout / "var" / "records.db", checkout / "models" / "README.md"]
    gone = [checkout / "models" / "language" / "model.tar.gz", checkout / ".cache" / "x", checkout / "a/__pycache__/b"]
    gone.append(checkout / "widget" / "node_modules" / "x")
    for file in [*kept, *gone]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    assert make(checkout, "clean").returncode == 0
    assert all(file.exists() for file in kept)
    assert not any(file.exists() for file in [*gone, checkout / ".venv"])


@pytest.mark.parametrize("how", ["Ctrl-C", "kill"])
def test_stopping_make_run_makes_no_noise(checkout: Path, how: str) -> None:
    write_program(checkout / ".venv" / "bin" / "cryobot", WAITS)
    output = checkout / "output.txt"
    with output.open("w") as stream:
        process = subprocess.Popen(
            ["make", "run"],
            cwd=checkout,
            env=own_environment(),
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    deadline = time.monotonic() + 20
    while "cryobot run" not in output.read_text():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    if how == "Ctrl-C":
        os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to all
    else:
        process.send_signal(signal.SIGTERM)
    process.wait(timeout=60)
    assert output.read_text().splitlines() == RUN_LINES


@pytest.mark.parametrize(("has_venv", "installs"), [(True, False), (False, True)])
def test_ci_installs_the_venv_module_only_when_it_is_missing(checkout: Path, has_venv: bool, installs: bool) -> None:
    result = ci(checkout, has_venv=has_venv, tests=0)
    assert result.returncode == 0
    assert ("apt-get install -y -qq python3-venv" in result.stdout) is installs
    assert result.stdout.splitlines()[-1] == "make test"


def test_ci_fails_when_the_tests_fail(checkout: Path) -> None:
    assert ci(checkout, has_venv=True, tests=3).returncode == 3


def ci(checkout: Path, *, has_venv: bool, tests: int) -> subprocess.CompletedProcess[str]:
    programs = checkout / "programs"
    write_program(programs / "python3", f"#!/bin/sh\nexit {0 if has_venv else 1}\n")
    write_program(programs / "make", f"{NOTES}exit {tests}\n")
    write_program(programs / "apt-get", NOTES)
    write_program(programs / "sudo", '#!/bin/sh\nexec "$@"\n')
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}
    return subprocess.run(["bash", ".ci/run"], cwd=checkout, env=environment, capture_output=True, text=True)
