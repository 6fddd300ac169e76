"""What comes in: the request of a platform, and the things that people did which it tells of."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl


class EventKind(StrEnum):
    """What a person did."""

    MESSAGE = "message"
    BUTTON = "button"
    ATTACHMENT = "attachment"
    START = "start"
    LOOKUP = "lookup"


class Attachment(StrEnum):
    """What a person sent that cannot be read."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    FILE = "file"
    STICKER = "sticker"
    OTHER = "other"


@dataclass(frozen=True)
class Event:
    """One thing a person did that is to be answered.

    Attributes:
        id: the platform's own id; whatever has the same id is the same event.
        person: where to answer and whose conversation it is; a platform reads it back from what it wrote itself.
        kind: what the person did.
        text: what was written: the message, the caption of an attachment, or the words to look up.
        payload: of the pressed button.
        attachment: what was sent that cannot be read.
        order: the events of a person that wait at the same time are answered by this number, lowest first.
        reply_to: what the answer refers to, if the platform needs to be told.
    """

    id: str
    person: str
    kind: EventKind
    text: str = ""
    payload: str = ""
    attachment: Attachment | None = None
    order: int = 0
    reply_to: str | None = None

    def to_json(self) -> str:
        """Give the event as text that any database takes."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(text: str) -> "Event":
        """Give the event of a text.

        Raises:
            ValueError, TypeError, KeyError: `to_json` did not write it.
        """
        values = json.loads(text)
        attachment = values.pop("attachment")
        return Event(
            kind=EventKind(values.pop("kind")), attachment=Attachment(attachment) if attachment else None, **values
        )


@dataclass(frozen=True)
class WebhookRequest:
    """A request to the webhook, as it came.

    Attributes:
        method: "GET" or "POST".
        path: with the query, as in "/webhooks/telegram/webhook?a=b".
        headers: by their names in lower case.
        body: as signed.
        received_at: seconds since 1970, UTC.
    """

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    received_at: float = 0.0

    def header(self, name: str) -> str:
        """Give the value of a header, or an empty text."""
        return self.headers.get(name.lower(), "")

    def json(self) -> Any:
        """Give what the body says as JSON, or None if it is none. Nothing is raised."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    def form(self) -> dict[str, str]:
        """Give the fields of a form in the body; of those that come twice, the last. Nothing is raised."""
        try:
            return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))
        except ValueError:
            return {}

    def query(self) -> dict[str, str]:
        """Give the fields of the query; of those that come twice, the last. Nothing is raised."""
        try:
            return dict(parse_qsl(self.path.partition("?")[2], keep_blank_values=True))
        except ValueError:
            return {}
