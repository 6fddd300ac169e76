"""Schema of data/settings/gaps.yml."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from cryobot import data_files
from cryobot.paths import SETTINGS


class GapSettings(BaseModel):
    """The values, as explained in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    similarity: Annotated[float, Field(ge=-1, le=1)]
    batch: Annotated[int, Field(ge=1, le=100)]
    pause_seconds: Annotated[float, Field(gt=0, le=3600)]
    compared_groups: Annotated[int, Field(ge=1, le=20_000)]
    fewest_letters: Annotated[int, Field(ge=1, le=10)]
    groups_a_page: Annotated[int, Field(ge=1, le=100)]
    examples: Annotated[int, Field(ge=1, le=20)]
    sample: Annotated[int, Field(ge=1, le=500)]
    nearest: Annotated[int, Field(ge=1, le=10)]
    proposed_questions: Annotated[int, Field(ge=1, le=500)]
    proposed_groups: Annotated[int, Field(ge=1, le=10_000)]


def load_gap_settings(folder: Path = SETTINGS) -> GapSettings:
    """Read the settings.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(folder / "gaps.yml", GapSettings)
