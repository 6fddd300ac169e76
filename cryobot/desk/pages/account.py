"""One's own account: the password, and where one is logged in."""

from http import HTTPStatus

from sanic.response import HTTPResponse

from cryobot.browser.addresses import client_address
from cryobot.browser.limits import LimitReachedError
from cryobot.desk.attempts import Attempts
from cryobot.desk.cookies import SESSION, drop_cookie
from cryobot.desk.pages.log_in import begin_session
from cryobot.desk.routing import Page
from cryobot.desk.visit import Visit
from cryobot.staff.account import Account
from cryobot.staff.errors import WeakPasswordError


async def show(visit: Visit) -> HTTPResponse:
    """Show the account."""
    return await _page(visit)


async def change_password(visit: Visit) -> HTTPResponse:
    """Change the password, which ends all sessions but a new one for this browser."""
    account = _mine(visit)
    current, password = visit.form.get("current", ""), visit.form.get("password", "")
    attempts = Attempts.of(visit.desk.shared)
    try:
        attempts.count(account.name, client_address(visit.request))
    except LimitReachedError:
        return await _page(visit, visit.t.account.too_many, HTTPStatus.TOO_MANY_REQUESTS)
    if await visit.run_with_password(visit.desk.accounts.check, account.name, current) is None:
        return await _page(visit, visit.t.account.wrong, HTTPStatus.FORBIDDEN)
    attempts.forgive(account.name)
    if password != visit.form.get("again", ""):
        return await _page(visit, visit.t.welcome.different, HTTPStatus.BAD_REQUEST)
    try:
        await visit.run_with_password(visit.desk.accounts.change_password, account.name, password)
    except WeakPasswordError as error:
        return await _page(visit, visit.t.welcome[error.key], HTTPStatus.BAD_REQUEST)
    await visit.audit("password-changed", account.name)
    return await begin_session(visit, account, visit.redirect("/account", notice="account.password_changed"))


async def log_out_everywhere(visit: Visit) -> HTTPResponse:
    """End all sessions, this one too."""
    await visit.audit("logged-out-everywhere")
    await visit.run(visit.desk.sessions.end_all, _mine(visit))
    answer = visit.redirect("/log-in")
    drop_cookie(visit.request, answer, SESSION)
    return answer


async def _page(visit: Visit, problem: str = "", status: int = HTTPStatus.OK) -> HTTPResponse:
    number = await visit.run(visit.desk.sessions.number, _mine(visit))
    return visit.render("account.html", status, sessions=number, problem=problem)


def _mine(visit: Visit) -> Account:
    assert visit.account is not None
    return visit.account


PAGES = (
    Page("/account", "GET", show),
    Page("/account/password", "POST", change_password),
    Page("/account/log-out-everywhere", "POST", log_out_everywhere),
)
