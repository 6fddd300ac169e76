"""Prints an evaluation as tables in the terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cryobot.evaluation.measures import Measure
from cryobot.evaluation.run import Evaluation

CONFUSIONS = 15


def show(evaluation: Evaluation, worst: int, console: Console) -> None:
    """Print figures, agreement, accuracies, the largest confusions and the `worst` gravest mistakes to `console`."""
    console.print(_figures(evaluation))
    console.print(_agreement(evaluation))
    console.print(_kinds(evaluation))
    console.print(_answers(evaluation))
    console.print(_confusions(evaluation))
    if worst:
        console.print(_mistakes(evaluation, worst))
    console.print(_verdict(evaluation))


def _figures(evaluation: Evaluation) -> Table:
    table = _table(
        f"{evaluation.questions} questions", ("figure", "means"), ("value", "95 %", "count", "goal", "gate", "ok")
    )
    for name, figure in evaluation.figures.items():
        limits = (f"{figure.threshold.goal:.1%}", f"{figure.threshold.gate:.1%}")
        ok = Text("yes", style="green") if figure.passed else Text("NO", style="bold red")
        table.add_row(name.value, Text(figure.threshold.means), *_cells(figure.measure), *limits, ok)
    for stricter, measure in evaluation.stricter.items():
        table.add_row(stricter, "not part of the gate", *_cells(measure), style="dim")
    return table


def _agreement(evaluation: Evaluation) -> Text:
    found = evaluation.agreement
    if not found.questions:
        return Text("No question carries two independent labels.")
    kappa = "-" if found.kappa is None else f"{found.kappa:.3f}"
    return Text(
        f"Two independent labels of {found.questions} questions: {_percent(found.identical)} identical, "
        f"Cohen's kappa of the first answer {kappa}."
    )


def _kinds(evaluation: Evaluation) -> Table:
    table = _table("Right by kind of question", ("kind",), ("right", "95 %", "count"))
    for kind, measure in evaluation.kinds.items():
        table.add_row(Text(kind), *_cells(measure))
    return table


def _answers(evaluation: Evaluation) -> Table:
    numbers = ("got it", "95 %", "count", "asked for", "95 %", "count")
    table = _table(
        "By answer: questions labelled with it that got it; replies with it that were asked for", ("answer",), numbers
    )
    for answer, accuracy in evaluation.answers.items():
        table.add_row(Text(answer), *_cells(accuracy.got), *_cells(accuracy.asked_for))
    return table


def _confusions(evaluation: Evaluation) -> Table:
    table = _table("Largest confusions", ("expected", "got first"), ("times",))
    for confusion in evaluation.confusion.largest(CONFUSIONS):
        table.add_row(Text(confusion.expected), Text(confusion.got), str(confusion.count))
    return table


def _mistakes(evaluation: Evaluation, worst: int) -> Table:
    shown = evaluation.mistakes[:worst]
    table = _table(f"{len(shown)} of {len(evaluation.mistakes)} mistakes", ("mistake", "id", "text", "expected", "got"))
    for mistake in shown:
        words = mistake.gravity.words + (", misspelled" if mistake.misspelled else "")
        expected = " + ".join(mistake.expected) + "".join(f" or {answer}" for answer in mistake.also)
        cells = (words, mistake.question, mistake.text, expected, " + ".join(mistake.got) or "(no reply)")
        table.add_row(*map(Text, cells))
    return table


def _verdict(evaluation: Evaluation) -> Text:
    missed = [name.value for name, figure in evaluation.figures.items() if not figure.passed]
    if missed:
        return Text(f"The release gate is not reached: {', '.join(missed)}.", style="bold red")
    return Text("Every gate is reached.", style="green")


def _table(title: str, words: Iterable[str], numbers: Iterable[str] = ()) -> Table:
    table = Table(title=title, title_justify="left")
    for column in words:
        table.add_column(column, overflow="fold")
    for column in numbers:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _cells(measure: Measure) -> tuple[str, str, str]:
    interval = measure.interval
    between = f"{interval.low:.1%}-{interval.high:.1%}" if interval else "-"
    return _percent(measure.value), between, f"{measure.right}/{measure.n}"


def _percent(share: float | None) -> str:
    return "not measured" if share is None else f"{share:.1%}"
