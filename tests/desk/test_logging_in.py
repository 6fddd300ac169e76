"""Logging in and out, as a browser does it."""

from typing import TYPE_CHECKING

import pytest

from cryobot.staff.role import Role

if TYPE_CHECKING:
    from real_desk.house import DeskServer

WRONG = "The name or the password is wrong."


def actions(server: "DeskServer") -> list[tuple[str, str]]:
    return [(entry.account, entry.action) for entry in reversed(server.desk.audit.list())]


def test_the_right_password_opens_the_desk(staffed: "DeskServer") -> None:
    from real_desk.house import PASSWORD
    from real_desk.staff_browser import SESSION

    staffed.account()
    browser = staffed.stranger()
    answer = browser.log_in(" Maria", PASSWORD)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff")
    (cookie,) = (c for c in answer.headers.get_list("Set-Cookie") if c.startswith(SESSION))
    assert cookie.partition("; ")[2] == "HttpOnly; SameSite=Strict; Path=/staff"
    assert browser.get("/account").status_code == 200
    assert actions(staffed) == [("maria", "logged-in")]


def test_only_a_hash_of_the_token_is_kept(staffed: "DeskServer", tmp_path_factory: pytest.TempPathFactory) -> None:
    from cryobot.records.tables import SESSIONS

    browser = staffed.browser()
    with staffed.desk.store.database.transaction() as connection:
        (row,) = connection.execute(SESSIONS.select())
    assert browser.session not in str(dict(row._mapping))
    assert browser.session


def test_the_session_of_before_ends_with_a_new_one(staffed: "DeskServer") -> None:
    from real_desk.house import PASSWORD
    from real_desk.staff_browser import SESSION

    browser = staffed.browser()
    before = browser.session
    # The form, as it was open before somebody logged in in another tab.
    browser.send("/log-in", {"csrf_token": browser.csrf_token(), "name": "maria", "password": PASSWORD})

    assert browser.session not in {"", before}
    assert staffed.stranger().get("/account", Cookie=f"{SESSION}={before}").status_code == 303
    assert browser.get("/account").status_code == 200


@pytest.mark.parametrize(
    ("name", "password"),
    [("maria", "a wrong password"), ("nobody", "a wrong password"), ("", ""), ("maria", ""), ("\0", "x" * 10_000)],
)
def test_anything_else_does_not(staffed: "DeskServer", name: str, password: str) -> None:
    staffed.account()
    browser = staffed.stranger()
    answer = browser.log_in(name, password)

    assert answer.status_code == 403
    assert WRONG in answer.text
    assert password not in answer.text or not password
    assert browser.session == ""


def test_a_locked_account_is_not_told_apart(staffed: "DeskServer") -> None:
    from real_desk.house import PASSWORD

    staffed.account()
    staffed.desk.accounts.disable("maria")
    answer = staffed.stranger().log_in("maria", PASSWORD)

    assert (answer.status_code, WRONG in answer.text) == (403, True)


def test_names_that_are_none_are_not_written_down(staffed: "DeskServer") -> None:
    staffed.account()
    browser = staffed.stranger()
    browser.log_in("maria", "a wrong password")
    browser.log_in("my password, typed into the wrong field", "maria")

    assert actions(staffed) == [("maria", "log-in-failed")]


def test_too_many_of_a_name(staffed: "DeskServer") -> None:
    from real_desk.house import PASSWORD

    staffed.account()
    browser = staffed.stranger()
    for _ in range(10):
        assert browser.log_in("maria", "a wrong password").status_code == 403
    answer = browser.log_in("MARIA ", PASSWORD)

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60
    assert "Try again in 15 minutes." in answer.text
    assert browser.session == ""
    staffed.account(Role.EDITOR)
    assert browser.log_in("edith", PASSWORD).status_code == 303


def test_too_many_of_an_address(staffed: "DeskServer") -> None:
    from real_desk.house import PASSWORD

    from cryobot.browser.limits import RequestLimits
    from cryobot.desk.attempts import Attempts

    staffed.desk.shared["log-in"] = Attempts(RequestLimits("10/15minute", "3/minute"))
    staffed.account()
    browser = staffed.stranger()
    statuses = [browser.log_in(name, PASSWORD).status_code for name in ("a1", "a2", "a3", "maria")]

    assert statuses == [403, 403, 403, 429]


def test_the_right_password_is_not_counted_against_a_name(staffed: "DeskServer") -> None:
    from real_desk.house import PASSWORD

    staffed.account()
    for _ in range(11):
        assert staffed.stranger().log_in("maria", PASSWORD).status_code == 303


@pytest.mark.parametrize(
    ("after", "leads_to"),
    [
        ("/staff/account?a=1&b=%2F", "/staff/account?a=1&b=%2F"),
        ("/staff", "/staff"),
        ("/staff?q=a", "/staff?q=a"),
        ("", "/staff"),
        ("https://evil.example/", "/staff"),
        ("//evil.example/", "/staff"),
        ("/staffx", "/staff"),
        ("/staff\\..\\evil", "/staff"),
        ("/staff/a\r\nSet-Cookie: a=b", "/staff"),
        ("javascript:alert(1)", "/staff"),
        ("/elsewhere", "/staff"),
    ],
)
def test_where_it_leads(staffed: "DeskServer", after: str, leads_to: str) -> None:
    from real_desk.house import PASSWORD

    staffed.account()
    answer = staffed.stranger().log_in("maria", PASSWORD, after=after)

    assert (answer.status_code, answer.headers["Location"]) == (303, leads_to)
    assert "a=b" not in answer.headers.get_list("Set-Cookie")


def test_the_page_that_was_asked_for_opens_afterwards(staffed: "DeskServer") -> None:
    from real_desk.house import PASSWORD

    staffed.account(Role.EDITOR)
    browser = staffed.stranger()
    way = browser.get("/audit?account=maria&before=5").headers["Location"]
    form = browser.client.get(way).text
    after = form.partition('name="next" value="')[2].partition('"')[0].replace("&amp;", "&")

    assert way == "/staff/log-in?next=%2Fstaff%2Faudit%3Faccount%3Dmaria%26before%3D5"
    assert browser.log_in("edith", PASSWORD, after).headers["Location"] == "/staff/audit?account=maria&before=5"


def test_who_is_logged_in_is_led_on(staffed: "DeskServer") -> None:
    assert staffed.browser().get("/log-in?next=/staff/account").headers["Location"] == "/staff/account"


def test_a_link_in_a_mail_is_followed_by_the_browser_itself(staffed: "DeskServer") -> None:
    """The strict cookie is kept back when another site leads here, and sent when the desk's own page does."""
    browser = staffed.stranger()
    elsewhere = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    answer = browser.get('/queue/1?a=1&b="><script>', **elsewhere)

    if answer.status_code == 404:
        answer = browser.get('/account?a=1&b="><script>', **elsewhere)
    assert answer.status_code == 200
    assert '<meta http-equiv="refresh" content="0; url=/staff/' in answer.text
    assert "<script>" not in answer.text


def test_logging_out(staffed: "DeskServer") -> None:
    browser = staffed.browser()
    answer = browser.post("/log-out")

    assert answer.headers["Location"] == "/staff/log-in"
    assert browser.session == ""
    assert actions(staffed) == [("maria", "logged-out")]
