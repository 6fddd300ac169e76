"""Answers from the article."""

from actions.planned import PlannedAction
from actions.turn import Turn
from cryobot.dialogue.plan import Step


class ActionAnswer(PlannedAction):
    """Says an answer that rests on the article and escalates nothing."""

    owns = frozenset(
        {
            "side-effects-overview",
            "side-effects-possible",
            "scarring-risk",
            "rare-side-effects",
            "equipment-safety",
            "skin-check",
            "overall-safety",
            "burns-and-temperature",
            "after-session",
            "uses",
            "about-provider",
        }
    )

    def name(self) -> str:
        """Give the name of the action in the domain."""
        return "action_answer"

    def perform(self, step: Step, turn: Turn) -> None:
        """Say the answer."""
        turn.say(step)
