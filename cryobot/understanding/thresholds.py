"""Schema of data/settings/understanding.yml: when the assistant is sure enough."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from cryobot import data_files
from cryobot.paths import SETTINGS

Probability = Annotated[float, Field(ge=0, le=1)]


class Thresholds(BaseModel):
    """The values, as explained in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    mark: Probability
    danger: Probability
    article: Probability
    margin: Probability
    own_condition: Probability
    understood: Probability
    part: Probability
    whole: Probability
    follow_up: Probability
    familiar: Annotated[float, Field(ge=-1, le=1)]
    most_parts: Annotated[int, Field(ge=1, le=3)]
    nearest_topics: Annotated[int, Field(ge=1, le=5)]


def load_thresholds(folder: Path = SETTINGS) -> Thresholds:
    """Read the thresholds.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(folder / "understanding.yml", Thresholds)
