"""Schema of data/settings/widget.yml: what the widget shows before anything was asked, and how large it may be."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from cryobot import data_files
from cryobot.paths import SETTINGS

Answers = Annotated[tuple[str, ...], Field(min_length=1, max_length=8)]
Kilobytes = Annotated[int, Field(ge=1)]


class Budget(BaseModel):
    """The most that is loaded, in units of 1000 bytes after compression."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    launcher: Kilobytes
    everything: Kilobytes


class WidgetSettings(BaseModel):
    """The whole file; answers are named by their ids."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    greeting: Answers
    topics: Answers
    staff: str
    budget_kb: Budget

    @property
    def answers(self) -> frozenset[str]:
        """The ids of all answers that are named."""
        return frozenset((*self.greeting, *self.topics, self.staff))


def load_widget_settings(file: Path = SETTINGS / "widget.yml") -> WidgetSettings:
    """Read the settings.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(file, WidgetSettings)
