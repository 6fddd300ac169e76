"""Holds what the dialogue engine sends against the approved texts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryobot.guidance.library import Library

UNAVAILABLE = "service-unavailable"

OutgoingMessage = dict[str, Any]


@dataclass(frozen=True)
class Approved:
    """All that may leave the assistant, taken from the library once, so that nothing is looked up when it fails.

    Attributes:
        texts: pairs of answer id and text.
        buttons: pairs of payload and title.
        unavailable: the text and the metadata of the reply when something failed.
    """

    texts: frozenset[tuple[str, str]]
    buttons: frozenset[tuple[str, str]]
    unavailable: tuple[str, Mapping[str, Any]]

    @property
    def payloads(self) -> frozenset[str]:
        """Give the payloads of all buttons."""
        return frozenset(payload for payload, _ in self.buttons)


def approved_by(library: Library) -> Approved:
    """Take from the library what may be shown.

    Raises:
        UnknownAnswerError: the library has no answer `service-unavailable`.
    """
    answer, text = library.get(UNAVAILABLE), library.text(UNAVAILABLE)
    metadata = {
        "guidance_id": UNAVAILABLE,
        "escalation": answer.escalation.value,
        "basis": answer.basis.value,
        "source": list(answer.source),
        "version": text.version,
    }
    buttons = frozenset((f"/{a.id}", title) for a in library.answers.values() for title in a.button.values())
    return Approved(library.shown_texts, buttons, (text.text, metadata))


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
