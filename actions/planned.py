"""Base of all actions: plans the reply to the whole message and has each part said by the action that owns it."""

import logging
from abc import ABC, abstractmethod
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.turn import PAYLOAD_PREFIX, Turn
from cryobot.channels.failure import place_of
from cryobot.dialogue.context import Context
from cryobot.dialogue.follow_ups import load_follow_ups
from cryobot.dialogue.plan import Step, plan
from cryobot.guidance.installed import installed_library
from cryobot.understanding.assessment import KEY, Assessment, Part
from cryobot.understanding.labels import UNCLEAR
from cryobot.understanding.thresholds import load_thresholds

logger = logging.getLogger(__name__)

_FOLLOW_UPS = load_follow_ups()
_THRESHOLDS = load_thresholds()


class PlannedAction(Action, ABC):  # type: ignore[misc]  # Rasa ships no types
    """An action that owns some of the answers.

    Whichever of them the rules choose for the most urgent part of a message, `run` answers every part.
    """

    #: The ids of the answers that this action says.
    owns: ClassVar[frozenset[str]] = frozenset()

    #: Whether its answers are said, and recorded, also while a person has taken over the conversation.
    breaks_silence: ClassVar[bool] = False

    @abstractmethod
    def perform(self, step: Step, turn: Turn) -> None:
        """Say one step, and do what goes with it."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Answer the latest message of the visitor, or only what must not wait for the person who has taken over."""
        turn = Turn(dispatcher, tracker, installed_library())
        assessment = _pressing(_assessment(tracker)) if turn.is_held else _assessment(tracker)
        if not assessment.parts:
            return []
        reply = plan(assessment, Context.from_slots(tracker.slots), _FOLLOW_UPS, turn.library, _THRESHOLDS)
        for step in reply.steps:
            try:
                _owner(step.answer).perform(step, turn)
            # Whatever one part raises, the others are answered.
            except Exception as error:
                logger.error("The answer %s failed: %s.", step.answer, place_of(error))
                turn.failed = True
        if turn.failed:
            turn.admit_failure()
        return [SlotSet(name, value) for name, value in reply.context.as_slots().items()]


def _owner(answer: str) -> PlannedAction:
    owners: list[type[PlannedAction]] = [a for a in PlannedAction.__subclasses__() if answer in a.owns]
    return owners[0]()


def _pressing(assessment: Assessment) -> Assessment:
    """Leave what a message itself says of danger or marks; how it leans on the conversation is said to the person."""
    return Assessment(tuple(part for part in assessment.parts if _owner(part.id).breaks_silence))


def _assessment(tracker: Tracker) -> Assessment:
    latest = tracker.latest_message
    if latest.get(KEY):
        return Assessment.from_dict(latest[KEY])
    # A button was pressed: its payload names the answer, and the NLU had nothing to assess.
    pressed = str(latest.get("text") or "").removeprefix(PAYLOAD_PREFIX)
    return Assessment((Part(pressed if pressed in installed_library().answers else UNCLEAR, 1.0),))
