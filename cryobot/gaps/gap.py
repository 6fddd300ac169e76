"""What a group of questions is made of."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Self

import numpy as np

from cryobot.language.encoder import Vectors


class Decision(StrEnum):
    """What the editor found out about a group."""

    BELONGS = "belongs"  # to an answer that is there
    NEW_ANSWER = "new-answer"
    OUT_OF_SCOPE = "out-of-scope"


@dataclass(frozen=True, kw_only=True, eq=False)
class Gap:
    """Questions that mean the same. Times are in UTC.

    Attributes:
        total: sum of the sentence vectors of all its questions, shape (384,).
        size: how many questions it has.
        answer: id of the answer that the questions belong to; empty with another decision or none.
    """

    id: int
    total: Vectors
    size: int
    first_at: datetime
    last_at: datetime
    decision: Decision | None = None
    answer: str = ""
    decided_by: str | None = None
    decided_at: datetime | None = None

    @property
    def is_wordless(self) -> bool:
        """Whether it is the group of messages with hardly any letters, which have no meaning to compare."""
        return not self.total.any()

    @classmethod
    def from_row(cls, row: Any) -> Self:
        """Read a row of the table of groups."""
        return cls(
            id=row.id,
            total=np.frombuffer(row.centroid, np.float32),
            size=row.size,
            first_at=row.first_at.replace(tzinfo=UTC),
            last_at=row.last_at.replace(tzinfo=UTC),
            decision=None if row.decision is None else Decision(row.decision),
            answer=row.answer,
            decided_by=row.decided_by,
            decided_at=None if row.decided_at is None else row.decided_at.replace(tzinfo=UTC),
        )
