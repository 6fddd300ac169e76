import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from cryobot.cli.staff import NameMissingError, PasswordsDifferError, staff
from cryobot.messaging.settings import messaging_settings
from cryobot.records.store import RecordStore
from cryobot.settings import settings
from cryobot.staff.accounts import AccountStore
from cryobot.staff.audit import AuditStore
from cryobot.staff.errors import BadNameError, NameTakenError, NoSuchAccountError, WeakPasswordError
from cryobot.staff.invitations import InvitationStore
from cryobot.staff.role import Role

APP = typer.Typer()
APP.command()(staff)
PASSWORD = "warm words for cold rooms"


@pytest.fixture(autouse=True)
def _of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CRYOBOT_RECORDS_URL", f"sqlite:///{tmp_path / 'records.db'}")
    for read in (settings, messaging_settings):
        read.cache_clear()
    yield
    for read in (settings, messaging_settings):
        read.cache_clear()


@pytest.fixture
def store() -> Iterator[RecordStore]:
    with closing(RecordStore(settings().records_url)) as opened:
        yield opened


def run(*arguments: str, typed: str = f"{PASSWORD}\n{PASSWORD}\n") -> Result:
    result = CliRunner().invoke(APP, arguments, input=typed)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_an_account_is_made(store: RecordStore) -> None:
    result = run("add", "Maria", "--role", "editor", "--display-name", "María")

    assert result.exit_code == 0
    assert PASSWORD not in result.output
    account = AccountStore(store.database).check("maria", PASSWORD)
    assert account is not None
    assert (account.name, account.display_name, account.role) == ("maria", "María", Role.EDITOR)
    (entry,) = AuditStore(store.database).list()
    assert (entry.account, entry.action, entry.subject) == ("terminal", "account-made", "maria")


def test_an_account_is_of_the_desk_by_default(store: RecordStore) -> None:
    run("add", "maria")

    assert [(a.role, a.display_name) for a in AccountStore(store.database).list()] == [(Role.DESK, "maria")]


def test_what_is_not_made(store: RecordStore) -> None:
    with pytest.raises(WeakPasswordError):
        run("add", "maria", typed="short\n")
    with pytest.raises(PasswordsDifferError, match="Nothing was changed"):
        run("add", "maria", typed=f"{PASSWORD}\n{PASSWORD}!\n")
    with pytest.raises(BadNameError):
        run("add", "maria lopez", typed="")
    with pytest.raises(NameMissingError, match="cryobot staff add NAME"):
        run("add")
    assert AccountStore(store.database).list() == []
    run("add", "maria")
    with pytest.raises(NameTakenError):
        run("add", "MARIA", typed="")


def test_accounts_are_listed() -> None:
    assert "There is no account" in run("list").output
    run("add", "maria", "--role", "editor")
    run("add", "berta")
    run("disable", "berta")
    lines = [line for line in run("list").output.splitlines() if "maria" in line or "berta" in line]

    assert [re.findall(r"\w+(?: \d{4}-\d\d-\d\d)?", line)[-1].split()[0] for line in lines] == ["disabled", "on"]
    assert "editor" in lines[1]


def test_an_account_is_locked_and_unlocked(store: RecordStore) -> None:
    run("add", "maria")
    accounts = AccountStore(store.database)
    assert "cannot log in any more" in run("disable", "Maria").output
    assert accounts.check("maria", PASSWORD) is None
    assert "can log in again" in run("enable", "maria").output
    assert accounts.check("maria", PASSWORD) is not None
    with pytest.raises(NoSuchAccountError):
        run("disable", "nobody")
    actions = [entry.action for entry in AuditStore(store.database).list()]
    assert actions == ["account-enabled", "account-disabled", "account-made"]


def test_a_forgotten_password(store: RecordStore) -> None:
    run("add", "maria")
    run("password", "maria", typed="another one of hers\nanother one of hers\n")

    assert AccountStore(store.database).check("maria", "another one of hers") is not None
    with pytest.raises(NoSuchAccountError):
        run("password", "nobody", typed="")


@pytest.mark.parametrize(
    ("public", "start"),
    [
        ("", "http://127.0.0.1:5005/staff/welcome?token="),
        ("https://chat.example.org", "https://chat.example.org/staff/"),
    ],
)
def test_a_link_for_somebody(store: RecordStore, monkeypatch: pytest.MonkeyPatch, public: str, start: str) -> None:
    monkeypatch.setenv("CRYOBOT_PUBLIC_URL", public)
    messaging_settings.cache_clear()
    output = run("invite", "Berta", "--role", "editor").output

    token = output.rpartition("token=")[2].strip()
    assert start in output
    invitation = InvitationStore(store.database).find(token)
    assert (invitation.name, invitation.role) == ("berta", Role.EDITOR)
    assert token not in str(AuditStore(store.database).list())
