"""Where a one-time link leads: a person makes an account."""

from http import HTTPStatus

from sanic.response import HTTPResponse

from cryobot.desk.cookies import WELCOME, WELCOME_SECONDS, drop_cookie, read_cookie, set_cookie
from cryobot.desk.pages.log_in import begin_session
from cryobot.desk.routing import Page
from cryobot.desk.visit import Visit
from cryobot.staff.errors import AccountError, InvitationError
from cryobot.staff.invitations import Invitation
from cryobot.staff.tokens import is_token


async def show(visit: Visit) -> HTTPResponse:
    """Take the token out of the address; then show the form."""
    token = visit.query.get("token", "")
    if token:
        answer = visit.redirect("/welcome")
        # A link in a mail program leads here from another site, where a strict cookie would be kept back.
        if is_token(token):
            set_cookie(visit.request, answer, WELCOME, token, WELCOME_SECONDS, strict=False)
        return answer
    try:
        invitation = await visit.run(visit.desk.invitations.find, read_cookie(visit.request, WELCOME))
    except InvitationError:
        return _invalid(visit)
    return _form(visit, invitation)


async def accept(visit: Visit) -> HTTPResponse:
    """Make the account and begin a session."""
    token = read_cookie(visit.request, WELCOME)
    name, display_name, password = (visit.form.get(field, "") for field in ("name", "display_name", "password"))
    try:
        invitation = await visit.run(visit.desk.invitations.find, token)
        if password != visit.form.get("again", ""):
            return _form(visit, invitation, visit.t.welcome.different)
        account = await visit.run_with_password(visit.desk.invitations.accept, token, name, display_name, password)
    except InvitationError:
        return _invalid(visit)
    except AccountError as error:
        return _form(visit, invitation, visit.t.welcome[error.key])
    await visit.run(visit.desk.audit.add, account.name, "account-made", account.name)
    answer = visit.redirect("/", notice="welcome.made")
    drop_cookie(visit.request, answer, WELCOME)
    return await begin_session(visit, account, answer)


def _form(visit: Visit, invitation: Invitation, problem: str = "") -> HTTPResponse:
    return visit.render(
        "welcome.html",
        HTTPStatus.BAD_REQUEST if problem else HTTPStatus.OK,
        role=invitation.role.value,
        fixed_name=bool(invitation.name),
        name=invitation.name or visit.form.get("name", ""),
        display_name=visit.form.get("display_name", ""),
        problem=problem,
    )


def _invalid(visit: Visit) -> HTTPResponse:
    answer = visit.problem(HTTPStatus.FORBIDDEN, "invitation_invalid")
    drop_cookie(visit.request, answer, WELCOME)
    return answer


PAGES = (
    Page("/welcome", "GET", show, role=None),
    Page("/welcome", "POST", accept, role=None),
)
