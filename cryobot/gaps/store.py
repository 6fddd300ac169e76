"""Reads the groups of questions, and keeps what the editor decides on them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.engine import Connection

from cryobot.gaps.errors import GapDecidedError, NoSuchGapError
from cryobot.gaps.gap import Decision, Gap
from cryobot.records.database import Database
from cryobot.records.plain_text import unescape
from cryobot.records.schema import stored_time
from cryobot.records.tables import GAP_MEMBERS, GAPS, RECORDS


class GapStore:
    """The groups in the record database; may be used from any thread.

    Raises:
        StoreError: by every method, when the database does not answer.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, limit: int, after: tuple[int, int] | None = None) -> list[Gap]:
        """Give the groups that nobody decided on, largest first; those after one, named by its size and its id."""
        query = select(GAPS).where(GAPS.c.decision.is_(None)).order_by(GAPS.c.size.desc(), GAPS.c.id.desc())
        if after is not None:
            size, gap_id = after
            query = query.where(or_(GAPS.c.size < size, and_(GAPS.c.size == size, GAPS.c.id < gap_id)))
        return self._list(query.limit(limit))

    def decided(self, limit: int, after: tuple[datetime, int] | None = None) -> list[Gap]:
        """Give the groups with a decision, latest first; those after one, named by when it was decided and its id."""
        query = select(GAPS).where(GAPS.c.decided_at.isnot(None)).order_by(GAPS.c.decided_at.desc(), GAPS.c.id.desc())
        if after is not None:
            at, gap_id = stored_time(after[0]), after[1]
            query = query.where(or_(GAPS.c.decided_at < at, and_(GAPS.c.decided_at == at, GAPS.c.id < gap_id)))
        return self._list(query.limit(limit))

    def numbers(self) -> tuple[int, int]:
        """Give how many groups wait for a decision, and how many have one."""
        with self._database.transaction() as connection:
            waiting = connection.execute(select(func.count()).where(GAPS.c.decision.is_(None))).scalar_one()
            decided = connection.execute(select(func.count()).where(GAPS.c.decided_at.isnot(None))).scalar_one()
        return waiting, decided

    def typical(self, gaps: Sequence[Gap], count: int, sample: int) -> dict[int, list[str]]:
        """Give for each group the questions that stand for it best, each wording once.

        Args:
            count: how many of each group.
            sample: how many of each are looked at.
        """
        with self._database.transaction() as connection:
            return {gap.id: _typical(connection, gap, count, sample) for gap in gaps}

    def decide(self, gap_id: int, decision: Decision, answer: str, account: str) -> Gap:
        """Keep a decision on a group that has none.

        Args:
            answer: id of an answer with Decision.BELONGS, otherwise empty.
            account: name of the editor.

        Raises:
            NoSuchGapError, GapDecidedError: there is no such group, or it has a decision.
            ValueError: there is an answer where none belongs, or none where one does.
        """
        if (decision is Decision.BELONGS) != bool(answer):
            raise ValueError("An answer goes with the decision that the group belongs to it, and with no other.")
        now = stored_time(datetime.now(UTC))
        values = {"decision": decision.value, "answer": answer, "decided_by": account, "decided_at": now}
        return self._change(gap_id, GAPS.c.decision.is_(None), values)

    def undo(self, gap_id: int) -> Gap:
        """Take a decision back; raises as `decide` does when there is none."""
        values = {"decision": None, "answer": "", "decided_by": None, "decided_at": None}
        return self._change(gap_id, GAPS.c.decision.isnot(None), values)

    def _change(self, gap_id: int, condition: Any, values: dict[str, Any]) -> Gap:
        with self._database.transaction() as connection:
            changed = connection.execute(update(GAPS).where((GAPS.c.id == gap_id) & condition).values(**values))
            row = connection.execute(select(GAPS).where(GAPS.c.id == gap_id)).one_or_none()
        if row is None:
            raise NoSuchGapError
        if not changed.rowcount:
            raise GapDecidedError
        return Gap.from_row(row)

    def _list(self, query: Any) -> list[Gap]:
        with self._database.transaction() as connection:
            return [Gap.from_row(row) for row in connection.execute(query)]


def _typical(connection: Connection, gap: Gap, count: int, sample: int) -> list[str]:
    some = (
        select(GAP_MEMBERS.c.record_id, GAP_MEMBERS.c.vector)
        .where(GAP_MEMBERS.c.gap_id == gap.id)
        # Ids are random, so this is a sample; always the same one, until more are asked.
        .order_by(GAP_MEMBERS.c.record_id)
        .limit(sample)
        .subquery()
    )
    query = select(RECORDS.c.question, some.c.vector).join(some, some.c.record_id == RECORDS.c.id)
    likeness: dict[str, float] = {}
    for row in connection.execute(query):
        question = " ".join(unescape(row.question).split())
        likeness.setdefault(question, float(np.frombuffer(row.vector, np.float32) @ gap.total))
    return sorted(likeness, key=lambda question: (-likeness[question], question))[:count]
