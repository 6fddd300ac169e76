"""Hands a conversation over to staff, and says honestly what happens next."""

from dataclasses import replace

from actions.planned import PlannedAction
from actions.turn import Turn
from cryobot.dialogue.plan import Step
from cryobot.records.record import RecordKind

QUEUED = "default"
QUEUED_BEHIND = ("first", "one-before", "two-before", "many-before")
OUT_OF_HOURS = "out-of-hours"
UNAVAILABLE = "unavailable"


class ActionHandOver(PlannedAction):
    """Queues the request for staff."""

    owns = frozenset({"talk-to-staff"})

    def name(self) -> str:
        """Give the name of the action in the domain."""
        return "action_hand_over"

    def perform(self, step: Step, turn: Turn) -> None:
        """Queue the request; what is said is what really happened to it."""
        planned = replace(step, variant=_queued(turn) if turn.desk_is_open() else OUT_OF_HOURS)
        recorded = turn.record(RecordKind.HAND_OVER, planned)
        turn.say(planned if recorded else replace(step, variant=UNAVAILABLE))


def _queued(turn: Turn) -> str:
    # One action runs at a time, so nobody comes in between this and the record that puts the visitor into the queue.
    before = turn.people_before()
    return QUEUED if before is None else QUEUED_BEHIND[min(before, len(QUEUED_BEHIND) - 1)]
