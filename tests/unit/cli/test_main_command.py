import os
import subprocess
import sys
from pathlib import Path

import pytest

from cryobot.cli import main as command
from cryobot.errors import CryobotError
from cryobot.paths import PROJECT

COMMAND = Path(sys.executable).with_name("cryobot")


def cryobot(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"COLUMNS": "100", "TERM": "dumb"} | variables
    return subprocess.run([COMMAND, *arguments], env=environment, capture_output=True, text=True, timeout=60)


def test_help_lists_every_command_and_loads_nothing_slow(tmp_path: Path) -> None:
    result = cryobot("--help", PYTHONPROFILEIMPORTTIME="1")

    assert result.returncode == 0
    listed = [line.split()[1] for line in result.stdout.splitlines() if line.startswith("│ ") and line[2] != " "]
    assert set(command.COMMANDS) <= set(listed)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in result.stderr.splitlines()}
    assert imported
    assert not imported & {"rasa", "onnxruntime", "matplotlib"}


def test_names_a_setting_that_is_wrong(tmp_path: Path) -> None:
    result = cryobot("run", CRYOBOT_PORT="no number")

    assert result.returncode == 1
    assert "CRYOBOT_PORT='no number'" in result.stderr
    assert "Traceback" not in result.stderr


def test_refuses_an_unknown_command() -> None:
    result = cryobot("fly")
    assert result.returncode == 2
    assert "fly" in result.stderr


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path.cwd())
    monkeypatch.setattr(command, "COMMANDS", ())
    monkeypatch.delenv("MAKELEVEL", raising=False)


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def app() -> None:
        raise error

    monkeypatch.setattr(command, "app", app)


@pytest.mark.usefixtures("here")
def test_prints_an_error_that_is_meant_for_people(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_with(monkeypatch, CryobotError("Mend the file."))
    with pytest.raises(SystemExit) as stopped:
        command.main()

    assert stopped.value.code == 1
    assert capsys.readouterr() == ("", "Mend the file.\n")


@pytest.mark.usefixtures("here")
def test_shows_an_error_of_its_own_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        command.main()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("make", "code"), [({}, 130), ({"MAKELEVEL": "1"}, 0)])
def test_ctrl_c_is_no_failure_under_make(monkeypatch: pytest.MonkeyPatch, make: dict[str, str], code: int) -> None:
    for name, value in make.items():
        monkeypatch.setenv(name, value)
    fail_with(monkeypatch, KeyboardInterrupt())
    with pytest.raises(SystemExit) as stopped:
        command.main()
    assert stopped.value.code == code


@pytest.mark.usefixtures("here")
def test_works_from_any_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    folders: list[Path] = []
    monkeypatch.setattr(command, "app", lambda: folders.append(Path.cwd()))
    command.main()
    assert folders == [PROJECT]
