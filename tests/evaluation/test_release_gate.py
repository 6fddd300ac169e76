"""The release gate: every figure on the held-out questions, against data/settings/release_gate.yml."""

import pytest

from cryobot.cli.evaluate import QUESTIONS
from cryobot.evaluation import subject
from cryobot.evaluation.asking import exchange, plan
from cryobot.evaluation.gate import load_gate
from cryobot.evaluation.questions import load_questions
from cryobot.evaluation.run import Evaluation, evaluate
from cryobot.evaluation.scoring import FigureName
from cryobot.guidance.installed import installed_library
from cryobot.training.train import is_up_to_date, train


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    """Ask the trained assistant every held-out question once, and the escalating ones with typos."""
    if not is_up_to_date():
        train(print)
    library = installed_library()
    questions = load_questions(QUESTIONS, library.answers)
    with subject.installed_assistant() as ask:
        exchanges = exchange(plan(questions), ask)
    return evaluate(exchanges, load_gate(), library.shown_texts, list(library.answers))


@pytest.mark.parametrize("name", list(FigureName))
def test_figure_reaches_its_gate(evaluation: Evaluation, name: FigureName) -> None:
    figure = evaluation.figures[name]
    gravest = [f"{m.question}: {m.text}" for m in evaluation.mistakes[:10]]
    assert figure.passed, f"{name}: {figure.measure.value} is below {figure.threshold.gate}; gravest: {gravest}"


def test_set_is_large_enough(evaluation: Evaluation) -> None:
    assert evaluation.questions >= 1000
