"""What a message means that leans on the conversation (data/settings/follow_ups.yml)."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, RootModel

from cryobot import data_files
from cryobot.dialogue.context import Context
from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.paths import SETTINGS
from cryobot.understanding.labels import TALK_TO_STAFF, UNCLEAR

AGAIN = "again"
RELATED = "related"
ALONE = "alone"


class Meaning(BaseModel):
    """One line of the table."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    after: Literal["emergency", "dermatologist", "doctor", "staff", "offered-staff", "any", "nothing"]
    answer: str


class FollowUpTable(RootModel[dict[str, tuple[Meaning, ...]]]):
    """The table, by kind of follow-up."""


def load_follow_ups(folder: Path = SETTINGS) -> dict[str, tuple[Meaning, ...]]:
    """Read the table.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(folder / "follow_ups.yml", FollowUpTable).root


def resolve(
    kind: str,
    context: Context,
    table: dict[str, tuple[Meaning, ...]],
    library: Library,
    alone: tuple[str, ...],
) -> tuple[str, ...]:
    """Give the ids of the answers that a follow-up asks for, at least one.

    Args:
        kind: the intent of the follow-up.
        context: the conversation so far.
        table: what follow-ups mean.
        library: the approved answers.
        alone: what the message would get if it did not lean on anything.
    """
    states = _states(context, library)
    answer = next((line.answer for line in table[kind] if line.after in states), UNCLEAR)
    if answer == ALONE:
        return alone
    if answer == AGAIN:
        return context.last_answers
    if answer == RELATED:
        return _related(context, library)
    return (answer,)


def _related(context: Context, library: Library) -> tuple[str, ...]:
    # Somebody who wants to hear more has no mark and is in no danger.
    related = library.get(context.last_answers[0]).follow_ups
    calm = [answer for answer in related if library.get(answer).escalation is Escalation.NONE]
    return tuple(calm[:1]) or context.last_answers


def _states(context: Context, library: Library) -> set[str]:
    if not context.last_answers:
        return {"nothing"} if context.escalation is Escalation.NONE else {context.escalation.value}
    last = [library.get(answer) for answer in context.last_answers]
    states = {"any", *(answer.escalation.value for answer in last), context.escalation.value}
    if any(TALK_TO_STAFF in answer.follow_ups for answer in last):
        states.add("offered-staff")
    return states
