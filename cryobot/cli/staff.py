"""`cryobot staff`: who may use the staff desk."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from cryobot.errors import CryobotError
from cryobot.records.store import RecordStore
from cryobot.settings import settings
from cryobot.staff.account import Account, clean_name
from cryobot.staff.accounts import AccountStore
from cryobot.staff.audit import TERMINAL, AuditStore
from cryobot.staff.errors import NameTakenError
from cryobot.staff.invitations import InvitationStore
from cryobot.staff.links import welcome_link
from cryobot.staff.passwords import checked
from cryobot.staff.role import Role


class Action(StrEnum):
    """What the command does."""

    ADD = "add"
    LIST = "list"
    DISABLE = "disable"
    ENABLE = "enable"
    PASSWORD = "password"
    INVITE = "invite"


class NameMissingError(CryobotError):
    """The action needs a name."""

    def __init__(self, action: Action) -> None:
        super().__init__(f"Say whose account: cryobot staff {action} NAME")


@dataclass(frozen=True)
class _House:
    accounts: AccountStore
    invitations: InvitationStore
    audit: AuditStore


def staff(
    action: Annotated[Action, typer.Argument(help="What to do.")],
    name: Annotated[str, typer.Argument(help="Name for logging in.", show_default=False)] = "",
    role: Annotated[Role, typer.Option(help="What the account may do, for 'add' and 'invite'.")] = Role.DESK,
    display_name: Annotated[str, typer.Option(help="What visitors read as the name; by default the name.")] = "",
) -> None:
    """Manage the accounts of the staff desk: add, list, disable, enable, password; invite prints a one-time link.

    Raises:
        AccountError: the name or the password cannot be used; the message says why.
        StoreError: the record store does not answer.
    """
    if not name and action in {Action.ADD, Action.DISABLE, Action.ENABLE, Action.PASSWORD}:
        raise NameMissingError(action)
    with _opened() as house:
        if action is Action.ADD:
            _add(house, name, role, display_name)
        elif action is Action.LIST:
            _list(house.accounts.list())
        elif action is Action.INVITE:
            link = welcome_link(house.invitations.make(role, name))
            house.audit.add(TERMINAL, "account-invited", clean_name(name) if name else "")
            typer.echo(f"This link makes one account, for 24 hours:\n  {link}")
        elif action is Action.PASSWORD:
            account = house.accounts.get(name)
            house.accounts.change_password(name, _asked_password(account.name))
            house.audit.add(TERMINAL, "password-changed", account.name)
            typer.echo(f"The password of '{account.name}' is changed, and '{account.name}' is logged out everywhere.")
        else:
            _switch(house, name, action)


def _add(house: _House, name: str, role: Role, display_name: str) -> None:
    cleaned = clean_name(name)
    if house.accounts.find(cleaned) is not None:
        raise NameTakenError(cleaned)
    account = house.accounts.add(cleaned, display_name or name, role, _asked_password(cleaned))
    house.audit.add(TERMINAL, "account-made", account.name)
    typer.echo(f"The account '{account.name}' ({account.role}) is made. Log in at /staff.")


def _switch(house: _House, name: str, action: Action) -> None:
    if action is Action.DISABLE:
        account = house.accounts.disable(name)
        typer.echo(f"'{account.name}' is logged out everywhere and cannot log in any more.")
    else:
        account = house.accounts.enable(name)
        typer.echo(f"'{account.name}' can log in again.")
    house.audit.add(TERMINAL, f"account-{action}d", account.name)


def _asked_password(name: str) -> str:
    # Checked between the two questions, so that a weak one is not typed twice in vain.
    password = checked(str(typer.prompt("Password (at least 12 characters)", hide_input=True)), name)
    if typer.prompt("The same again", hide_input=True) != password:
        raise PasswordsDifferError
    return password


class PasswordsDifferError(CryobotError):
    """The password was typed in two ways."""

    def __init__(self) -> None:
        super().__init__("The two passwords differ. Nothing was changed; run the command again.")


def _list(accounts: list[Account]) -> None:
    if not accounts:
        typer.echo("There is no account. Make one: cryobot staff add NAME --role editor")
        return
    table = Table(title="Accounts", title_justify="left")
    for column in ("name", "visitors read", "role", "since", "state"):
        table.add_column(column)
    for account in accounts:
        state = f"disabled {account.disabled_at:%Y-%m-%d}" if account.disabled_at else "on"
        table.add_row(account.name, account.display_name, account.role, f"{account.created_at:%Y-%m-%d}", state)
    Console().print(table)


@contextmanager
def _opened() -> Iterator[_House]:
    with closing(RecordStore(settings().records_url)) as store:
        yield _House(AccountStore(store.database), InvitationStore(store.database), AuditStore(store.database))
