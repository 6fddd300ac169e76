"""Keeps who looked at or did what in the desk, without words of visitors."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select

from cryobot.records.database import Database
from cryobot.records.plain_text import escape, unescape
from cryobot.records.schema import stored_time
from cryobot.records.tables import AUDIT

# The actor of what is done with the `cryobot` command.
TERMINAL = "terminal"
LONGEST_ACTION = 40
LONGEST_SUBJECT = 80


@dataclass(frozen=True)
class AuditEntry:
    """One thing that somebody did.

    Attributes:
        account: name of the account, or TERMINAL.
        action: such as "case-viewed".
        subject: an id that it was done to.
    """

    id: int
    at: datetime
    account: str
    action: str
    subject: str


class AuditStore:
    """The audit trail in the record database; may be used from any thread. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, account: str, action: str, subject: str = "") -> None:
        """Write one entry."""
        values = {
            "at": stored_time(datetime.now(UTC)),
            "account": account,
            "action": action[:LONGEST_ACTION],
            "subject": escape(subject)[:LONGEST_SUBJECT],
        }
        with self._database.transaction() as connection:
            connection.execute(insert(AUDIT).values(**values))

    def list(self, limit: int = 100, before: int | None = None, account: str = "") -> list[AuditEntry]:
        """Give the newest entries, newest first.

        Args:
            before: only those older than the entry of this id.
            account: only those of this account.
        """
        query = select(AUDIT).order_by(AUDIT.c.id.desc()).limit(limit)
        if before is not None:
            query = query.where(AUDIT.c.id < before)
        if account:
            query = query.where(AUDIT.c.account == account)
        with self._database.transaction() as connection:
            return [
                AuditEntry(row.id, row.at.replace(tzinfo=UTC), row.account, row.action, unescape(row.subject))
                for row in connection.execute(query)
            ]
