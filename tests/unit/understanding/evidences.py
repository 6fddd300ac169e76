"""Builds evidence and thresholds by hand."""

from collections.abc import Mapping

from cryobot.understanding.evidence import Evidence
from cryobot.understanding.thresholds import RedFlagThresholds, Thresholds

INTENTS = (
    "uses", "overall-safety", "scarring-risk", "skin-marks", "scar-care", "emergency", "ask-a-doctor", "not-covered",
    "out-of-scope", "unclear", "talk-to-staff", "greet", "thanks", "background", "follow-up-plays-down",
    "follow-up-doubt", "follow-up-more", "follow-up-treat", "affirm", "deny",
)  # fmt: skip
ARTICLE = frozenset({"uses", "overall-safety", "scarring-risk", "skin-marks", "scar-care"})

RED_FLAG = RedFlagThresholds(intent=0.2, detector=0.7, with_words=0.05, segment=0.9)
THRESHOLDS = Thresholds(
    mark=RED_FLAG,
    danger=RED_FLAG,
    article=0.5,
    margin=0.1,
    own_condition=0.3,
    understood=0.25,
    part=0.55,
    whole=0.97,
    follow_up=0.5,
    familiar=0.4,
    most_parts=3,
    nearest_topics=2,
)


def evidence(
    intents: Mapping[str, float], mark: float = 0.0, danger: float = 0.0, familiarity: float = 0.9
) -> Evidence:
    """Give evidence in which the intents that are not named share the rest of the probability."""
    others = [intent for intent in INTENTS if intent not in intents]
    rest = (1 - sum(intents.values())) / len(others)
    return Evidence("a text", {**dict.fromkeys(others, rest), **intents}, mark, danger, familiarity)
