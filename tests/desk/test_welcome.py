"""Making an account by a one-time link."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from cryobot.staff.role import Role

if TYPE_CHECKING:
    from real_desk.house import DeskServer
    from real_desk.staff_browser import StaffBrowser

FIELDS = {
    "name": "Ana",
    "display_name": "Ana María",
    "password": "warm words for cold rooms",
    "again": "warm words for cold rooms",
}
INVALID = "This link was used already or is older than 24 hours."


def open_link(browser: "StaffBrowser", token: str) -> None:
    answer = browser.get(f"/welcome?token={token}")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff/welcome")
    assert token not in answer.text


def test_the_first_account(staffed: "DeskServer") -> None:
    token = staffed.desk.invitations.make_first()
    assert token
    browser = staffed.stranger()
    open_link(browser, token)
    form = browser.get("/welcome")
    answer = browser.post("/welcome", FIELDS, form_page="/welcome")

    assert token not in form.text
    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff")
    account = staffed.desk.accounts.get("ana")
    assert (account.display_name, account.role) == ("Ana María", Role.EDITOR)
    page = browser.get("/account")
    assert "Your account is made, and you are logged in." in page.text
    assert "Your account is made" not in browser.get("/account").text
    assert [(e.account, e.action) for e in staffed.desk.audit.list()] == [("ana", "logged-in"), ("ana", "account-made")]
    assert staffed.desk.invitations.make_first() is None


def test_the_token_is_kept_from_scripts(staffed: "DeskServer") -> None:
    answer = staffed.stranger().get(f"/welcome?token={staffed.desk.invitations.make_first()}")

    (cookie,) = (c for c in answer.headers.get_list("Set-Cookie") if c.startswith("cryobot-welcome="))
    assert cookie.partition("; ")[2] == "HttpOnly; SameSite=Lax; Path=/staff; Max-Age=3600"


def test_a_link_is_good_once(staffed: "DeskServer") -> None:
    token = staffed.desk.invitations.make(Role.DESK)
    first, second = staffed.stranger(), staffed.stranger()
    open_link(first, token)
    open_link(second, token)
    waiting = second.csrf_token("/welcome")
    assert first.post("/welcome", FIELDS, form_page="/welcome").status_code == 303
    late = second.send("/welcome", {"csrf_token": waiting, **FIELDS, "name": "eve"})
    again = staffed.stranger()
    open_link(again, token)

    assert (late.status_code, INVALID in late.text) == (403, True)
    assert (again.get("/welcome").status_code, INVALID in again.get("/welcome").text) == (403, True)
    assert [account.name for account in staffed.desk.accounts.list()] == ["ana"]


@pytest.mark.parametrize("token", ["x", "x" * 43, "a; Path=/", "%0d%0aSet-Cookie:a=b"])
def test_a_link_that_nobody_made(staffed: "DeskServer", token: str) -> None:
    browser = staffed.stranger()
    answer = browser.get(f"/welcome?token={token}")
    page = browser.get("/welcome")

    assert all(c.startswith("cryobot-") for c in answer.headers.get_list("Set-Cookie"))
    assert (page.status_code, INVALID in page.text) == (403, True)


def test_a_link_that_is_too_old(staffed: "DeskServer") -> None:
    long_ago = datetime.now(UTC) - timedelta(hours=24, seconds=1)
    browser = staffed.stranger()
    open_link(browser, staffed.desk.invitations.make(Role.DESK, now=long_ago))

    assert browser.get("/welcome").status_code == 403


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "a"}, "Choose a name of 2 to 60"),
        ({"name": "ana <b>"}, "Choose a name of 2 to 60"),
        ({"display_name": " "}, "Write a name of 1 to 60"),
        ({"password": "short", "again": "short"}, "Choose a password of 12 to 200"),
        ({"password": "aaaaaaaaaaaaaaa", "again": "aaaaaaaaaaaaaaa"}, "at least 5 different ones"),
        ({"again": "warm words for cold room"}, "The two passwords differ."),
        ({"name": "MARIA"}, "Somebody has this name already."),
    ],
)
def test_what_cannot_be_used_is_said_and_the_link_stays_good(
    staffed: "DeskServer", fields: dict[str, str], said: str
) -> None:
    staffed.account()
    browser = staffed.stranger()
    open_link(browser, staffed.desk.invitations.make(Role.DESK))
    answer = browser.post("/welcome", FIELDS | fields, form_page="/welcome")

    assert (answer.status_code, said in answer.text) == (400, True)
    assert "warm words" not in answer.text
    assert browser.post("/welcome", FIELDS, form_page="/welcome").status_code == 303


def test_a_link_for_somebody_has_the_name(staffed: "DeskServer") -> None:
    browser = staffed.stranger()
    open_link(browser, staffed.desk.invitations.make(Role.DESK, "Berta"))
    assert 'value="berta"' in browser.get("/welcome").text
    browser.post("/welcome", FIELDS, form_page="/welcome")

    assert [account.name for account in staffed.desk.accounts.list()] == ["berta"]
