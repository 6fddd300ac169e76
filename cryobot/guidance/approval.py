"""Holds the texts against data/guidance/approvals.yml: who approved which wording, and when."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from cryobot import data_files
from cryobot.guidance.answer import Answer, text_hash

HEADER = "# Written by `cryobot approve`. A text whose hash is not here is never shown.\n"


class Approval(BaseModel):
    """The approval of all texts of one answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    approved_by: str = Field(min_length=1)
    approved_on: date
    hashes: dict[str, str]


class Approvals(BaseModel):
    """The whole file: approvals by answer id."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    approvals: dict[str, Approval]


def hashes_of(answer: Answer) -> dict[str, str]:
    """Give the hash of each text, keyed `<variant>/<language>`."""
    return {
        f"{variant}/{language}": text_hash(text)
        for variant, by_language in sorted(answer.texts.items())
        for language, text in sorted(by_language.items())
    }


def load_approvals(file: Path) -> dict[str, Approval]:
    """Read the approvals.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(file, Approvals).approvals


def unapproved(answers: Iterable[Answer], approvals: dict[str, Approval]) -> list[str]:
    """List the ids whose texts are not exactly the approved ones."""
    return [a.id for a in answers if a.id not in approvals or approvals[a.id].hashes != hashes_of(a)]


def approve(answer: Answer, by: str, on: date, file: Path) -> Approval:
    """Record that `by` approved the present wording of `answer`, and write the file again."""
    approvals = load_approvals(file) if file.exists() else {}
    approval = Approval(approved_by=by, approved_on=on, hashes=hashes_of(answer))
    approvals[answer.id] = approval
    content = {"approvals": {key: value.model_dump(mode="python") for key, value in sorted(approvals.items())}}
    draft = file.with_suffix(".tmp")
    draft.write_text(HEADER + yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")
    draft.replace(file)
    return approval
