"""How far the two people who labelled the questions agree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cryobot.evaluation.questions import Question


@dataclass(frozen=True)
class Agreement:
    """Agreement over the `questions` that carry both labels; the shares are None when nothing can be said.

    identical: share of questions where both chose the same answers, in whatever order.
    kappa: Cohen's kappa of the answer that each put first.
    """

    questions: int
    identical: float | None
    kappa: float | None


def agreement(questions: Iterable[Question]) -> Agreement:
    """Compare the two independent labels of each question that carries them."""
    pairs = [question.labels for question in questions if question.labels]
    if not pairs:
        return Agreement(0, None, None)
    identical = sum(set(one) == set(other) for one, other in pairs) / len(pairs)
    return Agreement(len(pairs), identical, cohens_kappa([(one[0], other[0]) for one, other in pairs]))


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Give Cohen's kappa of two raters' choices; None where chance alone would make them agree every time.

    Raises:
        ValueError: there are no pairs.
    """
    if not pairs:
        raise ValueError("kappa needs at least one pair of choices")
    n = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(first[choice] * second[choice] for choice in first)
    if by_chance == n * n:
        return None
    observed = sum(one == other for one, other in pairs) / n
    expected = by_chance / (n * n)
    return (observed - expected) / (1 - expected)
