"""One group of questions while a batch is put into groups."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

import numpy as np
from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from cryobot.language.encoder import DIMENSIONS, Vectors
from cryobot.records.tables import GAPS


@dataclass
class Group:
    """A group as the batch leaves it; `id` is None until it is written."""

    id: int | None
    total: Vectors
    size: int
    first_at: datetime
    last_at: datetime

    @classmethod
    def new(cls, at: datetime) -> Self:
        """Give an empty one."""
        return cls(None, np.zeros(DIMENSIONS, np.float32), 0, at, at)

    @property
    def is_wordless(self) -> bool:
        """Whether it is the group of messages with hardly any letters."""
        return not self.total.any()

    def take(self, at: datetime, vector: Vectors) -> None:
        """Add a question."""
        self.total = self.total + vector
        self.size += 1
        self.first_at, self.last_at = min(self.first_at, at), max(self.last_at, at)

    def write(self, connection: Connection) -> None:
        """Write what has changed; a new one gets its id."""
        values: dict[str, Any] = {
            "centroid": self.total.astype(np.float32).tobytes(),
            "size": self.size,
            "first_at": self.first_at,
            "last_at": self.last_at,
        }
        if self.id is None:
            written = connection.execute(insert(GAPS).values(**values, answer=""))
            self.id = written.inserted_primary_key[0]
        else:
            connection.execute(update(GAPS).where(GAPS.c.id == self.id).values(**values))


def latest_groups(connection: Connection, limit: int) -> list[Group]:
    """Give the groups with the latest questions."""
    columns = (GAPS.c.id, GAPS.c.centroid, GAPS.c.size, GAPS.c.first_at, GAPS.c.last_at)
    query = select(*columns).order_by(GAPS.c.last_at.desc(), GAPS.c.id).limit(limit)
    return [
        Group(row.id, np.frombuffer(row.centroid, np.float32), row.size, row.first_at, row.last_at)
        for row in connection.execute(query)
    ]
