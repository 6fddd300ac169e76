"""What Twilio's answers and reports mean: its error codes (https://www.twilio.com/docs/api/errors) and states."""

from http import HTTPStatus

from cryobot.messaging.json_values import number_at, text_at
from cryobot.messaging.outcomes import (
    Blocked,
    Delivered,
    Outcome,
    Rejected,
    RetryLater,
    by_status,
    reason_of,
    retry_after,
)
from cryobot.messaging.outgoing import Response

# 63033 is an older 63024.
NOBODY_THERE = frozenset({21211, 21610, 21614, 63003, 63014, 63015, 63024, 63033})
TOO_FAST = frozenset({20429, 30001, 63018, 63038})
# A wrong token, number or address, or an account without money, is mended by the operator; the others by Twilio.
MENDABLE = frozenset({20003, 20005, 21212, 21603, 21606, 21609, 30002, 63001, 63002, 63007, 63010, 63012, 63020, 63021})
# Outside of the 24 hours, or not as WhatsApp wants it.
HOPELESS = frozenset({21617, 63005, 63006, 63013, 63016, 63027, 63028, 63029, 63030, 63032})

ARRIVED_STATES = frozenset({"delivered", "read"})
FAILED_STATES = frozenset({"failed", "undelivered", "canceled"})
CLOSED_ACCOUNT = frozenset({"suspended", "closed"})
MESSAGE_SIDS = ("SM", "MM")


def outcome_of(response: Response) -> Outcome:
    """Give what an answer of the Messages API means."""
    answer = response.json()
    code, state = number_at(answer, "code") or number_at(answer, "error_code"), text_at(answer, "status")
    reason = _reason(str(response.status), code, text_at(answer, "message") or text_at(answer, "error_message"))
    if code in NOBODY_THERE:
        return Blocked(reason)
    if code in TOO_FAST or response.status == HTTPStatus.TOO_MANY_REQUESTS:
        return RetryLater(reason, retry_after(response), everyone=response.status == HTTPStatus.TOO_MANY_REQUESTS)
    if code in MENDABLE:
        return RetryLater(reason)
    found = by_status(response)
    if isinstance(found, Delivered):
        if state in FAILED_STATES:
            return Rejected(reason)
        if state in CLOSED_ACCOUNT:
            return RetryLater(f"the account is {state}")
        sid = text_at(answer, "sid")
        taken = Delivered(sid if sid.startswith(MESSAGE_SIDS) else "")
        return taken if sid else RetryLater("an answer that is not Twilio's")
    return RetryLater(reason, found.seconds) if isinstance(found, RetryLater) else Rejected(reason)


def reported(state: str, code: int | None) -> Outcome | None:
    """Give what a report means, by its state and error code; None if it says nothing of the end."""
    if state in ARRIVED_STATES:
        return Delivered()
    if state not in FAILED_STATES:
        return None
    reason = _reason(state, code)
    if code in NOBODY_THERE:
        return Blocked(reason)
    return Rejected(reason) if code in HOPELESS else RetryLater(reason)


def _reason(status: str, code: float | None, words: str = "") -> str:
    """Give a reason with the error code, by which it is found in Twilio's documentation."""
    return reason_of(f"{status} error {code:.0f}" if code else status, words)
