"""Plans the reply to one message: which answers, in which order and wording, with which buttons."""

from dataclasses import dataclass

from cryobot.dialogue.context import Context
from cryobot.dialogue.follow_ups import Meaning, resolve
from cryobot.guidance.answer import Basis, Escalation
from cryobot.guidance.library import Library
from cryobot.understanding.assessment import Assessment
from cryobot.understanding.labels import (
    ALL_CLEAR,
    ASK_A_DOCTOR,
    EMERGENCY,
    OUT_OF_SCOPE,
    PLAYS_DOWN,
    SKIN_MARKS,
    TALK_TO_STAFF,
    UNCLEAR,
)
from cryobot.understanding.thresholds import Thresholds

FIRST_TIME = "default"
SECOND_TIME = "again"

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


def plan(
    assessment: Assessment,
    context: Context,
    table: dict[str, tuple[Meaning, ...]],
    library: Library,
    thresholds: Thresholds,
) -> Plan:
    """Plan the reply.

    Args:
        assessment: what was understood of the message.
        context: the conversation so far.
        table: what follow-ups mean.
        library: the approved answers.
        thresholds: when a message leans on the conversation.
    """
    kind = _follow_up(assessment, context, library, thresholds)
    answers = tuple(part.id for part in assessment.parts)
    if kind:
        first = assessment.parts[0]
        # By itself, what leans on something may say next to nothing.
        enough = max(thresholds.understood, _leaning(assessment) if context.last_answers else 0.0)
        understood = first.confidence >= enough or library.get(first.id).escalation in _REPEATED
        answers = resolve(kind, context, table, library, alone=answers if understood else (UNCLEAR,))
    if TALK_TO_STAFF in answers and EMERGENCY in context.last_answers:
        # Nobody in danger should wait for staff.
        answers = (EMERGENCY, *answers)
    answers = _unique(answers)
    steps = tuple(_step(answer, assessment, context, library) for answer in answers)
    return Plan(steps, _next_context(answers, context, library))


def _follow_up(assessment: Assessment, context: Context, library: Library, thresholds: Thresholds) -> str | None:
    first, follow_up = assessment.parts[0], assessment.follow_up
    leaning = _leaning(assessment)
    if library.get(first.id).escalation in _REPEATED and first.confidence >= leaning:
        return None
    leans_more_than_it_says = bool(context.last_answers) and leaning > first.confidence
    if follow_up and (leaning >= thresholds.follow_up or leans_more_than_it_says):
        return follow_up.kind
    # After an escalation, what is not clearly about something else plays it down.
    unsure = first.id == UNCLEAR or first.confidence < thresholds.elsewhere_after_escalation
    leans_back = leaning >= thresholds.follow_up_after_escalation
    if first.id != TALK_TO_STAFF and context.escalation in _REPEATED and (unsure or leans_back):
        return PLAYS_DOWN
    just_escalated = {library.get(answer).escalation for answer in context.last_answers}
    if just_escalated & set(_REPEATED) and first.id in ALL_CLEAR:
        return PLAYS_DOWN
    # In danger, a doctor some time later is not enough.
    if Escalation.EMERGENCY in just_escalated and first.id == ASK_A_DOCTOR:
        return PLAYS_DOWN
    # What is said about one's own condition must not end in an answer for everybody.
    doubtful = first.confidence < thresholds.elsewhere_after_doctor and first.id in {
        OUT_OF_SCOPE,
        *library.ids(Basis.ARTICLE),
    }
    if Escalation.DOCTOR in just_escalated and (first.id == UNCLEAR or doubtful or (unsure and leans_back)):
        return PLAYS_DOWN
    return None


def _leaning(assessment: Assessment) -> float:
    return assessment.follow_up.confidence if assessment.follow_up else 0.0


def _step(answer: str, assessment: Assessment, context: Context, library: Library) -> Step:
    related = library.get(answer).follow_ups
    if answer != UNCLEAR:
        return Step(answer, buttons=related)
    if context.unclear_count:
        return Step(answer, SECOND_TIME, related)
    return Step(answer, FIRST_TIME, _unique((*assessment.nearest, *related)))


def _next_context(answers: tuple[str, ...], context: Context, library: Library) -> Context:
    led_to = {library.get(answer).escalation for answer in answers}
    urgent = next((escalation for escalation in _REPEATED if escalation in led_to), context.escalation)
    return Context(
        last_answers=answers,
        escalation=urgent,
        unclear_count=context.unclear_count + 1 if answers == (UNCLEAR,) else 0,
    )


def _unique(answers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answers))
