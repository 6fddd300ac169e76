"""Schema of the conversations in cases/*.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from cryobot.guidance.answer import Escalation

FOLDER = Path(__file__).parent / "cases"

_URGENCY = list(Escalation)


class Turn(BaseModel):
    """What a visitor writes and what the reply must be.

    Attributes:
        answers: the ids of the reply, in order; or
        one_of: several such lists, one of which it must be.
        escalation: the most urgent one of the reply.
        buttons: ids that must be offered, among others.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    user: str = Field(min_length=1)
    answers: list[str] | None = Field(None, min_length=1)
    one_of: list[list[str]] | None = Field(None, min_length=2)
    escalation: Escalation | None = None
    buttons: list[str] = []

    @model_validator(mode="after")
    def _check_there_is_one_expectation(self) -> "Turn":
        if (self.answers is None) == (self.one_of is None):
            raise ValueError("a turn has either `answers` or `one_of`")
        return self

    @property
    def expected(self) -> list[list[str]]:
        """Give the lists of ids that are right."""
        return self.one_of or [self.answers or []]

    def problems(self, reply: list[dict[str, Any]]) -> list[str]:
        """Say what of a reply is not as expected."""
        ids = [message["metadata"]["guidance_id"] for message in reply]
        urgent = min(
            (message["metadata"]["escalation"] for message in reply), key=lambda e: _URGENCY.index(Escalation(e))
        )
        offered = {button["payload"].removeprefix("/") for message in reply for button in message["buttons"]}
        problems = []
        if ids not in self.expected:
            problems.append(f"answers {ids} instead of {' or '.join(map(str, self.expected))}")
        if self.escalation is not None and urgent != self.escalation:
            problems.append(f"escalates to {urgent} instead of {self.escalation.value}")
        if missing := set(self.buttons) - offered:
            problems.append(f"does not offer {sorted(missing)}")
        return problems


class Conversation(BaseModel):
    """A conversation from its beginning."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1)
    turns: list[Turn] = Field(min_length=1)


class CaseFile(BaseModel):
    """One file: conversations on one theme."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    theme: str = Field(min_length=1)
    conversations: list[Conversation] = Field(min_length=1)


def load_cases() -> Mapping[str, CaseFile]:
    """Read every file, by its name without the ending."""
    return {
        file.stem: CaseFile.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
        for file in sorted(FOLDER.glob("*.yml"))
    }
