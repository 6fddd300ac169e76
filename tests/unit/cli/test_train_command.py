from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from cryobot.cli import train as command

APP = typer.Typer()
APP.command()(command.train)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    archives: list[Path] = []

    def build(tell: Callable[[str], None]) -> Path:
        tell("Building ...")
        archives.append(Path("models/assistant-new.tar.gz"))
        return archives[-1]

    monkeypatch.setattr(command, "build", build)
    return archives


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, up_to_date: bool) -> Result:
    monkeypatch.setattr(command, "is_up_to_date", lambda: up_to_date)
    result = CliRunner().invoke(APP, arguments)
    assert result.exit_code == 0
    return result


def test_trains_nothing_when_the_model_is_up_to_date(built: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, up_to_date=True)
    assert result.output.startswith("The model is up to date: assistant-")
    assert built == []


@pytest.mark.parametrize(("arguments", "up_to_date"), [((), False), (("--force",), True)])
def test_trains_when_it_is_not_or_when_told_to(
    built: list[Path], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], up_to_date: bool
) -> None:
    result = run(monkeypatch, *arguments, up_to_date=up_to_date)
    assert result.output.splitlines() == ["Building ...", "Trained: assistant-new.tar.gz"]
    assert len(built) == 1
