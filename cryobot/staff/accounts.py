"""Keeps the accounts of staff."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.engine import Connection

from cryobot.records.database import Database
from cryobot.records.plain_text import escape
from cryobot.records.schema import stored_time
from cryobot.records.tables import ACCOUNTS, INVITATIONS, SESSIONS
from cryobot.staff.account import Account, account_of, clean_display_name, clean_name
from cryobot.staff.errors import BadNameError, NameTakenError, NoSuchAccountError
from cryobot.staff.passwords import checked, hash_password, is_outdated, matches
from cryobot.staff.role import Role


class AccountStore:
    """The accounts in the record database; may be used from any thread. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, display_name: str, role: Role, password: str) -> Account:
        """Make an account.

        Raises:
            BadNameError, BadDisplayNameError, WeakPasswordError, NameTakenError.
        """
        values = new_account(name, display_name, role, password)
        with self._database.transaction() as connection:
            return insert_account(connection, self._database, values)

    def list(self) -> list[Account]:
        """Give all accounts by name."""
        with self._database.transaction() as connection:
            return [account_of(row) for row in connection.execute(select(ACCOUNTS).order_by(ACCOUNTS.c.name))]

    def count(self) -> int:
        """Give how many there are, disabled ones too."""
        with self._database.transaction() as connection:
            return int(connection.execute(select(func.count()).select_from(ACCOUNTS)).scalar_one())

    def find(self, name: str) -> Account | None:
        """Give the account of a name, or None if there is none."""
        with self._database.transaction() as connection:
            row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.name == _lowered(name))).one_or_none()
        return account_of(row) if row else None

    def get(self, name: str) -> Account:
        """Give the account of a name; raises NoSuchAccountError."""
        account = self.find(name)
        if account is None:
            raise NoSuchAccountError(name)
        return account

    def check(self, name: str, password: str) -> Account | None:
        """Give the account that the name and the password belong to, or None. Takes as long for names that are none."""
        with self._database.transaction() as connection:
            row = connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.name == _lowered(name))).one_or_none()
        right = matches(password, row.password_hash if row else None)
        if row is None or not right or row.disabled_at is not None:
            return None
        if is_outdated(row.password_hash):
            self._update(row.id, password_hash=hash_password(password))
        return account_of(row)

    def change_password(self, name: str, password: str) -> None:
        """Give the account another password and end all its sessions; raises WeakPasswordError, NoSuchAccountError."""
        account = self.get(name)
        self._update(account.id, end_sessions=True, password_hash=hash_password(checked(password, account.name)))

    def disable(self, name: str) -> Account:
        """Lock an account and end all its sessions; raises NoSuchAccountError."""
        self._update(self.get(name).id, end_sessions=True, disabled_at=stored_time(datetime.now(UTC)))
        return self.get(name)

    def enable(self, name: str) -> Account:
        """Unlock an account; raises NoSuchAccountError."""
        self._update(self.get(name).id, disabled_at=None)
        return self.get(name)

    def _update(self, account_id: int, end_sessions: bool = False, **values: Any) -> None:
        with self._database.transaction() as connection:
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.id == account_id).values(**values))
            if end_sessions:
                connection.execute(delete(SESSIONS).where(SESSIONS.c.account_id == account_id))


def new_account(name: str, display_name: str, role: Role, password: str) -> dict[str, Any]:
    """Give the column values of a new account; raises as `AccountStore.add` does, but for NameTakenError."""
    name = clean_name(name)
    return {
        "name": name,
        "display_name": escape(clean_display_name(display_name)),
        "role": role.value,
        "password_hash": hash_password(checked(password, name)),
        "created_at": stored_time(datetime.now(UTC)),
    }


def insert_account(connection: Connection, database: Database, values: dict[str, Any]) -> Account:
    """Write a new account; raises NameTakenError.

    With the first one, links that were made while there was none stop working.
    """
    first = connection.execute(select(ACCOUNTS.c.id).limit(1)).first() is None
    made = connection.execute(database.insert(ACCOUNTS).values(**values).on_conflict_do_nothing())
    if made.rowcount != 1:
        raise NameTakenError(values["name"])
    if first:
        connection.execute(delete(INVITATIONS).where(INVITATIONS.c.used_at.is_(None)))
    return account_of(connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.name == values["name"])).one())


def _lowered(name: str) -> str:
    try:
        return clean_name(name)
    except BadNameError:
        # No account has it.
        return ""
