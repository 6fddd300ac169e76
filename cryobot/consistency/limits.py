"""Schema of data/settings/data_checks.yml: how much there has to be, and what a text may look like."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from cryobot import data_files
from cryobot.guidance.answer import Language

Count = Annotated[int, Field(ge=1)]
Words = Annotated[str, Field(min_length=1)]


class ExampleLimits(BaseModel):
    """The fewest different training examples of an intent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: Count
    other: Count
    by_intent: dict[str, Count]


class WayOut(BaseModel):
    """Which texts must end by saying where to go, and the word that says it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    needed_after: tuple[Words, ...]
    says: Words


class TextLimits(BaseModel):
    """What an approved text may look like.

    Attributes:
        highest_grade: Flesch-Kincaid grade, in years of school.
        placeholders: what may stand in braces, with an example that is read in its place.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    most_characters: Count
    highest_grade: float
    placeholders: dict[str, Words]
    way_out: dict[Language, WayOut]


class DataChecks(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    training_examples: ExampleLimits
    answers_without_intent: tuple[str, ...]
    texts: TextLimits


def load_limits(file: Path) -> DataChecks:
    """Read the limits.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(file, DataChecks)
