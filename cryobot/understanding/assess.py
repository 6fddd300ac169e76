"""From the evidence of a message and its segments to what it asks for, most urgent first."""

from collections.abc import Iterator, Sequence, Set

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
from cryobot.understanding.red_flags import RedFlags
from cryobot.understanding.thresholds import Thresholds

_URGENCY = list(Escalation)
_NOT_ASKED = POLITENESS | FOLLOW_UPS | {BACKGROUND, UNCLEAR}
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
    parts = _with_red_flags(parts, flags)
    ordered = sorted(parts, key=lambda part: _URGENCY.index(library.get(part.id).escalation))
    return Assessment(
        parts=tuple(ordered[: thresholds.most_parts]),
        follow_up=_follow_up(whole),
        nearest=_nearest(whole, library, article, thresholds.nearest_topics),
    )


def _parts(
    whole: Evidence, segments: Sequence[Evidence], article: frozenset[str], thresholds: Thresholds
) -> list[Part]:
    found = {part.id: part for part in _parts_of_segments(whole, segments, article, thresholds)}
    from_segments = found.keys() & ABOUT_A_MARK
    for intent, probability in whole.present.items():
        if probability >= thresholds.part_of_whole and intent not in _NOT_ASKED:
            found.setdefault(intent, Part(intent, probability))
    if found.keys() >= ABOUT_A_MARK and not from_segments >= ABOUT_A_MARK:
        # One question about one mark: what to do about it, or how to care for it.
        topics = whole.topics()
        del found[min(ABOUT_A_MARK, key=lambda intent: topics[intent])]
    if len(found) < 2:
        return [decide(whole, article, thresholds)]
    return list(found.values())


def _parts_of_segments(
    whole: Evidence, segments: Sequence[Evidence], article: frozenset[str], thresholds: Thresholds
) -> Iterator[Part]:
    for segment in segments:
        best, confidence = max(segment.topics().items(), key=lambda item: item[1])
        leans_back = max(segment.follow_ups().values()) > segment.intents[best]
        # Out of its message, a segment says too little: the message as a whole must know of the question, too.
        backed = whole.present.get(best, 0.0) >= thresholds.part_backed
        if best in _NOT_ASKED or leans_back or not backed or confidence < thresholds.part:
            continue
        part = decide(segment, article, thresholds)
        if part.id == best:
            yield part


def _with_red_flags(parts: list[Part], flags: RedFlags) -> list[Part]:
    # One question may be answered by the escalation as well; several all keep their answers.
    only = parts[0].id if len(parts) == 1 else None
    if flags.mark:
        replaced = only if only in _ANSWERED_BY_SKIN_MARKS else None
        parts = _with(parts, flags.mark, ABOUT_A_MARK, SKIN_MARKS, replaced)
    if flags.danger:
        replaced = only if only not in ABOUT_A_MARK else None
        parts = _with(parts, flags.danger, {EMERGENCY}, EMERGENCY, replaced)
    return parts


def _with(parts: list[Part], confidence: float, satisfied_by: Set[str], added: str, replaced: str | None) -> list[Part]:
    if {part.id for part in parts} & satisfied_by:
        return [Part(part.id, max(part.confidence, confidence)) if part.id in satisfied_by else part for part in parts]
    return [Part(added, confidence), *(part for part in parts if part.id != replaced)]


def _follow_up(whole: Evidence) -> FollowUp:
    kinds = whole.follow_ups()
    return FollowUp(max(kinds, key=lambda kind: kinds[kind]), sum(kinds.values()))


def _nearest(whole: Evidence, library: Library, article: frozenset[str], count: int) -> tuple[str, ...]:
    topics = whole.topics()
    offered = [intent for intent in library.answers if intent in article]
    return tuple(sorted(offered, key=lambda intent: topics.get(intent, 0.0), reverse=True)[:count])
