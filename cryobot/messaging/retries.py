"""What happens to a message after a request to the platform: sent, tried again at a time, or given up."""

from dataclasses import dataclass
from enum import StrEnum

from cryobot.guidance.answer import Escalation
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import URGENT
from cryobot.messaging.pace import Pace

# A pause is at least this share of its full length, so that not all persons are tried at the same moment.
LEAST_SHARE = 0.75


class PartState(StrEnum):
    """What became of a message that goes out."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    BLOCKED = "blocked"


@dataclass(frozen=True)
class Tried:
    """A message that was tried just now.

    Attributes:
        escalation: of the reply it belongs to.
        attempts: how often it was tried, this time included.
        since: when it was written, in seconds since 1970.
    """

    escalation: Escalation
    attempts: int
    since: float


@dataclass(frozen=True)
class Decision:
    """What becomes of a message.

    Attributes:
        state: WAITING if it is tried again.
        next_at: when, in seconds since 1970.
        holds: whether the later messages of the person wait for it.
        reason: why it was not delivered.
    """

    state: PartState
    next_at: float = 0.0
    holds: bool = True
    reason: str = ""


def decide(outcome: Outcome, tried: Tried, now: float, pace: Pace, jitter: float) -> Decision:
    """Give what becomes of a message.

    Args:
        outcome: of the request.
        tried: the message.
        now: in seconds since 1970.
        pace: of the pipeline.
        jitter: from 0 to 1, by chance.
    """
    urgent, age = tried.escalation in URGENT, now - tried.since
    match outcome:
        case Delivered():
            return Decision(PartState.SENT)
        case Blocked(reason):
            return Decision(PartState.BLOCKED, reason=reason)
        case Rejected(reason):
            if not urgent or age >= pace.urgent_patience:
                return Decision(PartState.FAILED, reason=reason)
            return Decision(PartState.WAITING, now + _share(pace.aside_pause, jitter), False, reason)
        case RetryLater(reason, seconds):
            patience = pace.urgent_patience if urgent else pace.patience
            if age >= patience:
                return Decision(PartState.FAILED, reason=reason)
            # What the platform asks for is kept to, for a day; otherwise the last try is made when the time is over.
            own = min(now + pause(tried.attempts, pace, jitter), tried.since + patience)
            next_at = own if seconds is None else now + min(seconds, pace.urgent_patience)
            return Decision(PartState.WAITING, next_at, age < pace.patience, reason)


def decide_late(outcome: Outcome, tried: Tried, now: float, pace: Pace, jitter: float) -> Decision:
    """Give what becomes of a message of which the platform reports something after it had taken it.

    The pauses grow longer than those of `decide`: each of these tries is taken, and may be paid for. The later messages
    of the person, which may have gone out by now, do not wait. The arguments are those of `decide`.
    """
    match outcome:
        case Delivered():
            return Decision(PartState.SENT)
        case Blocked(reason):
            return Decision(PartState.BLOCKED, reason=reason)
        case RetryLater(reason) if tried.escalation in URGENT and now - tried.since < pace.urgent_patience:
            own = now + _share(_doubled(tried.attempts, pace.first_pause, pace.aside_pause), jitter)
            return Decision(PartState.WAITING, min(own, tried.since + pace.urgent_patience), False, reason)
    return Decision(PartState.FAILED, reason=outcome.reason)


def pause(attempts: int, pace: Pace, jitter: float) -> float:
    """Give the seconds until the next try after so many (1 or more) that failed; `jitter` is from 0 to 1."""
    return _share(_doubled(attempts, pace.first_pause, pace.longest_pause), jitter)


def _doubled(attempts: int, first: float, longest: float) -> float:
    # No float is large enough for the power of a number of days without success.
    return min(first * 2.0 ** min(attempts - 1, 30), longest)


def _share(seconds: float, jitter: float) -> float:
    return seconds * (LEAST_SHARE + (1 - LEAST_SHARE) * jitter)
