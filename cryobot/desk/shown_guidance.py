"""Which answers the desk shows where (data/settings/desk.yml)."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from cryobot import data_files
from cryobot.errors import DataFileError
from cryobot.paths import SETTINGS

DESK_SETTINGS = SETTINGS / "desk.yml"
#: The group of the answers that no other group names.
MORE = "more"

GroupName = Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]


class CardEntry(BaseModel):
    """One answer on the desk card: the first `sentences` of its text, or all of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    sentences: int | None = Field(None, ge=1)


class Card(BaseModel):
    """The desk card, from the top."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    danger: CardEntry
    marks: CardEntry
    answers: tuple[CardEntry, ...] = Field(min_length=1)


class ShownGuidance(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    groups: dict[GroupName, tuple[str, ...]]
    card: Card

    def grouped(self, ids: Iterable[str]) -> list[tuple[str, list[str]]]:
        """Give each group with those of `ids` that it names, in its order; what no group names is in the last."""
        there = list(ids)
        named = {answer for group in self.groups.values() for answer in group}
        groups = [(name, [answer for answer in group if answer in there]) for name, group in self.groups.items()]
        groups.append((MORE, [answer for answer in there if answer not in named]))
        return [(name, answers) for name, answers in groups if answers]


def load_shown_guidance(known: Collection[str], file: Path = DESK_SETTINGS) -> ShownGuidance:
    """Read the file.

    Args:
        known: ids of the answers there are.
        file: where it is.

    Raises:
        DataFileError: the file is missing or malformed, or names an answer that there is not.
    """
    shown = data_files.load(file, ShownGuidance)
    entries = (shown.card.danger, shown.card.marks, *shown.card.answers)
    named = [answer for group in shown.groups.values() for answer in group] + [entry.id for entry in entries]
    unknown = sorted(set(named) - set(known))
    if unknown:
        raise DataFileError(file, f"there is no answer '{unknown[0]}'.")
    return shown
