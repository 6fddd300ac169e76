"""What goes out: approved replies, the messages they become, and the requests that bring these to a platform."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from cryobot.guidance.answer import Escalation

URGENT = frozenset({Escalation.EMERGENCY, Escalation.DERMATOLOGIST})


@dataclass(frozen=True)
class Button:
    """A button: what stands on it, and what comes back when it is pressed."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """One approved text with its buttons, as the guard let it through."""

    text: str
    buttons: tuple[Button, ...] = ()
    escalation: Escalation = Escalation.NONE
    guidance_id: str = ""


@dataclass(frozen=True)
class Message:
    """One message that keeps the limits of its platform.

    Attributes:
        text: never empty.
        buttons: to be shown as the platform's own.
        style: which kind of button of the platform (its `ButtonStyle.name`); empty without buttons.
        escalation: of the reply that this is a part of.
        guidance_id: of the same.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    style: str = ""
    escalation: Escalation = Escalation.NONE
    guidance_id: str = ""


@dataclass(frozen=True)
class Address:
    """Where a message goes: the person, and the event it refers to (`Event.person`, `Event.reply_to`)."""

    person: str
    reply_to: str | None = None


@dataclass(frozen=True)
class OutgoingRequest:
    """A request to a platform as the journal keeps it: without the secrets and without the address of the platform.

    Attributes:
        path: what `Platform.signed` makes the full address of.
        json: the body as JSON; or
        form: the fields of a form.
        method: of HTTP.
    """

    path: str
    json: Mapping[str, Any] | None = None
    form: Mapping[str, str] | None = None
    method: str = "POST"

    def to_json(self) -> str:
        """Give the request as text that any database takes."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(text: str) -> "OutgoingRequest":
        """Give the request of a text.

        Raises:
            ValueError, TypeError: `to_json` did not write it.
        """
        return OutgoingRequest(**json.loads(text))


@dataclass(frozen=True)
class HttpRequest:
    """A request as it is sent, with its secrets. Never kept, never logged."""

    url: str
    json: Mapping[str, Any] | None = None
    form: Mapping[str, str] | None = None
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Response:
    """What a platform answered; the headers by their names in lower case."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    def json(self) -> Any:
        """Give what the body says as JSON, or None if it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None
