"""A conversation as staff read it: what the visitor wrote, what the assistant showed, what staff wrote."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cryobot.cases.case import DeskMessage
from cryobot.desk.readable import asked, readable
from cryobot.guidance.answer import Escalation
from cryobot.guidance.approval import hashes_of
from cryobot.guidance.library import Library
from cryobot.records.exchanges import Exchange
from cryobot.records.record import ShownText


class Speaker(StrEnum):
    """Who said something."""

    VISITOR = "visitor"
    ASSISTANT = "assistant"
    STAFF = "staff"


@dataclass(frozen=True)
class Said:
    """One thing that was said.

    Attributes:
        author: name of the member of staff, or empty.
        text: empty for an answer whose wording has changed since.
        title: of the answer, or empty.
        answer: id of the answer, or empty.
        version: hash of the wording that was shown, or empty.
        passed_on: whether it went to a person while the assistant was silent.
        is_undelivered: whether the visitor did not get it.
    """

    at: datetime
    speaker: Speaker
    text: str
    author: str = ""
    title: str = ""
    answer: str = ""
    version: str = ""
    escalation: Escalation = Escalation.NONE
    passed_on: bool = False
    is_undelivered: bool = False


def talk_of(exchanges: Iterable[Exchange], messages: Iterable[DeskMessage], library: Library) -> list[Said]:
    """Put a conversation together, in the order in which it was said."""
    said = [one for exchange in exchanges for one in _of_exchange(exchange, library)]
    said += [_of_message(message, library) for message in messages]
    return sorted(said, key=lambda one: one.at)


def _of_exchange(exchange: Exchange, library: Library) -> list[Said]:
    question = Said(
        exchange.at,
        Speaker.VISITOR,
        asked(exchange.question, library),
        passed_on=exchange.held and not exchange.shown,
    )
    return [question, *(_of_text(exchange.at, shown, library) for shown in exchange.shown)]


def _of_text(at: datetime, shown: ShownText, library: Library) -> Said:
    answer = library.answers.get(shown.guidance_id)
    if answer is None:
        return Said(at, Speaker.ASSISTANT, "", answer=shown.guidance_id, version=shown.version)
    return Said(
        at,
        Speaker.ASSISTANT,
        _wording(shown, library),
        title=answer.title,
        answer=answer.id,
        version=shown.version,
        escalation=answer.escalation,
    )


def _wording(shown: ShownText, library: Library) -> str:
    """Give the text that was shown, if it still is what is approved."""
    for name, version in hashes_of(library.get(shown.guidance_id)).items():
        variant, _, language = name.partition("/")
        if version == shown.version:
            return library.texts(shown.guidance_id, variant)[language]
    return ""


def _of_message(message: DeskMessage, library: Library) -> Said:
    if not message.is_notice:
        return Said(
            message.at,
            Speaker.STAFF,
            readable(message.text),
            author=message.author,
            is_undelivered=message.is_undelivered,
        )
    title = library.get(message.guidance_id).title
    return Said(
        message.at,
        Speaker.ASSISTANT,
        message.text,
        title=title,
        answer=message.guidance_id,
        version=message.version,
        is_undelivered=message.is_undelivered,
    )
