"""The few words beside the approved texts (data/interface/messaging/<language>.yml)."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from cryobot import data_files
from cryobot.paths import DATA

FOLDER = DATA / "interface" / "messaging"
FALLBACK_LANGUAGE = "en"

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20)]


class MessagingWords(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    choose: Words
    open_list: Title
    nothing_found: Words


def load_words(language: str, folder: Path = FOLDER) -> MessagingWords:
    """Read the words of a language, or the English ones where it has none.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    file = folder / f"{language}.yml"
    return data_files.load(file if file.exists() else folder / f"{FALLBACK_LANGUAGE}.yml", MessagingWords)
