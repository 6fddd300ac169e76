"""The evaluation of look-ups, held against the release gate: as plain values and as tables."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from cryobot.errors import DataFileError
from cryobot.evaluation.gate import RELEASE_GATE, Figure, ReleaseGate
from cryobot.evaluation.look_ups import LookUpEvaluation, LookUpFigure

Figures = Mapping[LookUpFigure, Figure]


def held_against(evaluation: LookUpEvaluation, gate: ReleaseGate) -> dict[LookUpFigure, Figure]:
    """Put each figure next to its goal and its gate.

    Raises:
        DataFileError: the gate has none for a figure.
    """
    missing = [name.value for name in evaluation.figures if name not in gate.look_ups]
    if missing:
        raise DataFileError(RELEASE_GATE, f"look_ups: no goal and gate for {', '.join(missing)}")
    return {name: Figure(found, gate.look_ups[name]) for name, found in evaluation.figures.items()}


def as_values(figures: Figures, evaluation: LookUpEvaluation, worst: int | None = None) -> dict[str, Any]:
    """Give the figures and the first `worst` look-ups that were missed, in values that JSON has."""
    return {
        "passed": all(figure.passed for figure in figures.values()),
        "figures": {name.value: _values(figure) for name, figure in figures.items()},
        "missed": [asdict(missed) for missed in evaluation.missed[:worst]],
    }


def show_look_ups(figures: Figures, evaluation: LookUpEvaluation, worst: int, console: Console) -> None:
    """Print the figures, and the first `worst` look-ups that were missed."""
    table = Table(title="Look-ups of staff", title_justify="left")
    for column in ("figure", "means", "reached", "95 %", "right", "of", "goal", "gate", "passed"):
        table.add_column(column)
    for name, figure in figures.items():
        found = figure.measure
        reached = "-" if found.value is None else f"{found.value:.1%}"
        interval = f"{found.interval.low:.1%} to {found.interval.high:.1%}" if found.interval else "-"
        goal, gate = f"{figure.threshold.goal:.1%}", f"{figure.threshold.gate:.1%}"
        passed = "yes" if figure.passed else "NO"
        row = (name.value, figure.threshold.means, reached, interval, found.right, found.n, goal, gate, passed)
        table.add_row(*map(str, row))
    console.print(table)
    for missed in evaluation.missed[:worst]:
        console.print(f"{missed.words!r}: {', '.join(missed.answers)}; found {', '.join(missed.found)}", markup=False)


def _values(figure: Figure) -> dict[str, Any]:
    found = figure.measure
    return {
        "value": found.value,
        "low": found.interval and found.interval.low,
        "high": found.interval and found.interval.high,
        "right": found.right,
        "n": found.n,
        "goal": figure.threshold.goal,
        "gate": figure.threshold.gate,
        "passed": figure.passed,
    }
