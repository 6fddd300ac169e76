"""Schema of data/settings/understanding.yml: when the assistant is sure enough."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from cryobot import data_files
from cryobot.paths import SETTINGS

Probability = Annotated[float, Field(ge=0, le=1)]


class RedFlagThresholds(BaseModel):
    """When a red flag is taken to be there; reaching one value is enough."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    intent: Probability
    detector: Probability
    with_words: Probability
    segment: Probability
    ruled_out: Probability


class Thresholds(BaseModel):
    """The values, as explained in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    mark: RedFlagThresholds
    danger: RedFlagThresholds
    mark_beside_danger: Probability
    article: Probability
    margin: Probability
    own_condition: Probability
    outside: Probability
    understood: Probability
    part: Probability
    part_backed: Probability
    part_of_whole: Probability
    follow_up: Probability
    follow_up_after_escalation: Probability
    elsewhere_after_escalation: Probability
    elsewhere_after_doctor: Probability
    gibberish: Annotated[float, Field(ge=-1, le=1)]
    familiar: Annotated[float, Field(ge=-1, le=1)]
    most_parts: Annotated[int, Field(ge=1, le=3)]
    nearest_topics: Annotated[int, Field(ge=1, le=5)]


def load_thresholds(folder: Path = SETTINGS) -> Thresholds:
    """Read the thresholds.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(folder / "understanding.yml", Thresholds)
