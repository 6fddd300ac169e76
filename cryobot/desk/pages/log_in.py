"""Logging in and out."""

import math
from http import HTTPStatus

from sanic.response import HTTPResponse

from cryobot.browser.addresses import client_address
from cryobot.browser.limits import LimitReachedError
from cryobot.desk.attempts import Attempts
from cryobot.desk.cookies import GUEST, SESSION, drop_cookie, read_cookie, set_cookie
from cryobot.desk.routing import ROOT, Page
from cryobot.desk.templates import plural
from cryobot.desk.visit import Visit
from cryobot.staff.account import Account

SECONDS_A_MINUTE = 60


async def show(visit: Visit) -> HTTPResponse:
    """Show the form, or lead those who are logged in to where they want to go."""
    if visit.account is not None:
        return visit.redirect(next_path(visit.query.get("next", "")))
    return _form(visit, visit.query.get("next", ""))


async def log_in(visit: Visit) -> HTTPResponse:
    """Begin a session, if name and password are right and not too many were wrong before."""
    name, after = visit.form.get("name", ""), visit.form.get("next", "")
    attempts = Attempts.of(visit.desk.shared)
    try:
        attempts.count(name, client_address(visit.request))
    except LimitReachedError as error:
        minutes = math.ceil(error.retry_after / SECONDS_A_MINUTE)
        words = plural(minutes, visit.t.log_in.too_many_one, visit.t.log_in.too_many_many)
        answer = _form(visit, after, name, words, HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(error.retry_after)
        return answer
    account = await visit.run_with_password(visit.desk.accounts.check, name, visit.form.get("password", ""))
    if account is None:
        await visit.run(_note_failure, visit, name)
        return _form(visit, after, name, visit.t.log_in.wrong, HTTPStatus.FORBIDDEN)
    attempts.forgive(name)
    return await begin_session(visit, account, visit.redirect(next_path(after)))


async def log_out(visit: Visit) -> HTTPResponse:
    """End the session."""
    await visit.audit("logged-out")
    await visit.run(visit.desk.sessions.end, read_cookie(visit.request, SESSION))
    answer = visit.redirect("/log-in")
    drop_cookie(visit.request, answer, SESSION)
    return answer


async def begin_session(visit: Visit, account: Account, answer: HTTPResponse) -> HTTPResponse:
    """Give the answer with the cookie of a new session; the one that the browser had before has ended."""
    before = read_cookie(visit.request, SESSION)
    if before:
        await visit.run(visit.desk.sessions.end, before)
    token = await visit.run(visit.desk.sessions.start, account)
    await visit.run(visit.desk.audit.add, account.name, "logged-in")
    set_cookie(visit.request, answer, SESSION, token)
    drop_cookie(visit.request, answer, GUEST)
    return answer


def next_path(address: str) -> str:
    """Give the path below ROOT of an address that the log-in leads to, or that of the start page if it is elsewhere."""
    inside = address == ROOT or address.startswith((f"{ROOT}/", f"{ROOT}?"))
    plain = all(" " < character <= "~" for character in address) and "\\" not in address
    return address.removeprefix(ROOT) or "/" if inside and plain else "/"


def _form(visit: Visit, after: str, name: str = "", problem: str = "", status: int = HTTPStatus.OK) -> HTTPResponse:
    return visit.render("log_in.html", status, next=after, name=name, problem=problem)


def _note_failure(visit: Visit, name: str) -> None:
    # What was typed as a name may be a password, so only names that there are get written down.
    known = visit.desk.accounts.find(name)
    if known is not None:
        visit.desk.audit.add(known.name, "log-in-failed")


PAGES = (
    Page("/log-in", "GET", show, role=None),
    Page("/log-in", "POST", log_in, role=None),
    Page("/log-out", "POST", log_out),
)
