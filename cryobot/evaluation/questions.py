"""Reads the held-out questions: one JSON object a line, labelled with the answers they should get."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, field_validator

from cryobot.errors import DataFileError

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Label = Annotated[tuple[Word, ...], Field(min_length=1)]


class Question(BaseModel):
    """One question, the answers it should get (most urgent first), and where that label comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Word
    text: Annotated[str, StringConstraints(pattern=r"\S")]
    kind: Word
    answers: Label
    also: tuple[Word, ...] = Field((), description="answers that are as good as the one in `answers`")
    labels: tuple[Label, ...] = Field((), description="what two people chose, each without seeing the other's")

    @field_validator("answers")
    @classmethod
    def _each_answer_once(cls, answers: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(answers)) < len(answers):
            raise ValueError("names an answer twice")
        return answers

    @field_validator("labels")
    @classmethod
    def _none_or_two(cls, labels: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        if len(labels) not in (0, 2):
            raise ValueError("holds two labels, or is left out")
        return labels

    @property
    def accepted(self) -> frozenset[str]:
        """Every answer id that is no mistake for this question."""
        return frozenset(self.answers) | frozenset(self.also)


def load_questions(file: Path, known: Collection[str]) -> list[Question]:
    """Read and check the questions of `file`; `known` are the answer ids of the library.

    Raises:
        DataFileError: the file is missing or empty, a line is malformed or names an unknown answer, or an id or a
            text stands there twice. The message names the line.
    """
    questions: list[Question] = []
    lines_by_key: dict[tuple[str, str], int] = {}
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        question = _parse(file, number, line, known)
        for key in (("id", question.id), ("text", question.text)):
            if key in lines_by_key:
                raise DataFileError(file, f"line {number}: the same {key[0]} as in line {lines_by_key[key]}.")
            lines_by_key[key] = number
        questions.append(question)
    if not questions:
        raise DataFileError(file, "there are no questions in this file.")
    return questions


def _lines(file: Path) -> list[str]:
    try:
        # Not splitlines(): a question may hold one of the rarer line separators inside its text.
        return file.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        raise DataFileError(file, "the file is missing.") from None
    except UnicodeDecodeError:
        raise DataFileError(file, "the file is not saved as UTF-8 text.") from None


def _parse(file: Path, number: int, line: str, known: Collection[str]) -> Question:
    try:
        question = Question.model_validate_json(line)
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'line'}: {e['msg']}" for e in error.errors())
        raise DataFileError(file, f"line {number}: {problems}") from None
    named = [*question.answers, *question.also, *(answer for label in question.labels for answer in label)]
    unknown = sorted(set(named) - set(known))
    if unknown:
        raise DataFileError(file, f"line {number}: no such answer in the library: {', '.join(unknown)}.")
    return question
