"""Sends a person to the dermatologist or to the emergency number, and leaves a record of it."""

from dataclasses import replace

from actions.planned import PlannedAction
from actions.turn import Turn
from cryobot.dialogue.plan import Step
from cryobot.records.record import RecordKind

SKIN_MARKS = "skin-marks"
ATTACHMENT = "attachment"


class ActionEscalate(PlannedAction):
    """Says an answer that escalates."""

    owns = frozenset({"emergency", "skin-marks", "scar-care"})
    breaks_silence = True

    def name(self) -> str:
        """Give the name of the action in the domain."""
        return "action_escalate"

    def perform(self, step: Step, turn: Turn) -> None:
        """Record the escalation, then say it; it is said even when it cannot be recorded."""
        if step.answer == SKIN_MARKS and turn.attachment:
            step = replace(step, variant=ATTACHMENT)
        turn.record(RecordKind.ESCALATION, step)
        turn.say(step)
