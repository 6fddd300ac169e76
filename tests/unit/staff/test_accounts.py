from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import update

from cryobot.records.database import Database
from cryobot.records.tables import ACCOUNTS
from cryobot.staff.accounts import AccountStore
from cryobot.staff.errors import (
    BadDisplayNameError,
    BadNameError,
    NameTakenError,
    NoSuchAccountError,
    WeakPasswordError,
)
from cryobot.staff.role import Role
from cryobot.staff.sessions import SessionStore

PASSWORD = "warm words for cold rooms"


def stored_hash(database: Database, name: str) -> str:
    with database.transaction() as connection:
        query = ACCOUNTS.select().where(ACCOUNTS.c.name == name)
        return str(connection.execute(query).one().password_hash)


def test_an_account_is_kept(accounts: AccountStore) -> None:
    made = accounts.add(" Maria.Lopez", "María\u200b  López ", Role.EDITOR, PASSWORD)

    assert (made.name, made.display_name, made.role) == ("maria.lopez", "María López", Role.EDITOR)
    assert made.disabled_at is None
    assert accounts.get("MARIA.LOPEZ") == made
    assert accounts.list() == [made]
    assert accounts.count() == 1


def test_passwords_are_hashed_by_argon2id(accounts: AccountStore, database: Database) -> None:
    accounts.add("maria", "Maria", Role.DESK, PASSWORD)
    accounts.add("berta", "Berta", Role.DESK, PASSWORD)

    first, second = stored_hash(database, "maria"), stored_hash(database, "berta")
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert first != second
    assert PASSWORD not in first


def test_the_right_name_and_password(accounts: AccountStore) -> None:
    made = accounts.add("maria", "Maria", Role.DESK, PASSWORD)

    assert accounts.check("Maria ", PASSWORD) == made
    for name, password in (
        ("maria", PASSWORD + "!"),
        ("maria", ""),
        ("nobody", PASSWORD),
        ("", ""),
        ("maria\0", PASSWORD),
        ("\ud800", "\ud800"),
    ):
        assert accounts.check(name, password) is None


def test_a_locked_account(accounts: AccountStore, database: Database) -> None:
    made = accounts.add("maria", "Maria", Role.DESK, PASSWORD)
    sessions = SessionStore(database, timedelta(hours=1))
    token = sessions.start(made)
    locked = accounts.disable("maria")

    assert locked.disabled_at is not None
    assert accounts.check("maria", PASSWORD) is None
    assert sessions.find(token) is None
    assert accounts.enable("maria").disabled_at is None
    assert accounts.check("maria", PASSWORD) == made
    assert sessions.find(token) is None


def test_another_password(accounts: AccountStore, database: Database) -> None:
    made, other = (accounts.add(name, name, Role.DESK, PASSWORD) for name in ("maria", "berta"))
    sessions = SessionStore(database, timedelta(hours=1))
    token, others = sessions.start(made), sessions.start(other)
    accounts.change_password("maria", "another one of mine")

    assert accounts.check("maria", PASSWORD) is None
    assert accounts.check("maria", "another one of mine") == made
    assert sessions.find(token) is None
    assert sessions.find(others) is not None


def test_a_hash_with_older_parameters_is_renewed(accounts: AccountStore, database: Database) -> None:
    accounts.add("maria", "Maria", Role.DESK, PASSWORD)
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    with database.transaction() as connection:
        connection.execute(update(ACCOUNTS).values(password_hash=weak))

    assert accounts.check("maria", "a wrong password") is None
    assert stored_hash(database, "maria") == weak
    assert accounts.check("maria", PASSWORD) is not None
    assert stored_hash(database, "maria").startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.parametrize("stored", ["", "plain", "$argon2id$broken"])
def test_a_damaged_hash_fits_nothing(accounts: AccountStore, database: Database, stored: str) -> None:
    accounts.add("maria", "Maria", Role.DESK, PASSWORD)
    with database.transaction() as connection:
        connection.execute(update(ACCOUNTS).values(password_hash=stored))

    assert accounts.check("maria", PASSWORD) is None
    assert accounts.check("maria", stored) is None


@pytest.mark.parametrize("name", ["", "a", ".a", "a b", "ñu", "a" * 61, "a/b", "a\nb", "<b>"])
def test_names_that_cannot_be_used(accounts: AccountStore, name: str) -> None:
    with pytest.raises(BadNameError, match="Choose another"):
        accounts.add(name, "Maria", Role.DESK, PASSWORD)


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "a" * 61, "\0", "a\\b"])
def test_display_names_that_cannot_be_used(accounts: AccountStore, name: str) -> None:
    with pytest.raises(BadDisplayNameError, match="Write another"):
        accounts.add("maria", name, Role.DESK, PASSWORD)


@pytest.mark.parametrize("password", ["", "elevenchars", "aaaabbbbccccdddd"[:4] * 4, "maria.lopez.maria", "x1y2" * 51])
def test_passwords_that_cannot_be_used(accounts: AccountStore, password: str) -> None:
    with pytest.raises(WeakPasswordError, match="12 to 200"):
        accounts.add("maria.lopez.maria", "Maria", Role.DESK, password)
    assert accounts.list() == []


def test_a_name_twice(accounts: AccountStore) -> None:
    accounts.add("maria", "Maria", Role.DESK, PASSWORD)
    with pytest.raises(NameTakenError, match="'maria' already"):
        accounts.add("MARIA", "Other", Role.EDITOR, PASSWORD)
    assert [account.role for account in accounts.list()] == [Role.DESK]


def test_a_name_twice_at_once(accounts: AccountStore) -> None:
    def add(number: int) -> bool:
        try:
            accounts.add("maria", f"Maria {number}", Role.DESK, PASSWORD)
        except NameTakenError:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(add, range(4))) == [False, False, False, True]


def test_an_account_that_is_not_there(accounts: AccountStore) -> None:
    for change in (accounts.get, accounts.disable, accounts.enable):
        with pytest.raises(NoSuchAccountError, match="cryobot staff list"):
            change("nobody")
    with pytest.raises(NoSuchAccountError):
        accounts.change_password("nobody", PASSWORD)
    assert accounts.find("nobody") is None


def test_an_editor_may_do_all_that_the_desk_may() -> None:
    assert [role.may(needed) for role in Role for needed in Role] == [True, False, True, True]
