"""The words of the notifications (data/interface/notifications/<language>.yml)."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator

from cryobot import data_files
from cryobot.notifications.reasons import Reason
from cryobot.paths import DATA

FOLDER = DATA / "interface" / "notifications"
FALLBACK_LANGUAGE = "en"

Subject = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\r\n]*$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


# What may stand in the words.
PLACEHOLDERS = ("centre", "channel", "minutes", "link")


class Wording(BaseModel):
    """The words for one reason."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subject: Subject
    text: Words

    @field_validator("subject", "text")
    @classmethod
    def _can_be_filled(cls, value: str) -> str:
        try:
            value.format(**dict.fromkeys(PLACEHOLDERS, ""))
        except (KeyError, IndexError, ValueError):
            names = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise ValueError(f"only {names} may stand in it, and no other braces") from None
        return value


class NotificationTexts(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    emergency: Wording
    mark: Wording
    person: Wording
    reminder: Wording
    test: Wording

    def of(self, reason: Reason) -> Wording:
        """Give the words for a reason."""
        wording: Wording = getattr(self, reason.value)
        return wording


def load_notification_texts(language: str, folder: Path = FOLDER) -> NotificationTexts:
    """Read the words of a language, or the English ones where it has none.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    file = folder / f"{language}.yml"
    return data_files.load(file if file.exists() else folder / f"{FALLBACK_LANGUAGE}.yml", NotificationTexts)
