"""Reads a message that came in, and says what is wrong with it if it cannot be used."""

from dataclasses import dataclass

from cryobot.channels.cleaning import clean, storable
from cryobot.errors import CryobotError

# The sender of the test question that readiness depends on. No visitor can use it.
HEALTH_SENDER = "cryobot-health-check"

# What tells the actions that a person has taken over. Only the guard sets it.
HELD = "held"

BAD_REQUEST = 400
TOO_LARGE = 413


class InvalidMessage(CryobotError):  # noqa: N818  # part of the interface
    """A message that cannot be used; `status` is the HTTP status that says so."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True)
class Limits:
    """What a message may be: its longest text and sender in characters, and the payloads that are let through."""

    message_characters: int
    payloads: frozenset[str]
    sender_characters: int = 200


@dataclass(frozen=True)
class IncomingMessage:
    """A message that may reach the dialogue engine: `text` is cleaned, `question` is what was written."""

    sender: str
    text: str
    question: str


def read_message(sender: object, message: object, limits: Limits) -> IncomingMessage:
    """Check and clean one message. A text that is exactly the payload of a button is passed on as it is.

    Raises:
        InvalidMessage: the sender or the message is missing, empty, not text or too long.
    """
    return IncomingMessage(_read_sender(sender, limits), *_read_text(message, limits))


def _read_sender(sender: object, limits: Limits) -> str:
    if sender is None:
        raise InvalidMessage(BAD_REQUEST, "The sender is missing. Send an id of the conversation as 'sender'.")
    if not isinstance(sender, str):
        raise InvalidMessage(BAD_REQUEST, "The sender must be a text. Send an id of the conversation as 'sender'.")
    if not sender.strip():
        raise InvalidMessage(BAD_REQUEST, "The sender is empty. Send an id of the conversation as 'sender'.")
    if len(sender) > limits.sender_characters:
        raise InvalidMessage(
            BAD_REQUEST, f"The sender is too long. Send an id of at most {limits.sender_characters} characters."
        )
    if not sender.isprintable():
        raise InvalidMessage(BAD_REQUEST, "The sender has characters that cannot be printed. Send a plain id.")
    if sender == HEALTH_SENDER:
        raise InvalidMessage(BAD_REQUEST, f"The sender '{HEALTH_SENDER}' is reserved. Send another id.")
    return sender


def _read_text(message: object, limits: Limits) -> tuple[str, str]:
    if message is None:
        raise InvalidMessage(BAD_REQUEST, "The message is missing. Send the question as 'message'.")
    if not isinstance(message, str):
        raise InvalidMessage(BAD_REQUEST, "The message must be a text. Send the question as 'message'.")
    if message in limits.payloads:
        return message, message
    _check_length(message, limits)
    text = clean(message)
    # Some characters become many in the compatibility form.
    _check_length(text, limits)
    if not text:
        raise InvalidMessage(BAD_REQUEST, "The message is empty. Send the question as 'message'.")
    return text, storable(message)


def _check_length(text: str, limits: Limits) -> None:
    if len(text) > limits.message_characters:
        raise InvalidMessage(
            TOO_LARGE, f"The message is too long. Send at most {limits.message_characters} characters."
        )
