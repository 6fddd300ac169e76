"""All pages of the desk, taken from the desk itself, so that none can be forgotten."""

import re
from collections.abc import Iterator

import httpx

from cryobot.desk.routing import Page
from cryobot.staff.role import Role
from real_desk.house import DeskServer
from real_desk.staff_browser import StaffBrowser

_PARAMETER = re.compile(r"<[^>]*>")

# What the pages say that are shown instead of the one that was asked for.
LOGGED_OUT = "You are logged out."
STALE = "This page was open for too long."
OTHER_ORIGIN = "This was sent by a page that does not belong to the desk"
NOT_ALLOWED = "Your account may not open this page."


def path_of(page: Page) -> str:
    """Give the path of a page below /staff, with something in place of its parameters."""
    return _PARAMETER.sub("7", page.path)


def of_method(server: DeskServer, method: str, with_session: bool = False) -> Iterator[Page]:
    """Give the pages of a method; only those that need a session, if asked for."""
    for page in server.site.pages:
        if page.method == method and (page.role is not None or not with_session):
            yield page


def of_role(server: DeskServer, role: Role) -> Iterator[Page]:
    """Give the pages that need exactly this role."""
    return (page for page in server.site.pages if page.role is role)


def ask(browser: StaffBrowser, page: Page, token: str = "", **headers: str) -> httpx.Response:
    """Ask for a page as its own forms would, with this CSRF token."""
    if page.method == "GET":
        return browser.get(path_of(page), **headers)
    return browser.send(path_of(page), {"csrf_token": token}, **headers)


def is_refused(answer: httpx.Response, page: Page) -> bool:
    """Tell whether somebody without a session was sent away."""
    if page.method == "GET":
        return answer.status_code == 303 and answer.headers["Location"].startswith("/staff/log-in")
    return answer.status_code == 403 and LOGGED_OUT in answer.text
