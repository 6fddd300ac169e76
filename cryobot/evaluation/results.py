"""The evaluation as plain values, for results.json and `--json`."""

from dataclasses import asdict
from typing import Any

from cryobot.evaluation.breakdown import AnswerAccuracy
from cryobot.evaluation.gate import Figure
from cryobot.evaluation.measures import Measure
from cryobot.evaluation.mistakes import Mistake
from cryobot.evaluation.run import Evaluation


def as_values(evaluation: Evaluation, worst: int | None = None) -> dict[str, Any]:
    """Give the evaluation as one JSON object, with the `worst` gravest mistakes or all of them."""
    return {
        "passed": evaluation.passed,
        "questions": evaluation.questions,
        "figures": {name.value: _figure(figure) for name, figure in evaluation.figures.items()},
        "stricter": {name: _measure(measure) for name, measure in evaluation.stricter.items()},
        "agreement": asdict(evaluation.agreement),
        "kinds": {kind: _measure(measure) for kind, measure in evaluation.kinds.items()},
        "answers": {answer: _accuracy(accuracy) for answer, accuracy in evaluation.answers.items()},
        "confusions": [asdict(confusion) for confusion in evaluation.confusion.largest()],
        "mistakes": [_mistake(mistake) for mistake in evaluation.mistakes[:worst]],
        "mistakes_in_all": len(evaluation.mistakes),
    }


def _measure(measure: Measure) -> dict[str, Any]:
    interval = measure.interval
    return {
        "value": measure.value,
        "low": interval and interval.low,
        "high": interval and interval.high,
        "right": measure.right,
        "n": measure.n,
        "questions": measure.questions,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    held_against = {"goal": figure.threshold.goal, "gate": figure.threshold.gate, "passed": figure.passed}
    return _measure(figure.measure) | held_against


def _accuracy(accuracy: AnswerAccuracy) -> dict[str, Any]:
    return {"got": _measure(accuracy.got), "asked_for": _measure(accuracy.asked_for)}


def _mistake(mistake: Mistake) -> dict[str, Any]:
    return asdict(mistake) | {"gravity": mistake.gravity.words}
