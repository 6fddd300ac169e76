from pathlib import Path

import pytest
import typer
from parts.built_widget import write_built_widget
from typer.testing import CliRunner, Result

from cryobot.cli import widget as command
from cryobot.guidance.library import Library
from cryobot.paths import WIDGET
from cryobot.widget.build import source_of
from cryobot.widget.node import ToolsMissingError
from cryobot.widget.settings import load_widget_settings

APP = typer.Typer()
APP.command()(command.widget)


@pytest.fixture
def fingerprint(library: Library, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(command, "installed_library", lambda: library)
    monkeypatch.setattr(command, "build", lambda *_: {"widget.js": 9_876, "chat-1.js": 54_321})
    return source_of(library, load_widget_settings()).fingerprint


def run(*arguments: object) -> Result:
    return CliRunner().invoke(APP, [str(argument) for argument in arguments])


def test_builds_nothing_when_it_is_up_to_date(fingerprint: str, tmp_path: Path) -> None:
    folder = write_built_widget(tmp_path / "dist", fingerprint)

    result = run("--output", folder)

    assert (result.exit_code, result.output) == (0, "The chat widget is up to date.\n")


@pytest.mark.parametrize(("source", "force"), [("0123456789ab", ()), (None, ("--force",))])
def test_builds_when_it_is_not_or_when_told_to(
    fingerprint: str, tmp_path: Path, source: str | None, force: tuple[str, ...]
) -> None:
    folder = write_built_widget(tmp_path / "dist", source or fingerprint)

    result = run("--output", folder, *force)

    assert result.exit_code == 0
    assert "widget.js 9.9 kB, chat-1.js 54.3 kB compressed" in result.output


def refuse(*_: object) -> dict[str, int]:
    raise ToolsMissingError("Node.js is not there. Install it.")


@pytest.mark.usefixtures("fingerprint")
def test_without_node_the_copy_that_is_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "build", refuse)

    result = run("--output", write_built_widget(tmp_path / "dist"))

    assert result.exit_code == 0
    assert "stays as it is: Node.js is not there. Install it." in result.output


@pytest.mark.usefixtures("fingerprint")
def test_without_node_and_without_a_copy_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "build", refuse)
    broken = write_built_widget(tmp_path / "broken")
    (broken / "widget.js").unlink()

    for folder in (tmp_path / "none", broken):
        result = run("--output", folder)
        assert result.exit_code == 1
        assert isinstance(result.exception, ToolsMissingError)


def test_tests_the_source_when_told_to(monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[Path] = []
    monkeypatch.setattr(command, "run_checks", checked.append)

    assert run("--test").exit_code == 0
    assert checked == [WIDGET]
