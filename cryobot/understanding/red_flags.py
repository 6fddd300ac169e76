"""Decides whether a mark on the skin or a sign of danger is in a message, from all that looked for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cryobot.understanding.abstention import is_gibberish
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.labels import ABOUT_A_MARK, EMERGENCY
from cryobot.understanding.thresholds import RedFlagThresholds, Thresholds


@dataclass(frozen=True)
class RedFlags:
    """Whether a mark on the skin, or a sign of danger, is anywhere in the message."""

    mark: bool
    danger: bool


def decide_red_flags(evidence: Sequence[Evidence], words: RedFlags, thresholds: Thresholds) -> RedFlags:
    """Decide both red flags.

    Args:
        evidence: of the whole message, then of each of its segments.
        words: whether a rule found the words of the red flag.
        thresholds: when that is sure enough; reaching one of them is enough.
    """
    if is_gibberish(evidence[0], thresholds):
        return words
    return RedFlags(
        mark=_is_there([(item.mark, _mass(item, ABOUT_A_MARK)) for item in evidence], words.mark, thresholds.mark),
        danger=_is_there(
            [(item.danger, _mass(item, {EMERGENCY})) for item in evidence], words.danger, thresholds.danger
        ),
    )


def _is_there(scores: Sequence[tuple[float, float]], found_words: bool, limits: RedFlagThresholds) -> bool:
    detector, intent = scores[0]
    if intent >= limits.intent or (detector >= limits.detector and intent >= limits.ruled_out):
        return True
    if found_words and detector >= limits.with_words:
        return True
    return any(min(score) >= limits.segment for score in scores[1:])


def _mass(evidence: Evidence, intents: Iterable[str]) -> float:
    return sum(evidence.intents.get(intent, 0.0) for intent in intents)
