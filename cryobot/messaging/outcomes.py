"""What became of a request to a platform."""

import re
from dataclasses import dataclass
from http import HTTPStatus

from cryobot.messaging.outgoing import Response

REASON_CHARACTERS = 80

_LONG_NUMBER = re.compile(r"\d{4,}")


@dataclass(frozen=True)
class Delivered:
    """The platform took it."""


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
    reason = plain_reason(f"{response.status} {words}")
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


def plain_reason(words: str) -> str:
    """Give words of a platform that can be kept and shown: short, and without numbers that may be those of a person."""
    return _LONG_NUMBER.sub("...", " ".join(words.split()))[:REASON_CHARACTERS].strip()
