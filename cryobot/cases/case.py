"""What a case is made of."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum, StrEnum
from typing import Any, Self

from cryobot.guidance.answer import Escalation
from cryobot.records.plain_text import unescape

# Channels on which nothing can be brought to a visitor who does not ask.
ONE_WAY = frozenset({"rest", "terminal", "desk", "unknown"})


class CaseState(StrEnum):
    """Where a case stands."""

    WAITING = "waiting"
    TAKEN = "taken"
    CLOSED = "closed"


class Urgency(IntEnum):
    """Why a person is needed, most urgent first."""

    EMERGENCY = 0
    DERMATOLOGIST = 1
    PERSON = 2


class EventKind(StrEnum):
    """What can happen to a case."""

    OPENED = "opened"
    ESCALATED = "escalated"
    ASKED_FOR_PERSON = "asked-for-person"
    SEEN = "seen"
    TAKEN = "taken"
    SAID = "said"
    HANDED_BACK = "handed-back"
    TIMED_OUT = "timed-out"
    NOTE = "note"
    CLOSED = "closed"
    REMINDED = "reminded"
    LATE = "late"
    CONTACT = "contact"
    NOT_DELIVERED = "not-delivered"


@dataclass(frozen=True)
class Case:
    """One person who needs a person. Times are in UTC; accounts are given by their names.

    Attributes:
        id: 32 hex digits.
        urgency: the most urgent that happened in it.
        wants_person: whether the visitor asked for a person.
        waiting_since: since when the visitor waits for a person; if they did not ask, since it became this urgent.
        visitor_at: last word of the visitor.
        staff_at: last word of staff.
        late_at: when the visitor was told that nobody took it in time.
        contact: for a call back, left with the visitor's consent.
    """

    id: str
    sender_id: str
    channel: str
    state: CaseState
    urgency: Urgency
    wants_person: bool
    opened_at: datetime
    changed_at: datetime
    waiting_since: datetime
    seen_at: datetime | None
    seen_by: str | None
    taken_at: datetime | None
    taken_by: str | None
    closed_at: datetime | None
    closed_by: str | None
    visitor_at: datetime
    staff_at: datetime | None
    reminded_at: datetime | None
    late_at: datetime | None
    contact: str | None
    contact_at: datetime | None

    @property
    def can_reply(self) -> bool:
        """Whether what a person writes can be brought to the visitor."""
        return self.channel not in ONE_WAY

    @classmethod
    def from_row(cls, row: Any) -> Self:
        """Read a row of the table of cases."""
        values = {name: _in_utc(value) for name, value in row._mapping.items()}
        return cls(
            **values
            | {
                "sender_id": unescape(row.sender_id),
                "channel": unescape(row.channel),
                "state": CaseState(row.state),
                "urgency": Urgency(row.urgency),
                "contact": None if row.contact is None else unescape(row.contact),
            }
        )


@dataclass(frozen=True)
class CaseEvent:
    """One thing that happened to a case; `actor` is an account, or empty for the assistant and the visitor."""

    id: int
    case_id: str
    at: datetime
    actor: str
    kind: EventKind
    text: str

    @classmethod
    def from_row(cls, row: Any) -> Self:
        """Read a row of the table of events."""
        return cls(row.id, row.case_id, row.at.replace(tzinfo=UTC), row.actor, EventKind(row.kind), unescape(row.text))


@dataclass(frozen=True)
class DeskMessage:
    """What was written to a visitor from the desk.

    Attributes:
        author: what visitors read as the name of the person; empty: an approved notice.
        text: of the person; of a notice its approved text, with the placeholders filled.
        guidance_id: of a notice, with the variant and the version of its text; otherwise empty.
        is_undelivered: whether a messaging platform did not deliver it.
    """

    id: int
    case_id: str
    sender_id: str
    channel: str
    at: datetime
    author: str
    text: str
    guidance_id: str
    variant: str
    version: str
    is_undelivered: bool = False

    @property
    def is_notice(self) -> bool:
        """Whether it is an approved text and not the words of a person."""
        return not self.author


@dataclass(frozen=True)
class QueueNumbers:
    """How many cases are not closed: waiting, of those not looked at by anybody, and taken."""

    waiting: int
    unseen: int
    taken: int


class StandingState(StrEnum):
    """Who reads what a visitor writes."""

    ASSISTANT = "assistant"
    WAITING = "waiting"
    PERSON = "person"


@dataclass(frozen=True)
class Standing:
    """What a visitor is told of their case.

    Attributes:
        state: `waiting` only if they asked for a person.
        case_id: of the open case, whether they asked for a person or not.
    """

    state: StandingState
    case_id: str | None
    contact_left: bool


URGENCY_OF = {Escalation.EMERGENCY: Urgency.EMERGENCY, Escalation.DERMATOLOGIST: Urgency.DERMATOLOGIST}


def urgency_of(escalation: Escalation) -> Urgency:
    """Give how urgent a case is that was opened by a reply which sent the visitor to `escalation`."""
    return URGENCY_OF.get(escalation, Urgency.PERSON)


def _in_utc(value: Any) -> Any:
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) else value
