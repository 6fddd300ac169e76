"""Plans the reply to one message: which answers, in which order and wording, with which buttons."""

from dataclasses import dataclass

from cryobot.dialogue.context import Context
from cryobot.dialogue.follow_ups import Meaning, resolve
from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.understanding.assessment import Assessment
from cryobot.understanding.labels import EMERGENCY, PLAYS_DOWN, SKIN_MARKS, TALK_TO_STAFF, UNCLEAR

FIRST_TIME = "default"
SECOND_TIME = "again"

# After an escalation, a message that is not clearly about something else plays it down until the opposite is clear.
CLEARLY_ELSEWHERE = 0.6
SUSPICION = 0.2

_REPEATED = {Escalation.EMERGENCY: EMERGENCY, Escalation.DERMATOLOGIST: SKIN_MARKS}


@dataclass(frozen=True)
class Step:
    """One message of the reply: the answer, the variant of its text, and the ids offered as buttons."""

    answer: str
    variant: str = FIRST_TIME
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The reply, and the conversation as it is after it."""

    steps: tuple[Step, ...]
    context: Context


def plan(assessment: Assessment, context: Context, table: dict[str, tuple[Meaning, ...]], library: Library) -> Plan:
    """Plan the reply.

    Args:
        assessment: what was understood of the message.
        context: the conversation so far.
        table: what follow-ups mean.
        library: the approved answers.
    """
    answers = _unique(_answers(assessment, context, table, library))
    steps = tuple(_step(answer, assessment, context, library) for answer in answers)
    return Plan(steps, _next_context(answers, context, library))


def _answers(
    assessment: Assessment, context: Context, table: dict[str, tuple[Meaning, ...]], library: Library
) -> tuple[str, ...]:
    parts = tuple(part.id for part in assessment.parts)
    first, follow_up = assessment.parts[0], assessment.follow_up
    if library.get(first.id).escalation in _REPEATED:
        return parts
    if context.escalation in _REPEATED:
        leans_back = follow_up is not None and follow_up.confidence >= SUSPICION
        unsure = first.id == UNCLEAR or first.confidence < CLEARLY_ELSEWHERE
        if first.id != TALK_TO_STAFF and (leans_back or unsure):
            kind = follow_up.kind if follow_up and follow_up.confidence > first.confidence else PLAYS_DOWN
            return resolve(kind, context, table, library)
    if follow_up and follow_up.confidence > first.confidence:
        return resolve(follow_up.kind, context, table, library)
    return parts


def _step(answer: str, assessment: Assessment, context: Context, library: Library) -> Step:
    related = library.get(answer).follow_ups
    if answer != UNCLEAR:
        return Step(answer, buttons=related)
    if context.unclear_count:
        return Step(answer, SECOND_TIME, related)
    return Step(answer, FIRST_TIME, _unique((*assessment.nearest, *related)))


def _next_context(answers: tuple[str, ...], context: Context, library: Library) -> Context:
    led_to = {library.get(answer).escalation for answer in answers} | {context.escalation}
    urgent = next((escalation for escalation in _REPEATED if escalation in led_to), Escalation.NONE)
    return Context(
        last_answers=answers,
        escalation=urgent,
        unclear_count=context.unclear_count + 1 if answers == (UNCLEAR,) else 0,
    )


def _unique(answers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answers))
