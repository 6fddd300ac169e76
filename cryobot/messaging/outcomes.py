"""What became of a request to a platform."""

import re
from dataclasses import dataclass
from http import HTTPStatus

from cryobot.messaging.outgoing import Response

REASON_CHARACTERS = 80

# Error codes have at most six digits; telephone numbers and ids have more, the former perhaps in groups of up to four.
_GAP = r"[ ().-]{1,2}"
_PERSONAL_NUMBER = re.compile(
    rf"(?<=\+)\d+(?:{_GAP}\d+)*|\d{{7,}}|(?<!\d)(?=(?:\D{{0,2}}\d){{7}})\d{{1,4}}(?:{_GAP}\d{{1,4}}(?!\d))+"
)
_TOKEN = re.compile(r"(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{16,}")


@dataclass(frozen=True)
class Delivered:
    """The platform took it.

    Attributes:
        message_id: by which the platform reports later what became of it; empty if it never does.
    """

    message_id: str = ""


@dataclass(frozen=True)
class RetryLater:
    """It may work later.

    Attributes:
        reason: in words that name nobody.
        seconds: how long the platform asks to be left alone, if it says so.
        everyone: whether it asks so for all persons, and not only for this one.
    """

    reason: str
    seconds: float | None = None
    everyone: bool = False


@dataclass(frozen=True)
class Blocked:
    """The person does not want messages, or is gone."""

    reason: str


@dataclass(frozen=True)
class Rejected:
    """The platform will never take it as it is."""

    reason: str


Outcome = Delivered | RetryLater | Blocked | Rejected

# Mended by the operator (a wrong token, a wrong address) or by time, so that nothing is given up for them.
_MENDABLE = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND, HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.LOCKED})


def by_status(response: Response, words: str = "") -> Outcome:
    """Give what a status amounts to on most platforms; 403 and what the body says is for the platform to know.

    Args:
        response: of the platform.
        words: what the platform says of it, for the reason.
    """
    reason = reason_of(str(response.status), words)
    if HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES:
        return Delivered()
    if response.status == HTTPStatus.TOO_MANY_REQUESTS:
        return RetryLater(reason, retry_after(response))
    if response.status in _MENDABLE or not HTTPStatus.BAD_REQUEST <= response.status < 500:
        return RetryLater(reason, retry_after(response))
    return Rejected(reason)


def retry_after(response: Response) -> float | None:
    """Give the seconds of the header Retry-After, if it has any. A date, which no platform sends, is passed over."""
    try:
        seconds = float(response.headers.get("retry-after", ""))
    except ValueError:
        return None
    return seconds if 0 <= seconds < float("inf") else None


def reason_of(code: str, words: str) -> str:
    """Give a reason that can be kept and shown: a status or error code as it is, and what the platform says of it."""
    return f"{code} {plain_reason(words)}".strip()[:REASON_CHARACTERS]


def plain_reason(words: str) -> str:
    """Give words of a platform that can be kept and shown: short, without numbers of persons and without tokens."""
    bare = _PERSONAL_NUMBER.sub("...", _TOKEN.sub("...", " ".join(words.split())))
    return bare[:REASON_CHARACTERS].strip()
