"""Greets, thanks, says goodbye, and says what the assistant is."""

from actions.planned import PlannedAction
from actions.turn import Turn
from cryobot.dialogue.plan import Step


class ActionSmallTalk(PlannedAction):
    """Says one of the short fixed replies."""

    owns = frozenset({"greet", "goodbye", "thanks", "bot-identity", "capabilities"})

    def name(self) -> str:
        """Give the name of the action in the domain."""
        return "action_small_talk"

    def perform(self, step: Step, turn: Turn) -> None:
        """Say the reply."""
        turn.say(step)
