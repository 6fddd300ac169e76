"""`cryobot check`: holds guidance, domain, data and tests against each other."""

from datetime import date
from pathlib import Path

import typer

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.consistency.project import Project
from cryobot.consistency.registry import CHECKS, run

FILES = Files()


def check() -> None:
    """Check that guidance, domain, data and tests agree; exits with 1 and every reason if they do not."""
    project = Project(FILES)
    # The date of the machine: a review is due on a day, not at a moment.
    findings = run(project, date.today())
    for warning in findings.warnings:
        typer.echo(f"Warning: {_line(warning)}")
    for problem in findings.problems:
        typer.echo(_line(problem))
    if findings.problems:
        count = len(findings.problems)
        typer.secho(f"{count} problem{'s' if count > 1 else ''} to mend.", fg=typer.colors.RED)
        raise typer.Exit(1)
    typer.echo(
        f"{len(project.answers)} approved answers, {len(project.domain.intents)} intents, "
        f"{len(project.examples)} training examples and {len(project.questions)} held-out questions agree "
        f"({len(CHECKS)} checks)."
    )


def _line(problem: Problem) -> str:
    return f"{_short(problem.file)}: {problem.reason}\n    {problem.remedy}"


def _short(file: Path) -> str:
    return str(file.relative_to(FILES.root)) if file.is_relative_to(FILES.root) else str(file)
