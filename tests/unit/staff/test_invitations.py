from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from cryobot.staff.accounts import AccountStore
from cryobot.staff.errors import AccountError, BadNameError, InvitationError, NameTakenError
from cryobot.staff.invitations import Invitation, InvitationStore
from cryobot.staff.role import Role

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
PASSWORD = "warm words for cold rooms"


def test_the_first_account_is_offered_while_there_is_none(accounts: AccountStore, invitations: InvitationStore) -> None:
    earlier, token = invitations.make_first(), invitations.make_first()
    assert earlier
    assert token
    with pytest.raises(InvitationError):
        invitations.find(earlier)
    assert invitations.find(token) == Invitation(Role.EDITOR, "")

    account = invitations.accept(token, "Maria", "Maria", PASSWORD)
    assert (account.name, account.role) == ("maria", Role.EDITOR)
    assert accounts.check("maria", PASSWORD) == account
    assert invitations.make_first() is None
    with pytest.raises(InvitationError, match="used already"):
        invitations.accept(token, "berta", "Berta", PASSWORD)


def test_the_offer_ends_with_the_first_account(accounts: AccountStore, invitations: InvitationStore) -> None:
    token = invitations.make_first()
    assert token
    accounts.add("maria", "Maria", Role.DESK, PASSWORD)

    with pytest.raises(InvitationError):
        invitations.accept(token, "eve", "Eve", PASSWORD)


def test_an_invitation_lasts_a_day(invitations: InvitationStore) -> None:
    token = invitations.make(Role.DESK, "Berta", NOW)

    assert invitations.find(token, NOW + timedelta(hours=23, minutes=59)) == Invitation(Role.DESK, "berta")
    with pytest.raises(InvitationError):
        invitations.find(token, NOW + timedelta(hours=24))
    assert invitations.delete_expired(NOW + timedelta(hours=24)) == 1
    with pytest.raises(InvitationError):
        invitations.find(token, NOW)


def test_the_name_of_the_invitation_is_taken(invitations: InvitationStore, accounts: AccountStore) -> None:
    account = invitations.accept(invitations.make(Role.DESK, "berta"), "eve", "Berta", PASSWORD)

    assert (account.name, account.role) == ("berta", Role.DESK)
    with pytest.raises(BadNameError):
        invitations.make(Role.DESK, "no name")


def test_after_a_mistake_it_can_be_used_again(invitations: InvitationStore, accounts: AccountStore) -> None:
    accounts.add("maria", "Maria", Role.DESK, PASSWORD)
    token = invitations.make(Role.DESK)
    for name, display_name, password in (
        ("maria", "Maria", PASSWORD),
        ("m", "M", PASSWORD),
        ("ana", "", PASSWORD),
        ("ana", "Ana", "short"),
    ):
        with pytest.raises(AccountError):
            invitations.accept(token, name, display_name, password)
    assert invitations.accept(token, "ana", "Ana", PASSWORD).name == "ana"
    with pytest.raises(NameTakenError):
        invitations.accept(invitations.make(Role.DESK), "ana", "Ana", PASSWORD)


def test_used_by_several_at_once_it_makes_one_account(invitations: InvitationStore, accounts: AccountStore) -> None:
    accounts.add("maria", "Maria", Role.DESK, PASSWORD)
    token = invitations.make(Role.DESK)

    def accept(number: int) -> bool:
        try:
            invitations.accept(token, f"person{number}", "Person", PASSWORD)
        except InvitationError:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(accept, range(4))) == 1
    assert accounts.count() == 2


@pytest.mark.parametrize("token", ["", "x", "\ud800\0", "x" * 43])
def test_a_token_that_nobody_made(invitations: InvitationStore, token: str) -> None:
    with pytest.raises(InvitationError, match="cryobot staff invite"):
        invitations.find(token)
