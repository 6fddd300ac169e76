"""What of the conversation so far matters for the next reply; kept in Rasa's slots."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryobot.guidance.answer import Escalation

LAST_ANSWERS = "last_answers"
ESCALATION = "escalation"
UNCLEAR_COUNT = "unclear_count"


@dataclass(frozen=True)
class Context:
    """The conversation so far.

    Attributes:
        last_answers: ids of the last reply, most urgent first.
        escalation: the dermatologist or the emergency number, once this conversation led there.
        unclear_count: how many messages in a row were not understood.
    """

    last_answers: tuple[str, ...] = ()
    escalation: Escalation = Escalation.NONE
    unclear_count: int = 0

    @classmethod
    def from_slots(cls, slots: Mapping[str, Any]) -> "Context":
        """Read the context from the slots of a tracker."""
        return cls(
            last_answers=tuple(slots.get(LAST_ANSWERS) or ()),
            escalation=Escalation(slots.get(ESCALATION) or Escalation.NONE),
            unclear_count=int(slots.get(UNCLEAR_COUNT) or 0),
        )

    def as_slots(self) -> dict[str, Any]:
        """Give the slots to set."""
        return {
            LAST_ANSWERS: list(self.last_answers),
            ESCALATION: self.escalation.value,
            UNCLEAR_COUNT: self.unclear_count,
        }
