"""Writes and reads the records."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select

from cryobot.errors import StoreError
from cryobot.records.database import Database
from cryobot.records.plain_text import escape
from cryobot.records.record import Record, RecordKind
from cryobot.records.schema import METADATA, RECORDS, SCHEMA, SCHEMA_VERSION, from_row, stored_time, to_row


class RecordStore:
    """The records in one SQL database; may be used from any thread.

    Args:
        url: SQLAlchemy URL of an SQLite file (created with its folder) or of a PostgreSQL database.

    Raises:
        StoreError: by every method too, when the database cannot be opened, read or written.
    """

    def __init__(self, url: str) -> None:
        self._database = Database(url, METADATA, "FULL", StoreError)
        self.ping()

    def __str__(self) -> str:
        """Give the URL without its password."""
        return str(self._database)

    def add(self, record: Record) -> None:
        """Write one record. When this returns, the record survives a crash of the program and of the machine."""
        with self._database.transaction() as connection:
            connection.execute(insert(RECORDS).values(to_row(record)))

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
            with self._database.transaction() as connection:
                return [from_row(row) for row in connection.execute(query)]
        except (ValueError, KeyError, TypeError):
            raise StoreError("a record in it was changed by another program and cannot be read.") from None

    def forget(self, sender_id: str) -> int:
        """Delete all records of a sender for good and give their number."""
        return self._delete(RECORDS.c.sender_id == escape(sender_id))

    def purge(self, before: datetime) -> int:
        """Delete all records older than `before` (with a time zone) for good and give their number."""
        return self._delete(RECORDS.c.at < stored_time(before))

    def ping(self) -> None:
        """Make sure that a record could be written now: write the schema version again."""
        first = self._database.insert(SCHEMA).values(id=1, version=SCHEMA_VERSION)
        with self._database.transaction() as connection:
            connection.execute(
                first.on_conflict_do_update(index_elements=[SCHEMA.c.id], set_={"version": SCHEMA.c.version})
            )
            version = connection.execute(select(SCHEMA.c.version)).scalar_one()
        if version != SCHEMA_VERSION:
            raise StoreError(
                f"its tables have version {version}, this program reads version {SCHEMA_VERSION}. "
                "Start the version of the program that wrote them, or name another database."
            )

    def close(self) -> None:
        """Close the connections."""
        self._database.close()

    def _delete(self, condition: object) -> int:
        with self._database.transaction() as connection:
            deleted = int(connection.execute(delete(RECORDS).where(condition)).rowcount)
        if deleted:
            self._database.erase_deleted()
        return deleted
