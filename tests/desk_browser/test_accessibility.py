"""axe-core finds no violation of WCAG 2.2 A and AA on any page of the desk, and no page is wider than a phone."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import BrowserContext, Page
from real_browser.accessibility import violations
from real_browser.watch import Watch
from real_desk.staff_browser import SESSION

from cryobot.guidance.answer import Escalation
from cryobot.records.record import Record, RecordKind, ShownText
from cryobot.staff.role import Role

from .test_queue import ask_for_help

if TYPE_CHECKING:
    from collections.abc import Callable

    from real_desk.house import DeskServer

LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone, light": {"color_scheme": "light", "viewport": {"width": 360, "height": 640}},
    "phone, dark": {"color_scheme": "dark", "viewport": {"width": 360, "height": 640}},
}


@pytest.fixture(scope="module")
def case_id(desk_site: "DeskServer") -> str:
    """A case that is taken, one that is closed, feedback, and a question without an answer."""
    taken = ask_for_help(desk_site, kind=RecordKind.ESCALATION, to=Escalation.DERMATOLOGIST, words="a blister")
    name = desk_site.account(Role.EDITOR).name
    desk_site.desk.cases.take(taken.id, name)
    desk_site.desk.cases.say(taken.id, name, "Edith", "Which leg?")
    desk_site.desk.cases.leave_contact(taken.sender_id, "anna@example.org")
    desk_site.desk.cases.close(ask_for_help(desk_site).id, name)
    for kind in (RecordKind.NOT_HELPFUL, RecordKind.UNANSWERED):
        desk_site.desk.store.add(
            Record(
                at=datetime.now(UTC),
                kind=kind,
                escalation=Escalation.NONE,
                sender_id="anna",
                channel="web",
                question="how much is it",
                shown=(ShownText("not-covered", "0123456789abcdef"),),
            )
        )
    return taken.id


def paths(server: "DeskServer", case_id: str) -> list[str]:
    """Give every page that can be looked at, taken from the desk itself."""
    pages = [page for page in server.site.pages if page.method == "GET" and not page.background]
    whole = [page.path for page in pages if not page.path.startswith("/parts") and "<" not in page.path]
    downloads = ("/gaps/proposal", "/charts/")
    return [
        *(path for path in whole if not path.startswith(downloads)),
        f"/queue/{case_id}",
        f"/privacy/delete?case={case_id}",
        "/?words=blister",
        "/queue/there-is-no-such-case",
    ]


@pytest.mark.parametrize("look", LOOKS)
def test_no_page_keeps_anybody_out(
    desk_site: "DeskServer",
    new_context: "Callable[..., BrowserContext]",
    watch: Watch,
    case_id: str,
    look: str,
) -> None:
    watch.expect("404", "403")
    context = new_context(reduced_motion="reduce", **LOOKS[look])
    session = desk_site.desk.sessions.start(desk_site.account(Role.EDITOR))
    context.add_cookies([{"name": SESSION, "value": session, "url": f"{desk_site.origin}/staff", "httpOnly": True}])
    page: Page = context.new_page()
    found: dict[str, list[str]] = {}
    for path in paths(desk_site, case_id):
        page.goto(f"{desk_site.origin}/staff{path}" if path != "/" else f"{desk_site.origin}/staff")
        problems = violations(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            problems.append("wider than the screen")
        if problems:
            found[path] = problems

    assert found == {}
