"""Schema of one approved answer (data/guidance/answers/<id>.yml)."""

import hashlib
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator


class Escalation(StrEnum):
    """Whom a reply sends the person to, most urgent first."""

    EMERGENCY = "emergency"
    DERMATOLOGIST = "dermatologist"
    DOCTOR = "doctor"
    STAFF = "staff"
    NONE = "none"


class Basis(StrEnum):
    """What a text rests on."""

    ARTICLE = "article"
    SAFETY_POLICY = "safety-policy"


Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
ButtonTitle = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20)]
Paragraph = Annotated[str, StringConstraints(pattern=r"^[A-E][1-9]$")]


class Answer(BaseModel):
    """One answer: its wording by variant and language, where it comes from, and when it was reviewed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
    title: str = Field(min_length=1)
    question: str = Field(min_length=1)
    button: dict[Language, ButtonTitle]
    texts: dict[str, dict[Language, Text]]
    source: tuple[Paragraph, ...]
    basis: Basis
    escalation: Escalation
    follow_ups: tuple[str, ...]
    reviewed_on: date
    review_due: date

    @model_validator(mode="after")
    def _check_consistency(self) -> "Answer":
        if "default" not in self.texts:
            raise ValueError("texts: there must be a 'default' text")
        if self.basis is Basis.ARTICLE and not self.source:
            raise ValueError("source: an answer from the article cites at least one paragraph")
        if self.basis is Basis.SAFETY_POLICY and self.source:
            raise ValueError("source: a safety-policy text cites no paragraph of the article")
        if self.review_due <= self.reviewed_on:
            raise ValueError("review_due: must be after reviewed_on")
        return self


def text_hash(text: str) -> str:
    """Give the version of a text: the first 16 hex digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
