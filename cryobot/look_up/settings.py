"""How look-ups are read and judged (data/settings/look_up.yml)."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from cryobot import data_files
from cryobot.paths import SETTINGS

LOOK_UP = SETTINGS / "look_up.yml"

_TYPED = re.compile(r"[^\s,;!?()]+")

Short = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+$")]
Long = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


class Personal(BaseModel):
    """Words for somebody to whom what holds for everybody may not apply, and the answers that hold for everybody."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[Long, ...]
    not_for_them: tuple[str, ...]


class LookUpSettings(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    meaning: float = Field(ge=0, le=10)
    sure: float = Field(ge=0, le=1)
    ahead: float = Field(ge=0, le=1)
    urgent: float = Field(ge=0, le=1)
    shown_on_top: dict[str, tuple[Long, ...]]
    personal: Personal
    typed_by_staff: dict[str, tuple[Long, ...]]
    shorthand: dict[Short, Long]

    def in_full(self, search: str) -> str:
        """Give a search with its shorthand written out: `pt w/ high bp` -> `patient with high blood pressure`."""
        return _TYPED.sub(lambda match: self.shorthand.get(match[0].lower().rstrip(".:"), match[0]), search)


def load_look_up_settings(file: Path = LOOK_UP) -> LookUpSettings:
    """Read the file.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(file, LookUpSettings)
