from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from cryobot.cli import check as command
from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.consistency.project import Project
from cryobot.consistency.registry import Findings

APP = typer.Typer()
APP.command()(command.check)
FILES = Files()
DUE = Problem(FILES.answer("uses"), "the review was due on 2026-01-01", "Review it.")
WRONG = Problem(FILES.domain, "the intent 'prices' has no answer", "Add one.")
ELSEWHERE = Problem(Path("elsewhere/some.yml"), "it is wrong", "Mend it.")


def run(monkeypatch: pytest.MonkeyPatch, findings: Findings) -> tuple[int, list[str]]:
    def found(project: Project, today: date) -> Findings:
        assert (project.files, today) == (FILES, date.today())
        return findings

    monkeypatch.setattr(command, "run", found)
    result = CliRunner().invoke(APP, [])
    return result.exit_code, result.output.splitlines()


def test_all_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    code, lines = run(monkeypatch, Findings((), ()))

    assert code == 0
    assert len(lines) == 1
    assert lines[0].startswith("26 approved answers, 32 intents, ")


def test_a_warning_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    code, lines = run(monkeypatch, Findings((), (DUE,)))

    assert code == 0
    assert lines[:2] == [
        "Warning: data/guidance/answers/uses.yml: the review was due on 2026-01-01",
        "    Review it.",
    ]


def test_every_problem_is_printed_with_its_file_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    code, lines = run(monkeypatch, Findings((WRONG, ELSEWHERE), ()))

    assert code == 1
    assert lines == [
        "domain.yml: the intent 'prices' has no answer",
        "    Add one.",
        "elsewhere/some.yml: it is wrong",
        "    Mend it.",
        "2 problems to mend.",
    ]


def test_the_checks_are_really_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(command, "FILES", replace(FILES, root=tmp_path))

    result = CliRunner().invoke(APP, [])

    assert result.exit_code == 1
    assert "domain.yml: the file is missing." in result.output
    assert "data/guidance/answers: there are no answers in this folder" in result.output
