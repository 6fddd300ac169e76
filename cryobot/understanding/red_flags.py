"""Decides whether a mark on the skin or a sign of danger is in a message, from all that looked for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cryobot.understanding.abstention import is_gibberish
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.labels import ABOUT_A_MARK, EMERGENCY
from cryobot.understanding.thresholds import RedFlagThresholds, Thresholds


@dataclass(frozen=True)
class RedFlags:
    """How sure it is that a mark on the skin, or a sign of danger, is in the message: 0 where none was found."""

    mark: float = 0.0
    danger: float = 0.0


@dataclass(frozen=True)
class FoundWords:
    """Whether a rule found the words of a mark, or of a sign of danger."""

    mark: bool = False
    danger: bool = False


def decide_red_flags(evidence: Sequence[Evidence], words: FoundWords, thresholds: Thresholds) -> RedFlags:
    """Decide both red flags.

    Args:
        evidence: of the whole message, then of each of its segments.
        words: what the rules found.
        thresholds: when that is sure enough; reaching one of them is enough.
    """
    if is_gibberish(evidence[0], thresholds):
        return RedFlags(float(words.mark), float(words.danger))
    marks = [(item.mark, _mass(item, ABOUT_A_MARK)) for item in evidence]
    dangers = [(item.danger, _mass(item, {EMERGENCY})) for item in evidence]
    mark = _confidence(marks, words.mark, thresholds.mark)
    danger = _confidence(dangers, words.danger, thresholds.danger)
    # A mark that was taken for danger is sent to the dermatologist all the same.
    if danger and not mark and max(marks[0]) >= thresholds.mark_beside_danger:
        mark = max(marks[0])
    return RedFlags(mark, danger)


def _confidence(scores: Sequence[tuple[float, float]], found_words: bool, limits: RedFlagThresholds) -> float:
    detector, intent = scores[0]
    # Of a long message, the whole says little about what stands in one sentence of it.
    nearest = max((segment for segment, _ in scores[1:]), default=0.0)
    if found_words and (detector >= limits.with_words or nearest >= limits.detector):
        return 1.0
    if any(min(score) >= limits.segment for score in scores[1:]):
        return 1.0
    if detector >= limits.detector and intent >= limits.ruled_out:
        return max(detector, intent)
    return intent if intent >= limits.intent else 0.0


def _mass(evidence: Evidence, intents: Iterable[str]) -> float:
    return sum(evidence.intents.get(intent, 0.0) for intent in intents)
