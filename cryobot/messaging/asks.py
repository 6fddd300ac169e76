"""What the assistant is asked for an event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cryobot.channels.cleaning import clean
from cryobot.messaging.incoming import Event, EventKind
from cryobot.messaging.outgoing import Button
from cryobot.messaging.typed import chosen, shortened

# Payloads of buttons: each asks for one answer.
GREETING = "/greet"
INTRODUCTION = "/bot-identity"
MARK = "/skin-marks"
NOTHING_SAID = "/unclear"


@dataclass(frozen=True)
class Ask:
    """One message to the assistant.

    Attributes:
        message: a text or a payload.
        metadata: what else is known of it.
        only_without_escalation: it is not asked if a reply before it sends the person to a dermatologist or calls for
            help.
    """

    message: str
    metadata: Mapping[str, Any] = field(default_factory=dict)
    only_without_escalation: bool = False


def asks_of(event: Event, offered: Sequence[Button], most_characters: int) -> list[Ask]:
    """Give what is asked for an event, in this order; at least one.

    Args:
        event: what the person did.
        offered: the buttons that the last reply offered by number.
        most_characters: longest message that the assistant reads.
    """
    if event.kind is EventKind.START:
        return [Ask(GREETING), Ask(INTRODUCTION)]
    if event.kind is EventKind.BUTTON:
        return [_question(event.payload, most_characters)]
    if event.kind is EventKind.ATTACHMENT:
        mark = Ask(MARK, {"attachment": str(event.attachment)}, only_without_escalation=True)
        return [_question(event.text, most_characters), mark] if clean(event.text) else [mark]
    return [_question(chosen(event.text, offered) or event.text, most_characters)]


def _question(text: str, most_characters: int) -> Ask:
    return Ask(shortened(text, most_characters) if clean(text) else NOTHING_SAID)
