"""The desk card: the texts that are printed, word for word."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from cryobot.desk.shown_guidance import CardEntry, ShownGuidance
from cryobot.guidance.library import Library

VERSION_LENGTH = 6

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class CardAnswer:
    """One answer on the card."""

    id: str
    question: str
    text: str


@dataclass(frozen=True)
class CardView:
    """What is printed.

    Attributes:
        version: changes with every letter of the texts, so that an old print can be told from the present one.
        reviewed_on: the day of the latest review of one of the texts.
        review_due: the day on which the first of the texts has to be read again.
    """

    danger: CardAnswer
    marks: CardAnswer
    answers: tuple[CardAnswer, ...]
    version: str
    reviewed_on: date
    review_due: date


def card_view(library: Library, shown: ShownGuidance) -> CardView:
    """Give the card of an installation.

    Raises:
        UnknownAnswerError: an answer of the card is not in the library.
    """
    entries = (shown.card.danger, shown.card.marks, *shown.card.answers)
    danger, marks, *answers = [_answer(library, entry) for entry in entries]
    printed = "\n".join(f"{answer.question}\n{answer.text}" for answer in (danger, marks, *answers))
    cited = [library.get(entry.id) for entry in entries]
    return CardView(
        danger=danger,
        marks=marks,
        answers=tuple(answers),
        version=hashlib.sha256(printed.encode()).hexdigest()[:VERSION_LENGTH].upper(),
        reviewed_on=max(answer.reviewed_on for answer in cited),
        review_due=min(answer.review_due for answer in cited),
    )


def _answer(library: Library, entry: CardEntry) -> CardAnswer:
    text = library.text(entry.id).text
    return CardAnswer(entry.id, library.get(entry.id).question, " ".join(_SENTENCE_END.split(text)[: entry.sentences]))
