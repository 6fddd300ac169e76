"""The few words beside the approved texts (data/interface/messaging/<language>.yml)."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator

from cryobot import data_files
from cryobot.paths import DATA

FOLDER = DATA / "interface" / "messaging"
FALLBACK_LANGUAGE = "en"
NAME = "{name}"

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20)]


class MessagingWords(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    choose: Words
    open_list: Title
    person: Words

    @field_validator("person")
    @classmethod
    def _names_somebody(cls, value: str) -> str:
        if value.count(NAME) != 1:
            raise ValueError(f"write {NAME} once, where the name of the person is to stand")
        return value

    def headed(self, name: str, text: str) -> str:
        """Give the words of a person with a line above that says whose they are."""
        return f"{self.person.replace(NAME, name)}\n{text.strip()}"


def load_words(language: str, folder: Path = FOLDER) -> MessagingWords:
    """Read the words of a language, or the English ones where it has none.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    file = folder / f"{language}.yml"
    return data_files.load(file if file.exists() else folder / f"{FALLBACK_LANGUAGE}.yml", MessagingWords)
