"""Reads what the chat widget sends, and says what is wrong with it if it cannot be used."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cryobot.channels.cleaning import clean
from cryobot.channels.incoming import BAD_REQUEST, TOO_LARGE, IncomingMessage, InvalidMessage, Limits, read_message
from cryobot.channels.outgoing import Approved
from cryobot.guidance.answer import Escalation
from cryobot.records.record import Record, RecordKind, ShownText

# So many bits that nobody guesses the conversation of another.
UUID_VERSION = 4

CONTACT_CHARACTERS = (5, 200)
# A telephone number or an e-mail address, and a few words such as a name: nobody would answer what else is written.
CONTACT_DIGITS, CONTACT_WORDS = 5, 5
_MAIL = re.compile(r"\S+@\S+")
_CONTACT_WORD = re.compile(r"[^\W\d_]{2,}")

# The largest number that a column of the database holds.
MOST_AFTER = 2**63 - 1


@dataclass(frozen=True)
class Rating:
    """What a visitor thinks of one answer."""

    message: IncomingMessage
    shown: ShownText
    escalation: Escalation
    helpful: bool

    def as_record(self, channel: str) -> Record:
        """Give the record of it."""
        return Record(
            kind=RecordKind.HELPFUL if self.helpful else RecordKind.NOT_HELPFUL,
            escalation=self.escalation,
            sender_id=self.message.sender,
            channel=channel,
            question=self.message.question,
            shown=(self.shown,),
        )


def read_conversation(value: object) -> str:
    """Check the id of a conversation.

    Raises:
        InvalidMessage: it is not a random UUID (version 4) in lower case.
    """
    try:
        given = UUID(value) if isinstance(value, str) else None
    except ValueError:
        given = None
    if given is None or str(given) != value or given.version != UUID_VERSION:
        raise InvalidMessage(
            BAD_REQUEST,
            "The conversation is missing or not a random UUID. Make one for each conversation (version 4, lower case) "
            "and send it as 'conversation'.",
        )
    return str(given)


def read_rating(conversation: str, content: Mapping[str, Any], limits: Limits, approved: Approved) -> Rating:
    """Check the rating of an answer.

    Args:
        conversation: as `read_conversation` gave it.
        content: what was sent.
        limits: of the question.
        approved: the texts that can be rated.

    Raises:
        InvalidMessage: it does not name a text that can be shown now, its question cannot be used, or it does not say
            whether the answer was helpful.
    """
    helpful = content.get("helpful")
    if not isinstance(helpful, bool):
        raise InvalidMessage(BAD_REQUEST, "The rating is missing. Send true or false as 'helpful'.")
    guidance_id, version = content.get("guidance_id"), content.get("version")
    if not isinstance(guidance_id, str) or not isinstance(version, str):
        raise InvalidMessage(
            BAD_REQUEST, "The answer is missing. Send 'guidance_id' and 'version' as they came with the reply."
        )
    escalation = approved.versions.get((guidance_id, version))
    if escalation is None:
        raise InvalidMessage(
            BAD_REQUEST,
            "No such answer is shown now. Send 'guidance_id' and 'version' as they came with the reply, and ask again "
            "if it came long ago.",
        )
    message = read_message(conversation, content.get("question"), limits)
    return Rating(message, ShownText(guidance_id, version), escalation, helpful)


def read_after(value: object) -> int:
    """Check the number of the last message that a visitor has from the desk.

    Raises:
        InvalidMessage: it is not a whole number from 0.
    """
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST_AFTER:
        raise InvalidMessage(
            BAD_REQUEST,
            "The number of the last message is missing or wrong. Send the largest 'id' that came with the updates as "
            "'after', at first 0.",
        )
    return value


def read_contact(content: Mapping[str, Any]) -> str:
    """Check how a visitor wants to be reached, and give it cleaned.

    Raises:
        InvalidMessage: it cannot be used, or the visitor does not consent to its being kept.
    """
    if content.get("consent") is not True:
        raise InvalidMessage(BAD_REQUEST, "The consent is missing. Ask the visitor, then send true as 'consent'.")
    fewest, most = CONTACT_CHARACTERS
    given = content.get("contact")
    # What a person types hardly shrinks. This keeps the rest from being cleaned.
    if isinstance(given, str) and len(given) > most * 2:
        raise _wrong_contact(TOO_LARGE)
    contact = clean(given) if isinstance(given, str) else ""
    if len(contact) < fewest:
        raise _wrong_contact(BAD_REQUEST)
    if len(contact) > most:
        raise _wrong_contact(TOO_LARGE)
    if not _is_contact(contact):
        raise _wrong_contact(BAD_REQUEST)
    return contact


def _is_contact(contact: str) -> bool:
    reaches = bool(_MAIL.search(contact)) or sum(map(str.isdigit, contact)) >= CONTACT_DIGITS
    return reaches and len(_CONTACT_WORD.findall(_MAIL.sub("", contact))) <= CONTACT_WORDS


def _wrong_contact(status: int) -> InvalidMessage:
    fewest, most = CONTACT_CHARACTERS
    reason = f"The contact must be a telephone number or an e-mail address, {fewest} to {most} characters."
    return InvalidMessage(status, f"{reason} Send it as 'contact'.")
