"""One-time links with which a person makes an account."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from cryobot.records.database import Database
from cryobot.records.schema import stored_time
from cryobot.records.tables import ACCOUNTS, INVITATIONS
from cryobot.staff.account import Account, clean_name
from cryobot.staff.accounts import insert_account, new_account
from cryobot.staff.errors import InvitationError
from cryobot.staff.role import Role
from cryobot.staff.tokens import hashed, new_token

LASTS = timedelta(hours=24)


@dataclass(frozen=True)
class Invitation:
    """What a link is good for; `name` is empty if the person chooses it."""

    role: Role
    name: str


class InvitationStore:
    """The invitations in the record database; may be used from any thread. Every method raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, role: Role, name: str = "", now: datetime | None = None) -> str:
        """Make an invitation and give its token; raises BadNameError."""
        invited = clean_name(name) if name else ""
        with self._database.transaction() as connection:
            return _make(connection, role, invited, now or datetime.now(UTC))

    def make_first(self) -> str | None:
        """Give the token of a new invitation for an editor while there is no account; earlier ones stop working."""
        with self._database.transaction() as connection:
            if connection.execute(select(ACCOUNTS.c.id).limit(1)).first() is not None:
                return None
            connection.execute(delete(INVITATIONS))
            return _make(connection, Role.EDITOR, "", datetime.now(UTC))

    def find(self, token: str, now: datetime | None = None) -> Invitation:
        """Give what a token is good for; raises InvitationError."""
        with self._database.transaction() as connection:
            row = connection.execute(
                select(INVITATIONS).where(
                    INVITATIONS.c.token_hash == hashed(token),
                    INVITATIONS.c.used_at.is_(None),
                    INVITATIONS.c.created_at > stored_time((now or datetime.now(UTC)) - LASTS),
                )
            ).one_or_none()
        if row is None:
            raise InvitationError
        return Invitation(Role(row.role), row.name)

    def accept(self, token: str, name: str, display_name: str, password: str) -> Account:
        """Make the account of an invitation, once.

        Args:
            name: not heeded if the invitation has one.

        Raises:
            InvitationError, BadNameError, BadDisplayNameError, WeakPasswordError, NameTakenError: then the link can
                be used again.
        """
        invitation = self.find(token)
        values = new_account(invitation.name or name, display_name, invitation.role, password)
        this = INVITATIONS.c.token_hash == hashed(token), INVITATIONS.c.used_at.is_(None)
        with self._database.transaction() as connection:
            used = update(INVITATIONS).where(*this).values(used_at=stored_time(datetime.now(UTC)))
            if connection.execute(used).rowcount != 1:
                raise InvitationError
            return insert_account(connection, self._database, values)

    def delete_expired(self, now: datetime | None = None) -> int:
        """Delete those that cannot be used any more because of their age, and give their number."""
        old = INVITATIONS.c.created_at <= stored_time((now or datetime.now(UTC)) - LASTS)
        with self._database.transaction() as connection:
            return int(connection.execute(delete(INVITATIONS).where(old)).rowcount)


def _make(connection: Connection, role: Role, name: str, now: datetime) -> str:
    token = new_token()
    values = {"token_hash": hashed(token), "role": role.value, "name": name, "created_at": stored_time(now)}
    connection.execute(insert(INVITATIONS).values(**values))
    return token
