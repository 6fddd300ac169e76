"""From the evidence of a message and its segments to what it asks for, most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass

from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.understanding.abstention import decide
from cryobot.understanding.assessment import Assessment, FollowUp, Part
from cryobot.understanding.evidence import Evidence
from cryobot.understanding.labels import (
    ABOUT_A_MARK,
    BACKGROUND,
    EMERGENCY,
    FOLLOW_UPS,
    OUT_OF_SCOPE,
    POLITENESS,
    SKIN_MARKS,
    UNCLEAR,
)
from cryobot.understanding.thresholds import Thresholds

_URGENCY = list(Escalation)
# A question about the risk of marks is answered by what to do, once a mark is there.
_ANSWERED_BY_SKIN_MARKS = frozenset(
    {
        "scarring-risk",
        "rare-side-effects",
        "burns-and-temperature",
        "skin-check",
        "side-effects-possible",
        "side-effects-overview",
        "after-session",
        "overall-safety",
        OUT_OF_SCOPE,
        UNCLEAR,
    }
)


@dataclass(frozen=True)
class RedFlags:
    """Whether the detector found a mark on the skin, or a sign of danger, anywhere in the message."""

    mark: bool
    danger: bool


def assess(
    whole: Evidence,
    segments: Sequence[Evidence],
    flags: RedFlags,
    library: Library,
    article: frozenset[str],
    thresholds: Thresholds,
) -> Assessment:
    """Decide what a message asks for.

    Args:
        whole: evidence of the whole message.
        segments: evidence of each of its segments, in order; one of them is enough.
        flags: what the detector of red flags says; it overrides the intents.
        library: for the urgency of each answer.
        article: ids whose texts rest on the article.
        thresholds: when the classifiers are sure enough.
    """
    parts = _parts(whole, segments, article, thresholds)
    parts = _with_red_flags(parts, flags, single=len(parts) == 1)
    ordered = sorted(parts, key=lambda part: _URGENCY.index(library.get(part.id).escalation))
    return Assessment(
        parts=tuple(ordered[: thresholds.most_parts]),
        follow_up=_follow_up(whole, thresholds),
        nearest=_nearest(whole, library, article, thresholds.nearest_topics),
    )


def _parts(
    whole: Evidence, segments: Sequence[Evidence], article: frozenset[str], thresholds: Thresholds
) -> list[Part]:
    overall = decide(whole, article, thresholds)
    if len(segments) < 2:
        return [overall]
    found: dict[str, Part] = {}
    for segment in segments:
        topics = segment.topics()
        best, confidence = max(topics.items(), key=lambda item: item[1])
        if confidence < thresholds.part or best in POLITENESS or best in {BACKGROUND, UNCLEAR}:
            continue
        if max(segment.follow_ups().values()) > segment.intents[best]:
            continue
        part = decide(segment, article, thresholds)
        if part.id == best and (best not in found or found[best].confidence < part.confidence):
            found[best] = part
    if len(found) < 2:
        return [overall]
    if overall.confidence >= thresholds.whole:
        return [overall]
    return list(found.values())


def _with_red_flags(parts: list[Part], flags: RedFlags, single: bool) -> list[Part]:
    ids = {part.id for part in parts}
    if flags.mark and not ids & (ABOUT_A_MARK | {EMERGENCY}):
        parts = [part for part in parts if not (single and part.id in _ANSWERED_BY_SKIN_MARKS)]
        parts = [Part(SKIN_MARKS, 1.0), *parts]
    if flags.danger and EMERGENCY not in ids:
        parts = [part for part in parts if not single or part.id in ABOUT_A_MARK]
        parts = [Part(EMERGENCY, 1.0), *parts]
    return parts


def _follow_up(whole: Evidence, thresholds: Thresholds) -> FollowUp | None:
    kind, confidence = max(whole.follow_ups().items(), key=lambda item: item[1])
    total = sum(whole.intents.get(intent, 0.0) for intent in FOLLOW_UPS)
    return FollowUp(kind, total) if total >= thresholds.follow_up and confidence > 0 else None


def _nearest(whole: Evidence, library: Library, article: frozenset[str], count: int) -> tuple[str, ...]:
    topics = whole.topics()
    offered = [intent for intent in library.answers if intent in article]
    return tuple(sorted(offered, key=lambda intent: topics.get(intent, 0.0), reverse=True)[:count])
