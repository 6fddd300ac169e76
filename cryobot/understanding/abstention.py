"""From the probabilities of one text to the answer it gets, or to an honest abstention."""

from cryobot.understanding.assessment import Part
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.labels import (
    ABOUT_A_MARK,
    ABSTENTIONS,
    ASK_A_DOCTOR,
    BACKGROUND,
    EMERGENCY,
    OUTSIDE,
    SKIN_MARKS,
    UNCLEAR,
)
from cryobot.understanding.thresholds import Thresholds


def decide(evidence: Evidence, article: frozenset[str], thresholds: Thresholds) -> Part:
    """Choose the answer of one text.

    An answer of the article needs confidence, a lead over the runner-up and likeness to something known. Where one
    of these is missing, the likeliest abstention is given: when in doubt, the guidance does not cover it. So it is if
    the text may well be outside the guidance, unless it is about a mark.

    Args:
        evidence: what the classifiers make of the text.
        article: the ids whose texts rest on the article.
        thresholds: when that is sure enough.
    """
    topics = evidence.topics()
    ranked = sorted(topics.items(), key=lambda item: item[1], reverse=True)
    (best, confidence), (_, runner_up) = ranked[0], ranked[1]
    outside = max(OUTSIDE, key=lambda intent: topics.get(intent, 0.0))
    if is_gibberish(evidence, thresholds):
        return Part(UNCLEAR, 1.0)
    # Unsure between escalating and not: escalate.
    if best not in {EMERGENCY, SKIN_MARKS}:
        if confidence < thresholds.understood:
            best = UNCLEAR
        elif topics.get(ASK_A_DOCTOR, 0.0) >= thresholds.own_condition and best in article:
            best = ASK_A_DOCTOR
        elif topics.get(outside, 0.0) >= thresholds.outside and best in article - ABOUT_A_MARK:
            best = outside
        elif best in article and not _is_sure(confidence, confidence - runner_up, evidence.familiarity, thresholds):
            best = max(ABSTENTIONS, key=lambda intent: topics.get(intent, 0.0))
        elif best == BACKGROUND:
            best = UNCLEAR
    return Part(best, evidence.intents.get(best, 0.0))


def is_gibberish(evidence: Evidence, thresholds: Thresholds) -> bool:
    """Tell whether a text has no word that is known, and is like nothing that was trained on."""
    return evidence.known_words == 0.0 and evidence.familiarity < thresholds.gibberish


def _is_sure(confidence: float, lead: float, familiarity: float, thresholds: Thresholds) -> bool:
    return confidence >= thresholds.article and lead >= thresholds.margin and familiarity >= thresholds.familiar
