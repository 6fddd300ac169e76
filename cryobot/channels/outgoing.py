"""Holds what the dialogue engine sends against the approved texts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryobot.guidance.answer import Escalation
from cryobot.guidance.approval import hashes_of
from cryobot.guidance.library import Library
from cryobot.guidance.reply_metadata import reply_metadata

UNAVAILABLE = "service-unavailable"

OutgoingMessage = dict[str, Any]


@dataclass(frozen=True)
class Approved:
    """All that may leave the assistant, taken from the library once, so that nothing is looked up when it fails.

    Attributes:
        texts: pairs of answer id and text.
        buttons: pairs of payload and title.
        unavailable: the text and the metadata of the reply when something failed.
        versions: whom each text sends a person to, by answer id and version of the text.
    """

    texts: frozenset[tuple[str, str]]
    buttons: frozenset[tuple[str, str]]
    unavailable: tuple[str, Mapping[str, Any]]
    versions: Mapping[tuple[str, str], Escalation]

    @property
    def payloads(self) -> frozenset[str]:
        """Give the payloads of all buttons."""
        return frozenset(payload for payload, _ in self.buttons)


def approved_by(library: Library) -> Approved:
    """Take from the library what may be shown.

    Raises:
        UnknownAnswerError: the library has no answer `service-unavailable`.
    """
    excuse = library.text(UNAVAILABLE).text, reply_metadata(library, UNAVAILABLE)
    versions = {(a.id, version): a.escalation for a in library.answers.values() for version in hashes_of(a).values()}
    buttons = frozenset((f"/{a.id}", title) for a in library.answers.values() for title in a.button.values())
    return Approved(library.shown_texts, buttons, excuse, versions)


def checked(message: Mapping[str, Any], recipient: str, approved: Approved) -> OutgoingMessage | None:
    """Give the message as a visitor gets it, or None if its text is not an approved text of the answer it names, or its
    metadata cannot be sent.

    Only the text, the approved buttons and the metadata are passed on.
    """
    text, metadata = message.get("text"), message.get("metadata")
    if not isinstance(text, str) or not isinstance(metadata, Mapping):
        return None
    answer = metadata.get("guidance_id")
    if not isinstance(answer, str) or (answer, text) not in approved.texts or not _is_json(metadata):
        return None
    return _outgoing(recipient, text, metadata, _checked_buttons(message.get("buttons"), approved))


def unavailable(recipient: str, approved: Approved) -> OutgoingMessage:
    """Give the reply to somebody whose message could not be answered."""
    text, metadata = approved.unavailable
    return _outgoing(recipient, text, metadata, [])


def _outgoing(recipient: str, text: str, metadata: Mapping[str, Any], buttons: list[dict[str, str]]) -> OutgoingMessage:
    return {"recipient_id": recipient, "text": text, "buttons": buttons, "metadata": dict(metadata)}


def _is_json(metadata: Mapping[str, Any]) -> bool:
    try:
        json.dumps(dict(metadata), allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        return False
    return True


def _checked_buttons(buttons: object, approved: Approved) -> list[dict[str, str]]:
    if not isinstance(buttons, list):
        return []
    pairs = [(b.get("payload"), b.get("title")) for b in buttons if isinstance(b, Mapping)]
    return [
        {"title": title, "payload": payload}
        for payload, title in pairs
        if isinstance(payload, str) and isinstance(title, str) and (payload, title) in approved.buttons
    ]
