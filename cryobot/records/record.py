"""What is kept of one exchange that staff may have to look at again."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from uuid import uuid4

from cryobot.guidance.answer import Escalation


class RecordKind(StrEnum):
    """Why an exchange is kept."""

    ESCALATION = "escalation"
    HAND_OVER = "hand-over"
    FEEDBACK = "feedback"
    UNANSWERED = "unanswered"
    HELPFUL = "helpful"
    NOT_HELPFUL = "not-helpful"


@dataclass(frozen=True)
class ShownText:
    """One approved text that the visitor was shown, with the hash of its wording."""

    guidance_id: str
    version: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """One exchange.

    Attributes:
        id: 32 hex digits.
        at: when it happened; must carry a time zone, and is kept in UTC.
        question: the visitor's message as it came, any characters.
        shown: the texts of the reply, in the order they were shown.

    Raises:
        ValueError: `at` carries no time zone.
    """

    id: str = field(default_factory=lambda: uuid4().hex)
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    kind: RecordKind
    escalation: Escalation
    sender_id: str
    channel: str
    question: str
    shown: tuple[ShownText, ...] = ()

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError("The time of a record must carry a time zone: use datetime.now(UTC).")
