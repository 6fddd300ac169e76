"""Conversations as rows of text in one SQL table. Knows nothing of what the text means."""

from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, MetaData, Table, Text, delete, select

from cryobot.errors import CryobotError
from cryobot.records.database import Database, missing_tables
from cryobot.records.plain_text import escape, unescape
from cryobot.records.schema import stored_time

METADATA = MetaData()

CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("sender_id", Text, primary_key=True),
    Column("events", Text, nullable=False),
    Column("updated_at", DateTime, nullable=False, index=True),
)


class ConversationStoreError(CryobotError):
    """The conversations cannot be read or written."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"The conversation store does not answer: {problem}\nCheck CRYOBOT_CONVERSATIONS_URL and the disk."
        )


class ConversationRows:
    """One row for each sender; may be used from any thread.

    Args:
        url: SQLAlchemy URL of an SQLite file (created with its folder) or of a PostgreSQL database.

    Raises:
        ConversationStoreError: by every method too, when the database cannot be opened, read or written.
    """

    def __init__(self, url: str) -> None:
        # NORMAL: a power cut may cost the last turns, and waiting for the disk would cost every turn.
        self._database = Database(url, missing_tables(METADATA), "NORMAL", ConversationStoreError)

    def __str__(self) -> str:
        """Give the URL without its password."""
        return str(self._database)

    def read(self, sender_id: str) -> str | None:
        """Give the events of a sender as they were written, or None if there are none."""
        query = select(CONVERSATIONS.c.events).where(CONVERSATIONS.c.sender_id == escape(sender_id))
        with self._database.transaction() as connection:
            events: str | None = connection.execute(query).scalar_one_or_none()
        return events

    def write(self, sender_id: str, events: str) -> None:
        """Put `events` (without NUL and surrogates) in the place of what was kept of a sender."""
        changed = {"events": events, "updated_at": stored_time(datetime.now(UTC))}
        new = self._database.insert(CONVERSATIONS).values(sender_id=escape(sender_id), **changed)
        with self._database.transaction() as connection:
            connection.execute(new.on_conflict_do_update(index_elements=[CONVERSATIONS.c.sender_id], set_=changed))

    def senders(self) -> list[str]:
        """Give the ids of all senders."""
        with self._database.transaction() as connection:
            return [unescape(sender) for sender in connection.execute(select(CONVERSATIONS.c.sender_id)).scalars()]

    def forget(self, sender_id: str) -> int:
        """Delete the conversation of a sender for good and give the number deleted: 1, or 0 if there was none."""
        return self._delete(CONVERSATIONS.c.sender_id == escape(sender_id))

    def purge(self, before: datetime) -> int:
        """Delete the conversations without a turn since `before` (with a time zone) and give their number."""
        return self._delete(CONVERSATIONS.c.updated_at < stored_time(before))

    def ping(self) -> None:
        """Make sure that the table can be read."""
        with self._database.transaction() as connection:
            connection.execute(select(CONVERSATIONS.c.sender_id).limit(1)).all()

    def close(self) -> None:
        """Close the connections."""
        self._database.close()

    def _delete(self, condition: object) -> int:
        with self._database.transaction() as connection:
            deleted = int(connection.execute(delete(CONVERSATIONS).where(condition)).rowcount)
        if deleted:
            self._database.erase_deleted()
        return deleted
