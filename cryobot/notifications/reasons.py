"""What staff are told of, and over which ways."""

from enum import StrEnum

from cryobot.cases.case import Case, Urgency


class Way(StrEnum):
    """How staff are told."""

    MAIL = "mail"
    WEBHOOK = "webhook"


class Reason(StrEnum):
    """Why staff are told of a case; each once."""

    EMERGENCY = "emergency"
    MARK = "mark"
    PERSON = "person"
    REMINDER = "reminder"
    TEST = "test"


_BY_URGENCY = {Urgency.EMERGENCY: Reason.EMERGENCY, Urgency.DERMATOLOGIST: Reason.MARK}


def reasons_of(case: Case) -> list[Reason]:
    """Give all that staff are to be told of a case that nobody has looked at."""
    reasons = [_BY_URGENCY[case.urgency]] if case.urgency in _BY_URGENCY else []
    if case.wants_person:
        reasons.append(Reason.PERSON)
    if case.reminded_at is not None:
        reasons.append(Reason.REMINDER)
    return reasons
