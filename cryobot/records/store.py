"""Writes and reads the records."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

from sqlalchemy import insert, select

from cryobot.cases.opening import open_or_raise
from cryobot.errors import StoreError
from cryobot.records import erasing
from cryobot.records.counting import Measure, count
from cryobot.records.database import Database
from cryobot.records.migration import migrate
from cryobot.records.plain_text import escape
from cryobot.records.record import Record, RecordKind
from cryobot.records.schema import from_row, stored_time, to_row
from cryobot.records.tables import HEARTBEAT, RECORDS

# The kinds that are feedback, as they are counted.
FEEDBACK = {
    RecordKind.HELPFUL: "helpful",
    RecordKind.NOT_HELPFUL: "not-helpful",
    RecordKind.FEEDBACK: "complaint",
}

# SQLite does not queue those who wait to write: they look again after up to a tenth of a second.
_PAUSE_SECONDS = 0.05


class RecordStore:
    """The records in one SQL database; may be used from any thread.

    Args:
        url: SQLAlchemy URL of an SQLite file (created with its folder) or of a PostgreSQL database.
        zone: of the calendar by which feedback is counted.

    Attributes:
        database: that the other stores of staff's records share.

    Raises:
        StoreError: by every method too, when the database cannot be opened, read or written.
    """

    def __init__(self, url: str, zone: tzinfo = UTC) -> None:
        self._zone = zone
        self.database = Database(url, migrate, "FULL", StoreError)
        self.ping()

    def __str__(self) -> str:
        """Give the URL without its password."""
        return str(self.database)

    def add(self, record: Record) -> None:
        """Write one record, with the case that it opens, and count it if it is feedback.

        When this returns, all of it survives a crash of the program and of the machine.
        """
        with self.database.transaction() as connection:
            connection.execute(insert(RECORDS).values(to_row(record)))
            open_or_raise(connection, record)
            if record.kind in FEEDBACK:
                count(connection, record.at, self._zone, record.channel, [(Measure.FEEDBACK, FEEDBACK[record.kind])])

    def list(
        self, since: datetime | None = None, kind: RecordKind | None = None, sender: str | None = None
    ) -> Sequence[Record]:
        """Give the records, oldest first.

        Args:
            since: only those of this time (with a time zone) or later.
            kind: only those of this kind.
            sender: only those of this sender id.
        """
        query = select(RECORDS).order_by(RECORDS.c.at, RECORDS.c.id)
        if since is not None:
            query = query.where(RECORDS.c.at >= stored_time(since))
        if kind is not None:
            query = query.where(RECORDS.c.kind == kind.value)
        if sender is not None:
            query = query.where(RECORDS.c.sender_id == escape(sender))
        try:
            with self.database.transaction() as connection:
                return [from_row(row) for row in connection.execute(query)]
        except (ValueError, KeyError, TypeError):
            raise StoreError("a record in it was changed by another program and cannot be read.") from None

    def forget(self, sender_id: str) -> int:
        """Delete all that is kept of a sender for good and give the number of entries."""
        with self.database.transaction() as connection:
            deleted = erasing.forget(connection, sender_id)
        return self._erased(deleted)

    def purge(self, before: datetime) -> int:
        """Delete all that is older than `before` (with a time zone) for good and give the number of entries.

        This is done little by little, so that visitors' records are written in between.
        """
        deleted = 0
        while (some := self._purge_some(before)) is not None:
            deleted += some
            time.sleep(_PAUSE_SECONDS)
        return self._erased(deleted)

    def ping(self) -> None:
        """Make sure that a record could be written now: write the time."""
        now = {"at": stored_time(datetime.now(UTC))}
        beat = self.database.insert(HEARTBEAT).values(id=1, **now)
        with self.database.transaction() as connection:
            connection.execute(beat.on_conflict_do_update(index_elements=[HEARTBEAT.c.id], set_=now))

    def close(self) -> None:
        """Close the connections."""
        self.database.close()

    def _purge_some(self, before: datetime) -> int | None:
        with self.database.transaction() as connection:
            return erasing.purge_some(connection, before)

    def _erased(self, deleted: int) -> int:
        if deleted:
            self.database.erase_deleted()
        return deleted
