"""Says that the guidance does not answer a question, or that the message was not understood."""

from actions.planned import PlannedAction
from actions.turn import Turn
from cryobot.dialogue.plan import Step
from cryobot.records.record import RecordKind


class ActionAbstain(PlannedAction):
    """Abstains, and keeps the question so that missing guidance can be found."""

    owns = frozenset({"ask-a-doctor", "not-covered", "out-of-scope", "unclear", "service-unavailable"})

    def name(self) -> str:
        """Give the name of the action in the domain."""
        return "action_abstain"

    def perform(self, step: Step, turn: Turn) -> None:
        """Keep the question and say the abstention."""
        turn.record(RecordKind.UNANSWERED, step)
        turn.say(step)
