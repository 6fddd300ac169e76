"""What is kept for how long, and the deletion of everything of a person, for editors."""

from http import HTTPStatus

from sanic.response import HTTPResponse

from cryobot.cases.errors import NoSuchCaseError
from cryobot.desk.forgetting import forget_everywhere, oldest_exchange
from cryobot.desk.routing import Nav, Page
from cryobot.desk.templates import plural
from cryobot.desk.visit import Visit
from cryobot.staff.role import Role


async def show(visit: Visit) -> HTTPResponse:
    """Show what is kept, and the form for a deletion."""
    return await _page(visit)


async def confirm(visit: Visit) -> HTTPResponse:
    """Ask whether everything of the person of a case is to be deleted."""
    case_id = visit.query.get("case", "").strip().lower()
    try:
        case = await visit.run(visit.desk.cases.get, case_id)
    except NoSuchCaseError:
        return await _page(visit, case_id, visit.t.privacy.no_such_case, HTTPStatus.NOT_FOUND)
    return visit.render("privacy_delete.html", case=case, person=visit.desk.pseudonyms(case.sender_id))


async def delete(visit: Visit) -> HTTPResponse:
    """Delete everything of the person of a case."""
    case_id = visit.form.get("case", "")
    try:
        case = await visit.run(visit.desk.cases.get, case_id)
    except NoSuchCaseError:
        return await _page(visit, case_id, visit.t.privacy.no_such_case, HTTPStatus.NOT_FOUND)
    # Written first: whatever is deleted, it is known who did it.
    await visit.audit("conversation-deleted", case.id)
    await visit.run(forget_everywhere, visit.desk, case.sender_id)
    return visit.redirect("/privacy", notice="privacy.deleted")


async def _page(visit: Visit, case_id: str = "", problem: str = "", status: int = HTTPStatus.OK) -> HTTPResponse:
    oldest = await visit.run(oldest_exchange, visit.desk)
    return visit.render("privacy.html", status, kept=_kept(visit), oldest=oldest, case_id=case_id, problem=problem)


def _kept(visit: Visit) -> list[tuple[str, str]]:
    here, texts = visit.desk.settings, visit.t.privacy
    days = plural(here.retention_days, texts.for_days_one, texts.for_days_many)
    hours = plural(here.session_hours, texts.for_hours_one, texts.for_hours_many)
    return [
        (texts.kept_conversations, days),
        (texts.kept_cases, days),
        (texts.kept_unanswered, days),
        (texts.kept_audit, days),
        (texts.kept_sessions, hours),
        (texts.kept_counts, texts.for_ever),
    ]


NAV = Nav("/privacy", "privacy", Role.EDITOR, 90)
PAGES = (
    Page("/privacy", "GET", show, Role.EDITOR),
    Page("/privacy/delete", "GET", confirm, Role.EDITOR),
    Page("/privacy/delete", "POST", delete, Role.EDITOR),
)
