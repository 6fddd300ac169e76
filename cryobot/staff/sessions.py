"""Keeps who is logged in."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, insert, or_, select, update

from cryobot.records.database import Database
from cryobot.records.schema import stored_time
from cryobot.records.tables import ACCOUNTS, SESSIONS
from cryobot.staff.account import Account, account_of
from cryobot.staff.tokens import hashed, new_token

LONGEST = timedelta(days=7)
# Use is noted this often at most, since every request is one.
NOTED_AFTER = timedelta(seconds=60)


@dataclass(frozen=True)
class Session:
    """One person at one browser."""

    account: Account
    csrf_token: str


class SessionStore:
    """The sessions in the record database; may be used from any thread. Every method raises StoreError.

    Args:
        idle: after how long without use a session ends.
    """

    def __init__(self, database: Database, idle: timedelta) -> None:
        self._database = database
        self._idle = idle

    def start(self, account: Account, now: datetime | None = None) -> str:
        """Begin a session and give the token that the browser keeps."""
        token, at = new_token(), stored_time(now or datetime.now(UTC))
        values = {"csrf_token": new_token(), "created_at": at, "used_at": at}
        with self._database.transaction() as connection:
            connection.execute(insert(SESSIONS).values(token_hash=hashed(token), account_id=account.id, **values))
        return token

    def are_any(self, now: datetime | None = None) -> bool:
        """Tell whether anybody is logged in."""
        query = select(SESSIONS.c.token_hash).where(*self._lasting(now or datetime.now(UTC))).limit(1)
        with self._database.transaction() as connection:
            return connection.execute(query).first() is not None

    def find(self, token: str, is_use: bool = True, now: datetime | None = None) -> Session | None:
        """Give the session of a token, or None if there is none or if it has ended.

        Args:
            is_use: whether this counts as use, which what a page asks by itself does not.
        """
        moment = now or datetime.now(UTC)
        query = select(ACCOUNTS, SESSIONS.c.csrf_token, SESSIONS.c.used_at).join_from(SESSIONS, ACCOUNTS)
        with self._database.transaction() as connection:
            row = connection.execute(
                query.where(
                    SESSIONS.c.token_hash == hashed(token),
                    *self._lasting(moment),
                    ACCOUNTS.c.disabled_at.is_(None),
                )
            ).one_or_none()
            if row is None:
                return None
            if is_use and row.used_at < stored_time(moment - NOTED_AFTER):
                mine = update(SESSIONS).where(SESSIONS.c.token_hash == hashed(token))
                connection.execute(mine.values(used_at=stored_time(moment)))
        return Session(account_of(row), row.csrf_token)

    def end(self, token: str) -> None:
        """End one session."""
        with self._database.transaction() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.token_hash == hashed(token)))

    def end_all(self, account: Account) -> None:
        """End every session of an account."""
        with self._database.transaction() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.account_id == account.id))

    def number(self, account: Account, now: datetime | None = None) -> int:
        """Give at how many browsers an account is logged in."""
        lasting = self._lasting(now or datetime.now(UTC))
        query = select(func.count()).select_from(SESSIONS).where(SESSIONS.c.account_id == account.id, *lasting)
        with self._database.transaction() as connection:
            return int(connection.execute(query).scalar_one())

    def delete_ended(self, now: datetime | None = None) -> int:
        """Delete what is kept of sessions that have ended, and give their number."""
        moment = now or datetime.now(UTC)
        ended = or_(
            SESSIONS.c.used_at <= stored_time(moment - self._idle),
            SESSIONS.c.created_at <= stored_time(moment - LONGEST),
        )
        with self._database.transaction() as connection:
            return int(connection.execute(delete(SESSIONS).where(ended)).rowcount)

    def _lasting(self, moment: datetime) -> tuple[object, object]:
        return (
            SESSIONS.c.used_at > stored_time(moment - self._idle),
            SESSIONS.c.created_at > stored_time(moment - LONGEST),
        )
