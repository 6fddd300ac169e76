"""One case: the conversation so far, what happened to it, and what staff do with it."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from sanic import response
from sanic.response import HTTPResponse

from cryobot.cases.case import Case, CaseState
from cryobot.cases.errors import (
    AlreadyTakenError,
    CannotReplyError,
    CaseClosedError,
    CaseError,
    NoSuchCaseError,
    NotYoursError,
)
from cryobot.desk.readable import readable
from cryobot.desk.routing import Page
from cryobot.desk.talk import talk_of
from cryobot.desk.visit import PLAIN, Visit

MOST_CHARACTERS = 2000
PATH = "/queue/<case_id:str>"

# The text for each thing that cannot be done.
_PROBLEMS: dict[type[CaseError], str] = {
    AlreadyTakenError: "already_taken",
    CannotReplyError: "cannot_reply",
    CaseClosedError: "already_closed",
    NotYoursError: "not_yours",
}


class WordsError(CaseError):
    """What was written cannot be sent or kept; `key` is the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


async def show(visit: Visit) -> HTTPResponse:
    """Show a case, which counts as having looked at it."""
    return await _page(visit)


async def show_talk(visit: Visit) -> HTTPResponse:
    """Give the conversation, and what can be done with the case, as both are now."""
    try:
        case = await visit.run(visit.desk.cases.get, visit.parameters["case_id"])
    except NoSuchCaseError:
        return visit.problem(HTTPStatus.NOT_FOUND, "no_case")
    return visit.render("parts/case_live.html", **await _talk(visit, case))


async def take(visit: Visit) -> HTTPResponse:
    """Take the conversation over."""
    return await _do(visit, "case-taken", "case.notice_taken", visit.desk.cases.take)


async def say(visit: Visit) -> HTTPResponse:
    """Write to the visitor."""
    name = visit.account.display_name if visit.account else ""

    def write(case_id: str, account: str) -> object:
        return visit.desk.cases.say(case_id, account, name, _words(visit))

    return await _do(visit, "message-sent", "", write)


async def note(visit: Visit) -> HTTPResponse:
    """Add a note for staff."""

    def write(case_id: str, account: str) -> object:
        visit.desk.cases.note(case_id, account, _words(visit))
        return None

    return await _do(visit, "case-noted", "case.notice_noted", write)


async def hand_back(visit: Visit) -> HTTPResponse:
    """Let the assistant answer again."""
    return await _do(visit, "case-handed-back", "case.notice_handed_back", visit.desk.cases.hand_back)


async def close(visit: Visit) -> HTTPResponse:
    """Close the case."""
    return await _do(visit, "case-closed", "case.notice_closed", visit.desk.cases.close)


async def _do(visit: Visit, action: str, notice: str, work: Callable[[str, str], object]) -> HTTPResponse:
    """Do something with the case, and show it; what was written stays where it cannot be done."""
    case_id = visit.parameters["case_id"]
    try:
        await visit.run(work, case_id, _name(visit))
    except NoSuchCaseError:
        return visit.problem(HTTPStatus.NOT_FOUND, "no_case")
    except CaseError as problem:
        return await _refused(visit, problem)
    await visit.audit(action, case_id)
    if visit.is_htmx:
        answer = await show_talk(visit)
        answer.headers["HX-Trigger"] = "said"
        return answer
    return visit.redirect(f"/queue/{case_id}", notice)


async def _refused(visit: Visit, problem: CaseError) -> HTTPResponse:
    if isinstance(problem, WordsError):
        status, key = HTTPStatus.BAD_REQUEST, problem.key
    else:
        status, key = HTTPStatus.CONFLICT, _PROBLEMS[type(problem)]
    by = problem.by if isinstance(problem, AlreadyTakenError) else ""
    words = visit.t.case[key].format(by=by, most=MOST_CHARACTERS)
    if visit.is_htmx:
        return response.HTTPResponse(words, status=status, content_type=PLAIN)
    return await _page(visit, words, status)


async def _page(visit: Visit, problem: str = "", status: int = HTTPStatus.OK) -> HTTPResponse:
    case_id = visit.parameters["case_id"]
    try:
        case = await visit.run(visit.desk.cases.see, case_id, _name(visit))
    except NoSuchCaseError:
        return visit.problem(HTTPStatus.NOT_FOUND, "no_case")
    await visit.audit("case-viewed", case_id)
    written = readable(visit.form.get("text", "")) if problem else ""
    is_note = visit.request.path.endswith("/note")
    return visit.render(
        "case.html",
        status,
        problem=problem,
        draft="" if is_note else written,
        note_draft=written if is_note else "",
        most=MOST_CHARACTERS,
        contact=readable(case.contact) if case.contact else "",
        **await _talk(visit, case),
    )


async def _talk(visit: Visit, case: Case) -> dict[str, Any]:
    desk = visit.desk
    exchanges = await visit.run(desk.exchanges.of_sender, case.sender_id)
    messages = await visit.run(desk.cases.messages, case.id)
    return {
        "case": case,
        "is_mine": case.state is CaseState.TAKEN and case.taken_by == _name(visit),
        "person": desk.pseudonyms(case.sender_id),
        "talk": talk_of(exchanges, messages, desk.library),
        "trail": [(event, readable(event.text)) for event in await visit.run(desk.cases.trail, case.id)],
    }


def _words(visit: Visit) -> str:
    words = visit.form.get("text", "").strip()
    if not words:
        raise WordsError("nothing_written")
    if len(words) > MOST_CHARACTERS:
        raise WordsError("too_long")
    return words


def _name(visit: Visit) -> str:
    return visit.account.name if visit.account else ""


def _post(path: str, handle: Callable[[Visit], Awaitable[HTTPResponse]]) -> Page:
    return Page(f"{PATH}/{path}", "POST", handle)


PAGES = (
    Page(PATH, "GET", show),
    Page("/parts/talk/<case_id:str>", "GET", show_talk, background=True),
    _post("take", take),
    _post("say", say),
    _post("note", note),
    _post("hand-back", hand_back),
    _post("close", close),
)
