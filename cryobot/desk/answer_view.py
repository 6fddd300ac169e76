"""One answer as staff see it: every wording, where it comes from, and when it has to be read again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cryobot.desk.texts import Section
from cryobot.guidance.answer import Answer, Basis, Escalation
from cryobot.guidance.library import Library

DEFAULT = "default"


@dataclass(frozen=True)
class Wording:
    """One approved text of an answer, under the name of the situation it is for."""

    name: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the article: its letter and number, and the heading of its section."""

    number: str
    heading: str


@dataclass(frozen=True)
class Related:
    """Another answer to go to."""

    id: str
    title: str


@dataclass(frozen=True)
class AnswerView:
    """What a template needs of one answer. All texts are the approved ones, word for word."""

    id: str
    title: str
    question: str
    text: str
    others: tuple[Wording, ...]
    escalation: Escalation
    is_signed_off: bool
    paragraphs: tuple[Paragraph, ...]
    reviewed_on: str
    review_due: str
    is_due: bool
    related: tuple[Related, ...]

    @property
    def is_urgent(self) -> bool:
        """Tell whether the answer sends somebody away at once."""
        return self.escalation in {Escalation.EMERGENCY, Escalation.DERMATOLOGIST}


@dataclass(frozen=True)
class Days:
    """How days are written: with the names of months from `texts`, and `today` at the centre."""

    today: date
    form: str

    def write(self, day: date) -> str:
        """Give a day in words."""
        return day.strftime(self.form.replace("{day}", str(day.day)))


def answer_view(library: Library, answer_id: str, days: Days, texts: Section) -> AnswerView:
    """Give one answer.

    Args:
        library: where the answer is.
        answer_id: of the answer.
        days: how days are written, and which day it is.
        texts: of the guidance page, with `variant_<name>` for the wordings.

    Raises:
        UnknownAnswerError: there is no such answer.
    """
    answer = library.get(answer_id)
    return AnswerView(
        id=answer.id,
        title=answer.title,
        question=answer.question,
        text=library.text(answer.id).text,
        others=tuple(
            Wording(_variant_name(variant, texts), library.text(answer.id, variant).text)
            for variant in answer.texts
            if variant != DEFAULT
        ),
        escalation=answer.escalation,
        is_signed_off=answer.basis is Basis.ARTICLE,
        paragraphs=tuple(Paragraph(number, _heading(library, number)) for number in answer.source),
        reviewed_on=days.write(answer.reviewed_on),
        review_due=days.write(answer.review_due),
        is_due=answer.review_due <= days.today,
        related=_related(answer, library.answers),
    )


def _related(answer: Answer, answers: Mapping[str, Answer]) -> tuple[Related, ...]:
    return tuple(Related(other, answers[other].title) for other in answer.follow_ups if other in answers)


def _heading(library: Library, paragraph: str) -> str:
    headings = library.sections[paragraph[0]]
    return headings.get(library.language, headings["en"])


def _variant_name(variant: str, texts: Section) -> str:
    key = "variant_" + variant.replace("-", "_")
    return texts[key] if key in texts else variant.replace("-", " ")
