"""Turns verdicts on single replies into proportions with their intervals."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from cryobot.evaluation.asking import Exchange
from cryobot.evaluation.intervals import Interval, wilson
from cryobot.evaluation.scoring import RULES, STRICTER_RULES, TYPO_RULE, FigureName, Rule

Verdict = tuple[str, bool]


@dataclass(frozen=True)
class Measure:
    """How many of `n` verdicts on `questions` different questions are right."""

    right: int
    n: int
    questions: int

    @property
    def value(self) -> float | None:
        """The share that is right; None when there is nothing to measure."""
        return self.right / self.n if self.n else None

    @property
    def interval(self) -> Interval | None:
        """The 95 % Wilson interval of the share; None when there is nothing to measure.

        Several verdicts on one question are not independent, so its width follows from the number of questions.
        """
        return None if self.value is None else wilson(self.value, self.questions)


def measure(verdicts: Iterable[Verdict]) -> Measure:
    """Count verdicts, each given as question id and whether it is right."""
    verdicts = list(verdicts)
    return Measure(sum(right for _, right in verdicts), len(verdicts), len({question for question, _ in verdicts}))


def figures(exchanges: Collection[Exchange], approved: Collection[tuple[str, str]]) -> dict[FigureName, Measure]:
    """Measure every figure of the release gate; `approved` holds each pair of answer id and text that may be shown."""
    misspelled = [exchange for exchange in exchanges if exchange.message.seed is not None]
    found = {name: _by_rule(rule, plain(exchanges)) for name, rule in RULES.items()}
    found[FigureName.ESCALATED_WITH_TYPOS] = _by_rule(TYPO_RULE, misspelled)
    found[FigureName.APPROVED_TEXT] = measure(_approved_texts(exchanges, approved))
    return {name: found[name] for name in FigureName}


def stricter(exchanges: Collection[Exchange]) -> dict[str, Measure]:
    """Measure what the release gate leaves out: right answers with nothing besides them."""
    return {name: _by_rule(rule, plain(exchanges)) for name, rule in STRICTER_RULES.items()}


def plain(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Leave out the misspelled questions."""
    return [exchange for exchange in exchanges if exchange.message.seed is None]


def _by_rule(rule: Rule, exchanges: Iterable[Exchange]) -> Measure:
    judged = ((e.message.question, rule.judge(e.message.question, e.replies)) for e in exchanges)
    return measure((question.id, right) for question, right in judged if right is not None)


def _approved_texts(exchanges: Iterable[Exchange], approved: Collection[tuple[str, str]]) -> Iterable[Verdict]:
    for exchange in exchanges:
        if not exchange.replies:
            yield exchange.message.question.id, False
        for reply in exchange.replies:
            yield exchange.message.question.id, (reply.guidance_id, reply.text) in approved
