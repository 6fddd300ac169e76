"""`cryobot evaluate`: asks the held-out questions and holds the replies against the release gate."""

import json
import sys
from contextlib import redirect_stdout
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from cryobot.evaluation import subject
from cryobot.evaluation.asking import TYPO_SEEDS, Exchange, Message, exchange, plan
from cryobot.evaluation.confusion import ConfusionMatrix
from cryobot.evaluation.gate import load_gate
from cryobot.evaluation.look_up_report import as_values as look_ups_as_values
from cryobot.evaluation.look_up_report import held_against, show_look_ups
from cryobot.evaluation.look_ups import evaluate_look_ups, load_look_ups
from cryobot.evaluation.questions import load_questions
from cryobot.evaluation.results import as_values
from cryobot.evaluation.run import evaluate as score
from cryobot.evaluation.tables import show
from cryobot.guidance.installed import installed_library
from cryobot.look_up.installed import installed_index
from cryobot.paths import EVALUATION

QUESTIONS = EVALUATION / "questions.jsonl"
LOOK_UPS = EVALUATION / "look_ups.jsonl"
RESULTS = EVALUATION / "results"
PIPE_WIDTH = 160


def evaluate(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")] = False,
    questions_file: Annotated[Path | None, typer.Option("--set", help="Questions, one JSON object a line.")] = None,
    look_ups: Annotated[bool, typer.Option("--look-ups", help="Measure the look-ups of staff instead.")] = False,
    worst: Annotated[int, typer.Option(min=0, help="How many of the gravest mistakes are printed.")] = 25,
    output: Annotated[Path, typer.Option(help="Folder for results.json and confusion.png.")] = RESULTS,
) -> None:
    """Ask the held-out questions and hold the replies against the release gate; exits with 1 if it is not reached.

    Raises:
        CryobotError: the questions, the gate or the model are missing or wrong; the message says what to do.
    """
    if look_ups:
        _evaluate_look_ups(questions_file or LOOK_UPS, as_json, worst)
        return
    questions_file = questions_file or QUESTIONS
    library = installed_library()
    gate = load_gate()
    questions = load_questions(questions_file, library.answers)
    evaluation = score(_replies(plan(questions)), gate, library.shown_texts, list(library.answers))

    asked = {"sha256": sha256(questions_file.read_bytes()).hexdigest(), "typo_seeds": TYPO_SEEDS}
    _keep(output, _as_json(asked | as_values(evaluation)), evaluation.confusion)
    if as_json:
        typer.echo(_as_json(asked | as_values(evaluation, worst)))
    else:
        show(evaluation, worst, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH))
    if not evaluation.passed:
        raise typer.Exit(1)


def _evaluate_look_ups(file: Path, as_json: bool, worst: int) -> None:
    library = installed_library()
    gate = load_gate()
    cases = load_look_ups(file, library.answers)
    evaluation = evaluate_look_ups(cases, installed_index().look_up)
    figures = held_against(evaluation, gate)
    if as_json:
        typer.echo(_as_json(look_ups_as_values(figures, evaluation, worst)))
    else:
        show_look_ups(figures, evaluation, worst, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH))
    if not all(figure.passed for figure in figures.values()):
        raise typer.Exit(1)


def _replies(messages: list[Message]) -> list[Exchange]:
    progress = Console(stderr=True)
    # Libraries that print while they load must not end up in the JSON.
    with redirect_stdout(sys.stderr), subject.installed_assistant() as ask:
        return exchange(track(messages, description="asking", console=progress), ask)


def _as_json(values: dict[str, Any]) -> str:
    return json.dumps(values, indent=2, ensure_ascii=False)


def _keep(folder: Path, results: str, confusion: ConfusionMatrix) -> None:
    # The drawing library takes a second to import, which `cryobot --help` must not.
    from cryobot.evaluation.picture import draw

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(results + "\n", encoding="utf-8")
    draw(confusion, folder / "confusion.png")
