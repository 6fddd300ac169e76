"""Builds evidence and thresholds by hand."""

from collections.abc import Iterable, Mapping

from cryobot.understanding.evidence import Evidence
from cryobot.understanding.labels import FOLLOW_UPS
from cryobot.understanding.thresholds import RedFlagThresholds, load_thresholds

TOPICS = (
    "uses", "overall-safety", "scarring-risk", "skin-marks", "scar-care", "emergency", "ask-a-doctor", "not-covered",
    "out-of-scope", "unclear", "talk-to-staff", "greet", "thanks", "background",
)  # fmt: skip
ARTICLE = frozenset({"uses", "overall-safety", "scarring-risk", "skin-marks", "scar-care"})

RED_FLAG = RedFlagThresholds(intent=0.2, detector=0.7, with_words=0.05, segment=0.9, ruled_out=0.03)
# Values of their own, so that tuning the installed ones changes no test.
THRESHOLDS = load_thresholds().model_copy(
    update={
        "mark": RED_FLAG,
        "danger": RED_FLAG,
        "mark_beside_danger": 0.15,
        "article": 0.5,
        "margin": 0.1,
        "own_condition": 0.3,
        "outside": 0.3,
        "understood": 0.25,
        "part": 0.4,
        "part_backed": 0.1,
        "part_of_whole": 0.8,
        "follow_up": 0.5,
        "follow_up_after_escalation": 0.2,
        "elsewhere_after_escalation": 0.6,
        "familiar": 0.4,
        "gibberish": 0.95,
        "most_parts": 3,
        "nearest_topics": 2,
    }
)


def evidence(
    intents: Mapping[str, float],
    present: Iterable[str] = (),
    mark: float = 0.0,
    danger: float = 0.0,
    familiarity: float = 0.9,
    known_words: float = 1.0,
) -> Evidence:
    """Give evidence in which the topics that are not named share the rest of the probability.

    Args:
        intents: probabilities of the intents that are named.
        present: intents that are surely in the text by themselves; all others are as likely as in `intents`.
        mark: see Evidence.
        danger: see Evidence.
        familiarity: see Evidence.
        known_words: see Evidence.
    """
    others = [topic for topic in TOPICS if topic not in intents]
    rest = (1 - sum(intents.values())) / len(others)
    known = {**dict.fromkeys(FOLLOW_UPS, 0.0), **dict.fromkeys(others, rest), **intents}
    return Evidence("a text", known, {**known, **dict.fromkeys(present, 1.0)}, mark, danger, familiarity, known_words)
