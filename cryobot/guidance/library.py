"""The library of approved texts. Nothing reaches a visitor that did not come from here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from cryobot import data_files
from cryobot.errors import DataFileError, NotApprovedError, UnknownAnswerError
from cryobot.guidance.answer import Answer, Basis, text_hash
from cryobot.guidance.approval import load_approvals, unapproved
from cryobot.guidance.sections import Sections, load_sections, without_heading
from cryobot.paths import ANSWERS, APPROVALS, SECTIONS


@dataclass(frozen=True)
class ApprovedText:
    """One text as a visitor reads it, with the hash of the wording that was approved."""

    text: str
    version: str
    language: str


# Each is equal to itself alone, so that what is made of one can be kept for it.
@dataclass(frozen=True, eq=False)
class Library:
    """All answers by id, what may stand in their placeholders, and the headings of the article they cite."""

    answers: Mapping[str, Answer]
    placeholders: Mapping[str, str]
    language: str = "en"
    sections: Sections = field(default_factory=load_sections)

    def get(self, answer_id: str) -> Answer:
        """Give one answer.

        Raises:
            UnknownAnswerError: there is no such id.
        """
        try:
            return self.answers[answer_id]
        except KeyError:
            raise UnknownAnswerError(answer_id, sorted(self.answers)) from None

    def text(self, answer_id: str, variant: str = "default") -> ApprovedText:
        """Give the text of an answer in the library's language, or in English where it has none."""
        by_language = self.get(answer_id).texts[variant]
        language = self.language if self.language in by_language else "en"
        approved = by_language[language]
        return ApprovedText(_fill(approved, self.placeholders), text_hash(approved), language)

    def texts(self, answer_id: str, variant: str = "default") -> dict[str, str]:
        """Give the text of an answer in every language it has.

        Raises:
            UnknownAnswerError: there is no such id.
        """
        by_language = self.get(answer_id).texts[variant]
        return {language: _fill(text, self.placeholders) for language, text in by_language.items()}

    def button_title(self, answer_id: str) -> str:
        """Give what a visitor taps to ask for an answer."""
        titles = self.get(answer_id).button
        return titles.get(self.language, titles["en"])

    @cached_property
    def shown_texts(self) -> frozenset[tuple[str, str]]:
        """Every pair of answer id and text that may leave the assistant."""
        return frozenset(
            (answer.id, _fill(text, self.placeholders))
            for answer in self.answers.values()
            for by_language in answer.texts.values()
            for text in by_language.values()
        )

    def ids(self, basis: Basis) -> list[str]:
        """List the ids that rest on `basis`."""
        return [answer.id for answer in self.answers.values() if answer.basis is basis]

    def due_for_review(self, today: date) -> list[Answer]:
        """List the answers whose review is due."""
        return [answer for answer in self.answers.values() if answer.review_due <= today]


def load_answers(folder: Path = ANSWERS) -> dict[str, Answer]:
    """Read every answer file, approved or not.

    Raises:
        DataFileError: a file is malformed, or its name is not its id.
    """
    answers: dict[str, Answer] = {}
    for file in sorted(folder.glob("*.yml")):
        answer = data_files.load(file, Answer)
        if file.stem != answer.id:
            raise DataFileError(file, f"the file must be named after its id, '{answer.id}.yml'.")
        answers[answer.id] = answer
    if not answers:
        raise DataFileError(folder, "there are no answers in this folder.")
    return answers


def load_library(
    placeholders: Mapping[str, str],
    language: str = "en",
    answers: Path = ANSWERS,
    approvals: Path = APPROVALS,
    sections: Path = SECTIONS,
) -> Library:
    """Read the answers and refuse any text that is not the approved one.

    Raises:
        DataFileError: a file is malformed, or an answer cites a section that has no heading.
        NotApprovedError: a text was changed after its approval or never approved.
    """
    library = Library(load_answers(answers), dict(placeholders), language, load_sections(sections))
    for answer in library.answers.values():
        for letter in without_heading(answer.source, library.sections):
            raise DataFileError(sections, f"there is no heading for section {letter}, which '{answer.id}' cites.")
    problems = unapproved(library.answers.values(), load_approvals(approvals))
    if problems:
        raise NotApprovedError({answer: answers / f"{answer}.yml" for answer in problems})
    return library


def _fill(text: str, placeholders: Mapping[str, str]) -> str:
    for name, value in placeholders.items():
        text = text.replace("{" + name + "}", value)
    return text
