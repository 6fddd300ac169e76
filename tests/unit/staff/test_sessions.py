from datetime import UTC, datetime, timedelta

import pytest

from cryobot.records.database import Database
from cryobot.staff.account import Account
from cryobot.staff.accounts import AccountStore
from cryobot.staff.role import Role
from cryobot.staff.sessions import SessionStore
from cryobot.staff.tokens import hashed, is_token

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def sessions(database: Database) -> SessionStore:
    return SessionStore(database, timedelta(hours=2))


@pytest.fixture
def maria(accounts: AccountStore) -> Account:
    return accounts.add("maria", "Maria", Role.DESK, "warm words for cold rooms")


def after(**time: float) -> datetime:
    return NOW + timedelta(**time)


def test_a_session(sessions: SessionStore, maria: Account) -> None:
    token, other = sessions.start(maria, NOW), sessions.start(maria, NOW)
    found = sessions.find(token, now=NOW)

    assert found is not None
    assert found.account == maria
    assert is_token(token)
    assert is_token(found.csrf_token)
    assert token != other
    second = sessions.find(other, now=NOW)
    assert second is not None
    assert second.csrf_token != found.csrf_token
    assert sessions.find(hashed(token), now=NOW) is None
    assert sessions.find("", now=NOW) is None
    assert sessions.find("\ud800\0", now=NOW) is None


def test_it_ends_after_a_time_without_use(sessions: SessionStore, maria: Account) -> None:
    token = sessions.start(maria, NOW)

    assert sessions.find(token, now=after(hours=1, minutes=59))
    assert sessions.find(token, now=after(hours=3, minutes=58))
    assert sessions.find(token, now=after(hours=6)) is None


def test_what_a_page_asks_by_itself_is_no_use(sessions: SessionStore, maria: Account) -> None:
    token = sessions.start(maria, NOW)

    assert sessions.find(token, is_use=False, now=after(hours=1, minutes=59))
    assert sessions.find(token, is_use=False, now=after(hours=2)) is None


def test_it_ends_after_seven_days_at_the_latest(sessions: SessionStore, maria: Account) -> None:
    token = sessions.start(maria, NOW)
    for hour in range(1, 7 * 24):
        assert sessions.find(token, now=after(hours=hour)), hour
    assert sessions.find(token, now=after(days=7)) is None


def test_ending_one_and_ending_all(sessions: SessionStore, maria: Account, accounts: AccountStore) -> None:
    berta = accounts.add("berta", "Berta", Role.DESK, "warm words for cold rooms")
    first, second, hers = (sessions.start(account, NOW) for account in (maria, maria, berta))

    assert sessions.number(maria, NOW) == 2
    assert sessions.number(maria, after(hours=3)) == 0
    sessions.end(first)
    assert [sessions.find(token, now=NOW) is not None for token in (first, second, hers)] == [False, True, True]
    sessions.end_all(maria)
    assert [sessions.find(token, now=NOW) is not None for token in (first, second, hers)] == [False, False, True]


def test_whether_anybody_is_logged_in(sessions: SessionStore, maria: Account) -> None:
    assert not sessions.are_any(NOW)
    sessions.start(maria, NOW)
    assert sessions.are_any(NOW)
    assert not sessions.are_any(after(hours=2, seconds=1))


def test_what_has_ended_is_deleted(sessions: SessionStore, maria: Account) -> None:
    sessions.start(maria, NOW)
    lasting = sessions.start(maria, after(hours=1))

    assert sessions.delete_ended(after(hours=2)) == 1
    assert sessions.find(lasting, now=after(hours=2))
