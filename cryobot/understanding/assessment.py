"""What was understood of one message. Travels from the NLU pipeline to the actions inside Rasa's parse data."""

from dataclasses import asdict, dataclass
from typing import Any

KEY = "assessment"


@dataclass(frozen=True)
class Part:
    """One question of the message: the id of its answer, and how sure that is (0 to 1)."""

    id: str
    confidence: float


@dataclass(frozen=True)
class FollowUp:
    """How a message leans on the conversation (an intent of `labels.FOLLOW_UPS`), and how likely it does (0 to 1)."""

    kind: str
    confidence: float


@dataclass(frozen=True)
class Assessment:
    """Everything that was understood.

    Attributes:
        parts: the questions, most urgent first; at least one.
        follow_up: how the message would lean on the conversation, and how likely it does; None for a button.
        nearest: ids of the nearest topics, best first, to offer when nothing was understood.
    """

    parts: tuple[Part, ...]
    follow_up: FollowUp | None = None
    nearest: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain JSON values."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "Assessment":
        """Read what `as_dict` gave, also after a trip through JSON."""
        follow_up = values.get("follow_up")
        return cls(
            parts=tuple(Part(**part) for part in values["parts"]),
            follow_up=FollowUp(**follow_up) if follow_up else None,
            nearest=tuple(values.get("nearest", ())),
        )
