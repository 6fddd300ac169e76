"""Which answer is given in place of which."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cryobot.evaluation.asking import Exchange
from cryobot.evaluation.measures import plain

NO_REPLY = "(no reply)"


@dataclass(frozen=True)
class Confusion:
    """How often `got` came first where `expected` should have."""

    expected: str
    got: str
    count: int


@dataclass(frozen=True)
class ConfusionMatrix:
    """Counts by expected answer (rows) and first reply (columns), both in the order of `answers`."""

    answers: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    def largest(self, most: int | None = None) -> list[Confusion]:
        """List the mistaken pairs, the most frequent first, at most `most` of them."""
        pairs = [
            Confusion(expected, got, count)
            for expected, row in zip(self.answers, self.counts, strict=True)
            for got, count in zip(self.answers, row, strict=True)
            if count and expected != got
        ]
        return sorted(pairs, key=lambda pair: (-pair.count, pair.expected, pair.got))[:most]


def confusion_matrix(exchanges: Iterable[Exchange], order: Iterable[str]) -> ConfusionMatrix:
    """Count first replies against the most urgent label of each question; only answers that occur are kept.

    An answer that is as good as the label counts as the label. Answers stand in the order of `order`.
    """
    counts = Counter((e.message.question.answers[0], _first(e)) for e in plain(exchanges))
    seen = {answer for pair in counts for answer in pair}
    known = [answer for answer in order if answer in seen]
    answers = (*known, *sorted(seen.difference(known)))
    return ConfusionMatrix(answers, tuple(tuple(counts[row, column] for column in answers) for row in answers))


def _first(exchange: Exchange) -> str:
    if not exchange.replies:
        return NO_REPLY
    question, first = exchange.message.question, exchange.replies[0].guidance_id
    return question.answers[0] if len(question.answers) == 1 and first in question.accepted else first
