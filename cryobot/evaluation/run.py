"""One evaluation: what the replies to all questions amount to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cryobot.evaluation.agreement import Agreement, agreement
from cryobot.evaluation.asking import Exchange
from cryobot.evaluation.breakdown import AnswerAccuracy, by_answer, by_kind
from cryobot.evaluation.confusion import ConfusionMatrix, confusion_matrix
from cryobot.evaluation.gate import Figure, ReleaseGate
from cryobot.evaluation.measures import Measure, figures, plain, stricter
from cryobot.evaluation.mistakes import Mistake, mistakes
from cryobot.evaluation.scoring import FigureName


@dataclass(frozen=True)
class Evaluation:
    """Everything that is reported on one set of questions."""

    questions: int
    figures: dict[FigureName, Figure]
    stricter: dict[str, Measure]
    agreement: Agreement
    kinds: dict[str, Measure]
    answers: dict[str, AnswerAccuracy]
    confusion: ConfusionMatrix
    mistakes: list[Mistake]

    @property
    def passed(self) -> bool:
        """Whether every gate is reached."""
        return all(figure.passed for figure in self.figures.values())


def evaluate(
    exchanges: Sequence[Exchange], gate: ReleaseGate, approved: Collection[tuple[str, str]], order: Sequence[str]
) -> Evaluation:
    """Score the exchanges and hold them against the gate.

    `approved` holds each pair of answer id and text that may be shown; `order` is the order of answers in the matrix.
    """
    questions = [exchange.message.question for exchange in plain(exchanges)]
    measured = figures(exchanges, approved)
    return Evaluation(
        questions=len(questions),
        figures={name: Figure(measured[name], gate.figures[name]) for name in FigureName},
        stricter=stricter(exchanges),
        agreement=agreement(questions),
        kinds=by_kind(exchanges),
        answers=by_answer(exchanges),
        confusion=confusion_matrix(exchanges, order),
        mistakes=mistakes(exchanges, approved),
    )
