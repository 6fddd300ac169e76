"""What an action gave back."""

from dataclasses import dataclass
from typing import Any

# Of an answer whose usual text is another variant: nobody else waits for staff.
USUAL = {"talk-to-staff": "first"}

ACTIONS = (
    "action_answer",
    "action_escalate",
    "action_abstain",
    "action_hand_over",
    "action_record_feedback",
    "action_small_talk",
    "action_follow_up",
)


@dataclass(frozen=True)
class Said:
    """What an action gave back: the messages it said and the slots it set."""

    messages: list[dict[str, Any]]
    slots: dict[str, Any]

    @property
    def ids(self) -> list[str]:
        return [message["metadata"]["guidance_id"] for message in self.messages]
