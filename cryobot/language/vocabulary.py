"""Schemas of the vocabulary files (data/vocabulary/*.yml)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, RootModel

from cryobot import data_files
from cryobot.paths import VOCABULARY


class Marks(BaseModel):
    """Words for marks, words that are marks only near the skin, and the parts of the body."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    marks: tuple[str, ...]
    marks_near_skin: tuple[str, ...]
    skin: tuple[str, ...]


class Cues(BaseModel):
    """Patterns around a mark that tell whether it is there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    negation: tuple[str, ...]
    negation_that_is_none: tuple[str, ...]
    possibility: tuple[str, ...]
    history: tuple[str, ...]
    occurrence_before: tuple[str, ...]
    occurrence_beside: tuple[str, ...]
    talk: tuple[str, ...]
    what_to_do: tuple[str, ...]


class Lookalikes(BaseModel):
    """Patterns that only look like a mark or a sign of danger."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lookalikes: tuple[str, ...]


class Lemmas(BaseModel):
    """Base forms that replace those of the dictionary."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lemmas: dict[str, str]


class KnownWords(BaseModel):
    """Words that are never corrected."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    known_words: tuple[str, ...]


class Clauses(BaseModel):
    """Words that join two questions, and words with which a question starts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    joiners: tuple[str, ...]
    separators: tuple[str, ...]
    question_starts: tuple[str, ...]


class Danger(RootModel[dict[str, tuple[str, ...]]]):
    """Patterns of signs of danger, by kind."""


@dataclass(frozen=True)
class Vocabulary:
    """Everything the detector of marks and danger is told in words."""

    marks: Marks
    cues: Cues
    danger: dict[str, tuple[str, ...]]
    lookalikes: tuple[str, ...]
    lemmas: dict[str, str]
    known_words: tuple[str, ...]
    clauses: Clauses

    def words_that_matter(self) -> frozenset[str]:
        """Give the single words whose misspellings must be mended."""
        words = set(self.marks.marks) | set(self.marks.marks_near_skin) | set(self.marks.skin)
        words |= set(_words(pattern for patterns in self.danger.values() for pattern in patterns))
        return frozenset(word for word in words if word.isalpha() and len(word) > 3)


def load_vocabulary(folder: Path = VOCABULARY) -> Vocabulary:
    """Read all vocabulary files.

    Raises:
        DataFileError: a file is missing or malformed.
    """
    return Vocabulary(
        marks=data_files.load(folder / "marks.yml", Marks),
        cues=data_files.load(folder / "cues.yml", Cues),
        danger=data_files.load(folder / "danger.yml", Danger).root,
        lookalikes=data_files.load(folder / "lookalikes.yml", Lookalikes).lookalikes,
        lemmas=data_files.load(folder / "lemmas.yml", Lemmas).lemmas,
        known_words=data_files.load(folder / "known_words.yml", KnownWords).known_words,
        clauses=data_files.load(folder / "clauses.yml", Clauses),
    )


def _words(patterns: Iterator[str]) -> Iterator[str]:
    for pattern in patterns:
        for part in pattern.split():
            yield from part.rstrip("?").split("|")
