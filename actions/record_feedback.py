"""Keeps a complaint about the last reply."""

from actions.planned import PlannedAction
from actions.turn import Turn
from cryobot.dialogue.plan import Step
from cryobot.records.record import RecordKind


class ActionRecordFeedback(PlannedAction):
    """Records that a reply was wrong or useless, and offers staff."""

    owns = frozenset({"feedback-negative"})

    def name(self) -> str:
        """Give the name of the action in the domain."""
        return "action_record_feedback"

    def perform(self, step: Step, turn: Turn) -> None:
        """Record the complaint and acknowledge it."""
        turn.record(RecordKind.FEEDBACK, step)
        turn.say(step)
