"""Answers what leans on the conversation: `are you sure?`, `how do I treat it?`, `it is only small`."""

from actions.planned import PlannedAction
from actions.turn import Turn
from cryobot.dialogue.plan import Step


class ActionFollowUp(PlannedAction):
    """Owns no answer of its own: the plan finds out from the conversation which answers are meant."""

    def name(self) -> str:
        """Give the name of the action in the domain."""
        return "action_follow_up"

    def perform(self, step: Step, turn: Turn) -> None:
        """Never asked for, since it owns no answer."""
        raise AssertionError(f"{step.answer} belongs to another action")
