"""What visitors said was not helpful, and what they complained about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, and_, cast, or_, select

from cryobot.records.database import Database
from cryobot.records.record import Record, RecordKind
from cryobot.records.schema import from_row, stored_time
from cryobot.records.tables import RECORDS

KINDS = (RecordKind.NOT_HELPFUL, RecordKind.FEEDBACK)


@dataclass(frozen=True)
class Position:
    """Behind which record a list goes on."""

    at: datetime
    record_id: str


def read_feedback(
    database: Database,
    limit: int,
    kinds: Collection[RecordKind] = KINDS,
    answer: str = "",
    after: Position | None = None,
) -> list[Record]:
    """Give feedback, newest first.

    Args:
        limit: how much at most.
        answer: only what is about this answer; id of an answer.
        after: the last one that was shown already.

    Raises:
        StoreError: the database does not answer.
    """
    found: list[Record] = []
    with database.transaction() as connection:
        # One kind at a time, so that each is read in the order of its index.
        for kind in kinds:
            query = select(RECORDS).where(RECORDS.c.kind == kind.value)
            if answer:
                named = f'%"guidance_id": "{answer}"%'
                query = query.where(cast(RECORDS.c.shown, String).like(named))
            if after is not None:
                at = stored_time(after.at)
                behind = or_(RECORDS.c.at < at, and_(RECORDS.c.at == at, RECORDS.c.id < after.record_id))
                # The first condition is what an index can be searched for.
                query = query.where((RECORDS.c.at <= at) & behind)
            query = query.order_by(RECORDS.c.at.desc(), RECORDS.c.id.desc()).limit(limit)
            found += [from_row(row) for row in connection.execute(query)]
    return sorted(found, key=lambda record: (record.at, record.id), reverse=True)[:limit]
