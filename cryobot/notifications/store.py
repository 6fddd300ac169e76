"""The notifications in the record database: which are due, and what became of them."""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update

from cryobot.cases.case import Case, CaseState
from cryobot.notifications.reasons import Reason, Way, reasons_of
from cryobot.records.database import Database
from cryobot.records.schema import stored_time
from cryobot.records.tables import CASES, NOTIFICATIONS

WAITING, SENT, DROPPED, FAILED = "waiting", "sent", "dropped", "failed"

# Who sends one has so long before another process may try it.
LEASE_SECONDS = 60.0
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 5.0, 600.0
# What is older when a way is switched on, or could not be sent for as long, is not told any more.
LONGEST = timedelta(days=1)
AT_A_TIME = 50


@dataclass(frozen=True)
class Due:
    """A notification that is to be sent now, of a case that nobody has looked at."""

    id: int
    way: Way
    reason: Reason
    attempts: int
    case: Case


class NotificationStore:
    """All notifications; may be used from any thread, by several processes at a time.

    Raises:
        StoreError: by every method, when the database cannot be read or written.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def write_new(self, ways: Collection[Way], now: datetime) -> None:
        """Write down what staff are to be told, once for each case, way and reason."""
        unseen = (
            (CASES.c.state == CaseState.WAITING.value)
            & CASES.c.seen_at.is_(None)
            & (CASES.c.changed_at >= stored_time(now - LONGEST))
        )
        query = select(CASES).where(unseen).order_by(CASES.c.changed_at.desc()).limit(AT_A_TIME)
        with self._database.transaction() as connection:
            cases = [Case.from_row(row) for row in connection.execute(query)]
            known = select(NOTIFICATIONS.c.case_id, NOTIFICATIONS.c.way, NOTIFICATIONS.c.kind).where(
                NOTIFICATIONS.c.case_id.in_([case.id for case in cases])
            )
            written = {tuple(row) for row in connection.execute(known)} if cases else set()
            wanted = [
                (case.id, way.value, reason.value) for case in cases for way in ways for reason in reasons_of(case)
            ]
            for case_id, way, kind in wanted:
                if (case_id, way, kind) not in written:
                    new = self._database.insert(NOTIFICATIONS).values(
                        case_id=case_id,
                        way=way,
                        kind=kind,
                        state=WAITING,
                        attempts=0,
                        next_at=time.time(),
                        written_at=stored_time(now),
                        reason="",
                    )
                    connection.execute(new.on_conflict_do_nothing())

    def due(self, ways: Collection[Way]) -> list[Due]:
        """Take what is to be sent now; nobody else gets it for a while."""
        now = time.time()
        waiting = (NOTIFICATIONS.c.state == WAITING) & (NOTIFICATIONS.c.next_at <= now)
        of_ways = NOTIFICATIONS.c.way.in_([way.value for way in ways])
        query = select(NOTIFICATIONS).where(waiting & of_ways).order_by(NOTIFICATIONS.c.next_at).limit(AT_A_TIME)
        taken = []
        with self._database.transaction() as connection:
            for row in connection.execute(query).all():
                still = (NOTIFICATIONS.c.id == row.id) & (NOTIFICATIONS.c.next_at == row.next_at) & waiting
                lease = (
                    update(NOTIFICATIONS).where(still).values(next_at=now + LEASE_SECONDS, attempts=row.attempts + 1)
                )
                if not connection.execute(lease).rowcount:
                    continue
                case = Case.from_row(connection.execute(select(CASES).where(CASES.c.id == row.case_id)).one())
                if case.seen_at is not None or case.state is not CaseState.WAITING:
                    self._set(connection, row.id, state=DROPPED)
                else:
                    taken.append(Due(row.id, Way(row.way), Reason(row.kind), row.attempts + 1, case))
        return taken

    def sent(self, number: int) -> None:
        """Note that a notification was taken."""
        with self._database.transaction() as connection:
            self._set(connection, number, state=SENT, reason="")

    def failed(self, due: Due, reason: str, now: datetime) -> None:
        """Note why a notification was not taken; it is tried again for a day, with growing pauses."""
        pause = min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** (due.attempts - 1))
        with self._database.transaction() as connection:
            written = select(NOTIFICATIONS.c.written_at).where(NOTIFICATIONS.c.id == due.id)
            written_at = connection.execute(written).scalar_one_or_none()
            is_over = written_at is not None and written_at <= stored_time(now - LONGEST)
            state = FAILED if is_over else WAITING
            self._set(connection, due.id, state=state, reason=reason, next_at=time.time() + pause)

    def numbers(self) -> dict[tuple[str, str], int]:
        """Count the notifications by way and state."""
        query = select(NOTIFICATIONS.c.way, NOTIFICATIONS.c.state, func.count().label("number")).group_by(
            NOTIFICATIONS.c.way, NOTIFICATIONS.c.state
        )
        with self._database.transaction() as connection:
            return {(row.way, row.state): row.number for row in connection.execute(query)}

    def problems(self, most: int = 10) -> Sequence[tuple[str, str]]:
        """Give way and reason of what is tried again or was given up, the latest first."""
        query = (
            select(NOTIFICATIONS.c.way, NOTIFICATIONS.c.reason)
            .where(NOTIFICATIONS.c.reason != "")
            .order_by(NOTIFICATIONS.c.id.desc())
            .limit(most)
        )
        with self._database.transaction() as connection:
            return [(row.way, row.reason) for row in connection.execute(query)]

    @staticmethod
    def _set(connection: object, number: int, **values: object) -> None:
        connection.execute(update(NOTIFICATIONS).where(NOTIFICATIONS.c.id == number).values(**values))  # type: ignore[attr-defined]
