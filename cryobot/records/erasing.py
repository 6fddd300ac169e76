"""Deletes what is kept of a person, or what is too old, from all tables of the record database."""

from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection

from cryobot.records.gap_lock import hold_gaps
from cryobot.records.plain_text import escape
from cryobot.records.schema import stored_time
from cryobot.records.tables import AUDIT, CASES, DESK_MESSAGES, EXCHANGES, GAP_MEMBERS, GAPS, RECORDS

# In one transaction, which keeps others from writing for a fraction of a second.
AT_A_TIME = 1000

_AGES = ((RECORDS, RECORDS.c.at), (EXCHANGES, EXCHANGES.c.at), (AUDIT, AUDIT.c.at), (CASES, CASES.c.changed_at))


def forget(connection: Connection, sender_id: str) -> int:
    """Delete all of a sender: records, exchanges, cases with their trail and messages. Gives the number of entries.

    What was counted stays, since it names nobody, and so does the audit trail, which has no words of visitors.
    """
    sender = escape(sender_id)
    _leave_gaps(connection, RECORDS.c.sender_id == sender)
    return sum(
        _delete(connection, table, table.c.sender_id == sender) for table in (RECORDS, EXCHANGES, DESK_MESSAGES, CASES)
    )


def purge_some(connection: Connection, before: datetime) -> int | None:
    """Delete some of what is older than a time with a time zone, cases by their last change.

    Returns:
        the number of entries; None when nothing of that age is left.
    """
    at = stored_time(before)
    for table, age in _AGES:
        oldest = select(table.c.id).where(age < at).order_by(age).limit(AT_A_TIME)
        found = connection.execute(oldest).scalars().all()
        if found:
            # The age once more, since a case may have changed since then.
            old = table.c.id.in_(found) & (age < at)
            if table is RECORDS:
                _leave_gaps(connection, old)
            return _delete(connection, table, old)
    return None


def _delete(connection: Connection, table: Any, condition: Any) -> int:
    return int(connection.execute(delete(table).where(condition)).rowcount)


def _leave_gaps(connection: Connection, condition: Any) -> None:
    """Take the questions of records out of their groups, of which nothing is left when it was the last."""
    hold_gaps(connection)
    leaving = (
        select(GAP_MEMBERS.c.record_id, GAP_MEMBERS.c.gap_id, GAP_MEMBERS.c.vector)
        .join(RECORDS, RECORDS.c.id == GAP_MEMBERS.c.record_id)
        .where(condition)
    )
    by_gap: dict[int, list[Any]] = {}
    for row in connection.execute(leaving):
        by_gap.setdefault(row.gap_id, []).append(row)
    for gap_id, rows in by_gap.items():
        gap = connection.execute(select(GAPS).where(GAPS.c.id == gap_id).with_for_update()).one()
        if gap.size <= len(rows):
            connection.execute(delete(GAPS).where(GAPS.c.id == gap_id))
            continue
        left = np.frombuffer(gap.centroid, np.float32) - sum(np.frombuffer(row.vector, np.float32) for row in rows)
        changed = {"size": gap.size - len(rows), "centroid": left.astype(np.float32).tobytes()}
        connection.execute(update(GAPS).where(GAPS.c.id == gap_id).values(**changed))
