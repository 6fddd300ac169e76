"""Why a message was not answered, in words that hold nothing of what a visitor wrote."""

import traceback
from enum import StrEnum
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from cryobot.conversations.rows import ConversationStoreError
from cryobot.errors import StoreError


class Failure(StrEnum):
    """What kept the assistant from answering, as it may be shown to anybody."""

    NOT_READY = "no model is loaded"
    BUSY = "too many messages are waiting"
    BLOCKED = "an earlier message blocks the assistant"
    DEADLINE = "there was no answer within the deadline"
    STORE = "the conversation store does not answer"
    ACTION = "an action failed"
    SILENCE = "nothing was answered"
    UNAPPROVED = "the answer was not an approved text"
    ERROR = "the assistant failed"


def failure_of(error: BaseException) -> Failure:
    """Give the failure that an error amounts to."""
    if isinstance(error, TimeoutError):
        return Failure.DEADLINE
    if isinstance(error, ConversationStoreError | StoreError | SQLAlchemyError | OSError):
        return Failure.STORE
    return Failure.ERROR


def place_of(error: BaseException) -> str:
    """Give the type of an error and where it was raised, and the same of what caused it.

    The messages are left out: they may quote a visitor.
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    cause = f", caused by {place_of(error.__cause__)}" if error.__cause__ else ""
    return f"{type(error).__name__}{place}{cause}"
