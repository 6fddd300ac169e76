"""What strangers get, at every page that the desk has."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from cryobot.records.schema import stored_time
from cryobot.records.tables import SESSIONS
from cryobot.staff.role import Role

if TYPE_CHECKING:
    from real_desk.house import DeskServer
    from real_desk.staff_browser import StaffBrowser


@contextmanager
def nothing_happens(server: "DeskServer") -> Iterator[None]:
    """Make sure that nobody did or looked at anything."""
    before = server.desk.audit.list()
    yield
    assert server.desk.audit.list() == before


def set_session(server: "DeskServer", **values: Any) -> None:
    with server.desk.store.database.transaction() as connection:
        connection.execute(update(SESSIONS).values(**values))


def ago(**time: float) -> datetime:
    return stored_time(datetime.now(UTC) - timedelta(**time))


def test_there_are_pages_of_every_kind(staffed: "DeskServer") -> None:
    kinds = {(page.method, page.role) for page in staffed.site.pages}

    assert kinds >= {(method, role) for method in ("GET", "POST") for role in (None, Role.DESK, Role.EDITOR)}
    assert {page.method for page in staffed.site.pages} == {"GET", "POST"}


def test_every_page_without_a_session(staffed: "DeskServer") -> None:
    from real_desk.routes import ask, is_refused

    browser = staffed.stranger()
    token = browser.csrf_token("/log-in")
    with nothing_happens(staffed):
        answers = {page: ask(browser, page, token) for page in staffed.site.pages if page.role is not None}
    assert [page.full_path for page, answer in answers.items() if not is_refused(answer, page)] == []


def test_every_part_of_a_page_without_a_session_leads_to_the_log_in(staffed: "DeskServer") -> None:
    from real_desk.routes import ask, of_method

    browser = staffed.stranger()
    for page in of_method(staffed, "GET", with_session=True):
        answer = ask(browser, page, HX_Request="true")
        assert (answer.status_code, answer.headers["HX-Redirect"], answer.text) == (401, "/staff/log-in", "")


def test_every_page_of_editors_for_the_desk(staffed: "DeskServer") -> None:
    from real_desk.routes import NOT_ALLOWED, ask, of_role

    browser = staffed.browser(Role.DESK)
    token = browser.csrf_token()
    with nothing_happens(staffed):
        for page in of_role(staffed, Role.EDITOR):
            answer = ask(browser, page, token)
            assert (answer.status_code, NOT_ALLOWED in answer.text) == (403, True), page.full_path


def test_every_form_with_a_forged_token_or_none(staffed: "DeskServer") -> None:
    from real_desk.routes import STALE, ask, of_method

    browser, other = staffed.browser(Role.EDITOR), staffed.browser(Role.EDITOR)
    forged = ("", "forged", other.csrf_token(), staffed.stranger().csrf_token("/log-in"), "é\0")
    with nothing_happens(staffed):
        for page in of_method(staffed, "POST"):
            for token in forged:
                answer = ask(browser, page, token)
                assert (answer.status_code, STALE in answer.text) == (403, True), (page.full_path, token)
            answer = ask(browser, page, X_CSRF_Token="forged")
            assert (answer.status_code, STALE in answer.text) == (403, True), page.full_path


def test_forms_that_need_no_session_with_the_token_of_another_browser(staffed: "DeskServer") -> None:
    from real_desk.routes import STALE, ask, of_method

    browser, other = staffed.stranger(), staffed.stranger()
    token = other.csrf_token("/log-in")
    for page in of_method(staffed, "POST"):
        if page.role is None:
            for _ in range(2):
                answer = ask(browser, page, token)
                assert (answer.status_code, STALE in answer.text) == (403, True), page.full_path
                browser.get("/log-in")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_every_form_from_another_origin(staffed: "DeskServer", headers: dict[str, str]) -> None:
    from real_desk.routes import OTHER_ORIGIN, ask, of_method

    browser = staffed.browser(Role.EDITOR)
    token = browser.csrf_token()
    with nothing_happens(staffed):
        for page in of_method(staffed, "POST"):
            answer = ask(browser, page, token, **headers)
            assert (answer.status_code, OTHER_ORIGIN in answer.text) == (403, True), page.full_path


def test_every_form_without_an_origin(staffed: "DeskServer") -> None:
    from real_desk.routes import OTHER_ORIGIN, of_method, path_of

    browser = staffed.browser(Role.EDITOR)
    token = browser.csrf_token()
    with nothing_happens(staffed):
        for page in of_method(staffed, "POST"):
            answer = browser.client.post(f"/staff{path_of(page)}", data={"csrf_token": token})
            assert (answer.status_code, OTHER_ORIGIN in answer.text) == (403, True), page.full_path


def log_out(server: "DeskServer", browser: "StaffBrowser") -> None:
    assert browser.post("/log-out").status_code == 303


def log_out_elsewhere(server: "DeskServer", browser: "StaffBrowser") -> None:
    assert server.browser(Role.EDITOR).post("/account/log-out-everywhere").status_code == 303


def stay_away(server: "DeskServer", browser: "StaffBrowser") -> None:
    set_session(server, used_at=ago(hours=12, seconds=1))


def stay_for_a_week(server: "DeskServer", browser: "StaffBrowser") -> None:
    set_session(server, created_at=ago(days=7, seconds=1))


def be_disabled(server: "DeskServer", browser: "StaffBrowser") -> None:
    server.desk.accounts.disable("edith")


def be_disabled_and_enabled(server: "DeskServer", browser: "StaffBrowser") -> None:
    server.desk.accounts.disable("edith")
    server.desk.accounts.enable("edith")


def get_another_password(server: "DeskServer", browser: "StaffBrowser") -> None:
    server.desk.accounts.change_password("edith", "another password of hers")


@pytest.mark.parametrize(
    "end",
    [
        log_out,
        log_out_elsewhere,
        stay_away,
        stay_for_a_week,
        be_disabled,
        be_disabled_and_enabled,
        get_another_password,
    ],
)
def test_every_page_with_a_session_that_has_ended(
    staffed: "DeskServer", end: "Callable[[DeskServer, StaffBrowser], None]"
) -> None:
    from real_desk.routes import ask, is_refused
    from real_desk.staff_browser import SESSION

    browser = staffed.browser(Role.EDITOR)
    session, token = browser.session, browser.csrf_token()
    end(staffed, browser)
    # Whoever has a copy of the cookie.
    browser.client.cookies.clear()
    browser.client.cookies.set(SESSION, session, "127.0.0.1", "/staff")
    with nothing_happens(staffed):
        answers = {page: ask(browser, page, token) for page in staffed.site.pages if page.role is not None}
    assert [page.full_path for page, answer in answers.items() if not is_refused(answer, page)] == []


@pytest.mark.parametrize("value", ["", "x", "x" * 5000, "../.."])
def test_every_page_with_a_forged_session(staffed: "DeskServer", value: str) -> None:
    from real_desk.routes import ask, is_refused
    from real_desk.staff_browser import SESSION

    staffed.account()
    browser = staffed.stranger()
    for page in staffed.site.pages:
        if page.role is not None and page.method == "GET":
            answer = ask(browser, page, Cookie=f"{SESSION}={value}")
            assert is_refused(answer, page), page.full_path


def test_two_sessions_at_once_are_none(staffed: "DeskServer") -> None:
    from real_desk.staff_browser import SESSION

    mine, theirs = staffed.browser().session, staffed.browser().session
    answer = staffed.stranger().get("/account", Cookie=f"{SESSION}={theirs}; {SESSION}={mine}")

    assert answer.status_code == 303


def test_what_pages_ask_by_themselves_keeps_nobody_logged_in(staffed: "DeskServer") -> None:
    browser = staffed.browser()
    set_session(staffed, used_at=ago(hours=11))
    assert browser.get("/parts/waiting", HX_Request="true").status_code == 200
    set_session(staffed, used_at=ago(hours=11, minutes=59))
    assert browser.get("/account").status_code == 200
    with staffed.desk.store.database.transaction() as connection:
        (used_at,) = connection.execute(SESSIONS.select().with_only_columns(SESSIONS.c.used_at)).scalars()
    assert used_at > ago(minutes=1)
