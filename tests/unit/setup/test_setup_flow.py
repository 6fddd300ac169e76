"""The whole of set-up, with a fake Python 3.11 in place of the real one and its pip."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from setup_fakes import FAKE_PYTHON, PROJECT, write_program
from setup_steps.layout import Layout

FRESH = ["venv", "pip builders.lock", "pip requirements.lock", "pip tensorflow-placeholder", "pip my checkout", "load"]


class Checkout:
    """A checkout whose set-up can be run."""

    def __init__(self, layout: Layout, tmp_path: Path) -> None:
        self.layout = layout
        self.calls = tmp_path / "calls.txt"
        shutil.copytree(PROJECT / "scripts", layout.project / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
        fake = write_program(tmp_path / "python3.11", FAKE_PYTHON)
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "MAKELEVEL"},
            "CRYOBOT_PYTHON": str(fake),
            "FAKE_CALLS": str(self.calls),
            "FAKE_FAILING": "nothing fails",
        }

    def start(self, mode: str = "run", **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-B", "-E", "-s", "-m", "setup_steps", mode],
            cwd=self.layout.project / "scripts",
            env={**self.environment, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def set_up(self, mode: str = "run", **variables: str) -> tuple[int, str, list[str]]:
        """The exit code, the output, and what was asked of the fake Python."""
        self.calls.write_text("")
        with self.start(mode, **variables) as process:
            output, _ = process.communicate(timeout=60)
        return process.returncode, output, self.calls.read_text().splitlines()


@pytest.fixture
def checkout(layout: Layout, tmp_path: Path) -> Checkout:
    return Checkout(layout, tmp_path)


def test_the_first_run_installs_and_the_second_does_nothing(checkout: Checkout) -> None:
    code, output, calls = checkout.set_up()
    assert code == 0, output
    assert calls == FRESH
    assert "Installing the libraries (1 to 3 minutes the first time) ..." in output
    assert not (checkout.layout.site_packages() / "big" / "sub" / "tests").exists()
    assert not checkout.layout.temporary.exists()
    assert checkout.set_up() == (0, "", [])


def test_the_tests_add_their_libraries_and_keep_the_others(checkout: Checkout) -> None:
    checkout.set_up()
    code, _, calls = checkout.set_up("dev")
    assert code == 0
    assert "venv" not in calls
    assert "pip requirements-dev.lock" in calls
    assert checkout.set_up("dev") == (0, "", [])
    assert checkout.set_up("run") == (0, "", [])


def test_a_changed_project_file_is_installed_without_the_network(checkout: Checkout) -> None:
    checkout.set_up()
    checkout.layout.settings.write_text("[project]\nname = 'x'\n")
    code, _, calls = checkout.set_up()
    assert (code, calls) == (0, ["pip tensorflow-placeholder", "pip my checkout"])


def test_other_libraries_make_a_new_environment(checkout: Checkout) -> None:
    checkout.set_up()
    (checkout.layout.venv / "left over").write_text("")
    checkout.layout.libraries.write_text("numpy==2 --hash=sha256:03\n")
    code, output, calls = checkout.set_up()
    assert (code, calls) == (0, FRESH)
    assert "out of date" in output
    assert not (checkout.layout.venv / "left over").exists()


def test_libraries_that_cannot_be_fetched_leave_the_environment_as_it_was(checkout: Checkout) -> None:
    checkout.set_up()
    code, output, _ = checkout.set_up("dev", FAKE_FAILING="requirements-dev", FAKE_OUTPUT="Network is unreachable")
    assert code == 1
    assert "The network did not answer" in output
    assert "Traceback" not in output
    assert checkout.set_up() == (0, "", [])


def test_a_failure_without_a_known_cause_shows_the_end_of_the_output(checkout: Checkout) -> None:
    code, output, _ = checkout.set_up(FAKE_FAILING="requirements.lock", FAKE_OUTPUT="something new")
    assert code == 1
    assert "something new" in output
    assert str(checkout.layout.log) in output
    assert "something new" in checkout.layout.log.read_text()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_set_up_is_repaired_by_the_next(checkout: Checkout, stop: signal.Signals) -> None:
    with checkout.start(FAKE_FAILING="requirements.lock", FAKE_THEN="exec sleep 60") as process:
        deadline = time.monotonic() + 20
        while "requirements.lock" not in (checkout.calls.read_text() if checkout.calls.exists() else ""):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        process.send_signal(stop)
        output, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert output.endswith("Stopped. The same command starts set-up again.\n")
    assert "Traceback" not in output
    code, output, calls = checkout.set_up()
    assert (code, calls) == (0, FRESH)
    assert "unfinished" in output


def test_an_environment_that_was_moved_is_made_again(checkout: Checkout) -> None:
    checkout.set_up()
    stamp = json.loads(checkout.layout.stamp.read_text())
    checkout.layout.stamp.write_text(json.dumps({**stamp, "folder": "/elsewhere"}))
    assert checkout.set_up()[2] == FRESH


def test_a_linked_environment_is_replaced_and_what_it_links_to_is_kept(checkout: Checkout, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine").write_text("")
    checkout.layout.venv.symlink_to(other)
    assert checkout.set_up()[0] == 0
    assert (other / "mine").exists()
    assert not checkout.layout.venv.is_symlink()


def test_a_second_set_up_waits_for_the_first(checkout: Checkout) -> None:
    with checkout.start() as one, checkout.start() as two:
        outputs = [process.communicate(timeout=60)[0] for process in (one, two)]
    assert [one.returncode, two.returncode] == [0, 0], outputs
    assert checkout.calls.read_text().splitlines() == FRESH


def test_an_unknown_word_shows_the_usage(checkout: Checkout) -> None:
    code, output, calls = checkout.set_up("everything")
    assert (code, calls) == (2, [])
    assert "usage: scripts/setup [run|dev|uv]" in output
