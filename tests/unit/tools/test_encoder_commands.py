from pathlib import Path

import pytest
from typer.testing import CliRunner

from cryobot.errors import CryobotError
from tools.encoder.__main__ import app
from tools.encoder.examples import UnknownVoiceError
from tools.encoder.trial import TrialError


def test_the_commands_are_listed() -> None:
    shown = CliRunner().invoke(app, ["--help"]).output
    assert all(command in shown for command in ("train", "export", "develop"))


@pytest.mark.parametrize("command", ["train", "export"])
def test_the_published_encoder_must_be_named(command: str) -> None:
    result = CliRunner().invoke(app, [command])
    assert result.exit_code == 2


@pytest.mark.parametrize("command", ["train", "export"])
def test_what_is_missing_is_said(command: str, tmp_path: Path) -> None:
    # Either the libraries of the group are missing or, where they are installed, the files in the folder.
    result = CliRunner().invoke(app, [command, "--base", str(tmp_path), "--output", str(tmp_path / "new")])
    assert isinstance(result.exception, CryobotError)
    assert not (tmp_path / "new").exists()


def test_a_wrong_threshold_is_refused_before_anything_is_trained(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["develop", "--set", "mark=0.2", "--keep", str(tmp_path / "kept")])
    assert isinstance(result.exception, TrialError)


def test_a_wrong_voice_is_refused_before_anything_is_trained(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["develop", "--without-voice", "plain, nobody", "--keep", str(tmp_path / "kept")])
    assert isinstance(result.exception, UnknownVoiceError)
    assert not (tmp_path / "kept").exists()
