"""A visitor who needs a person, and staff who answer, each in a browser of their own."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import httpx
from playwright.sync_api import Page, expect
from real_browser.watch import Watch

from cryobot.cases.case import Case
from cryobot.guidance.answer import Escalation
from cryobot.records.exchanges import Exchange
from cryobot.records.record import Record, RecordKind
from cryobot.staff.role import Role

if TYPE_CHECKING:
    from real_desk.house import DeskServer

    from .conftest import OpenPage

# What the browser writes down where `keep_as_it_is` is used.
KEPT_AS_IT_IS = "parts/talk|htmx:sendError|ERR_FAILED"
HOSTILE = '<img src=x onerror="document.title=1"> \u202egnirts ' + "x" * 3900


def ask_for_help(
    server: "DeskServer",
    sender: str = "",
    kind: RecordKind = RecordKind.HAND_OVER,
    to: Escalation = Escalation.STAFF,
    words: str = "can i talk to somebody",
) -> Case:
    """Have a visitor of the widget write something that opens a case."""
    sender = sender or str(uuid4())
    at = datetime.now(UTC)
    server.desk.store.add(Record(at=at, kind=kind, escalation=to, sender_id=sender, channel="web", question=words))
    server.desk.exchanges.add(Exchange(at=at, sender_id=sender, channel="web", question=words, shown=(), escalation=to))
    return next(case for case in server.desk.cases.queue(1000) if case.sender_id == sender)


def updates(server: "DeskServer", case: Case, after: int = 0) -> dict[str, object]:
    """Ask what the visitor gets to read, as the widget does."""
    content = {"conversation": case.sender_id, "after": after}
    return dict(httpx.post(f"{server.origin}/webhooks/web/updates", json=content).raise_for_status().json())


def keep_as_it_is(page: Page) -> None:
    """Let the page learn no more of its case than it came with, as in the moment before it does."""
    page.route("**/parts/talk/*", lambda route: route.abort())


def test_a_case_appears_by_itself_and_the_focus_stays(desk_site: "DeskServer", open_page: "OpenPage") -> None:
    first = ask_for_help(desk_site)
    page = open_page("/queue")
    link = page.get_by_role("link", name=desk_site.desk.pseudonyms(first.sender_id))
    link.focus()

    danger = ask_for_help(desk_site, kind=RecordKind.ESCALATION, to=Escalation.EMERGENCY)

    appeared = page.get_by_role("row").filter(has_text=desk_site.desk.pseudonyms(danger.sender_id))
    expect(appeared).to_contain_text("Danger")
    expect(appeared).to_contain_text("Nobody has looked yet")
    expect(page.get_by_role("row").nth(1)).to_contain_text("Danger")
    expect(page.get_by_role("link", name=desk_site.desk.pseudonyms(first.sender_id))).to_be_focused()
    expect(page.locator("[data-waiting]:visible").first).to_be_visible()


def test_taking_over_with_the_keyboard_and_what_the_visitor_reads(
    desk_site: "DeskServer", open_page: "OpenPage"
) -> None:
    case = ask_for_help(desk_site)
    page = open_page("/queue")
    page.get_by_role("link", name=desk_site.desk.pseudonyms(case.sender_id)).press("Enter")
    page.get_by_role("button", name="Take over").press("Enter")
    expect(page.get_by_role("status").filter(has_text="You have taken the conversation over.")).to_be_visible()
    assert updates(desk_site, case)["state"] == "person"

    field = page.get_by_role("textbox", name="Write to the visitor")
    field.fill("Which leg is it?")
    page.get_by_role("button", name="Send").press("Enter")

    expect(page.locator(".said.staff")).to_contain_text("Which leg is it?")
    expect(field).to_have_value("")
    messages = updates(desk_site, case)["messages"]
    assert isinstance(messages, list)
    assert [message["author"] for message in messages] == [None, "Maria"]


def test_what_a_visitor_writes_comes_without_touching_what_staff_type(
    desk_site: "DeskServer", open_page: "OpenPage"
) -> None:
    case = ask_for_help(desk_site)
    desk_site.desk.cases.take(case.id, desk_site.account().name)
    page = open_page(f"/queue/{case.id}")
    field = page.get_by_role("textbox", name="Write to the visitor")
    field.press_sequentially("I am just typ")

    answer = httpx.post(
        f"{desk_site.origin}/webhooks/web/messages", json={"conversation": case.sender_id, "message": "the left one"}
    ).json()

    assert (answer["replies"], answer["state"]) == ([], "person")
    expect(page.locator(".said.visitor").last).to_contain_text("the left one")
    expect(field).to_be_focused()
    expect(field).to_have_value("I am just typ")


def test_a_notice_stays_until_the_case_changes_hands(desk_site: "DeskServer", open_page: "OpenPage") -> None:
    case = ask_for_help(desk_site)
    page = open_page(f"/queue/{case.id}")
    page.get_by_role("button", name="Take over").click()
    notice = page.get_by_text("You have taken the conversation over.")
    expect(notice).to_be_visible()

    content = {"conversation": case.sender_id, "message": "are you there"}
    httpx.post(f"{desk_site.origin}/webhooks/web/messages", json=content).raise_for_status()

    expect(page.locator(".said.visitor").last).to_contain_text("are you there")
    expect(notice).to_be_visible()
    desk_site.desk.cases.hand_back(case.id, desk_site.account().name)
    expect(notice).to_have_count(0)


def test_a_button_that_may_be_pressed_just_now_is_not_replaced(desk_site: "DeskServer", open_page: "OpenPage") -> None:
    case = ask_for_help(desk_site)
    page = open_page(f"/queue/{case.id}")
    take = page.get_by_role("button", name="Take over").element_handle()
    desk_site.desk.cases.note(case.id, desk_site.account().name, "called before")
    expect(page.locator("#trail-table")).to_contain_text("called before")

    assert page.evaluate("button => button.isConnected", take)

    desk_site.desk.cases.take(case.id, desk_site.account(Role.EDITOR).name)
    expect(page.get_by_text("edith has taken this conversation")).to_be_visible()
    assert not page.evaluate("button => button.isConnected", take)


def test_the_second_of_two_is_told_who_was_faster(desk_site: "DeskServer", open_page: "OpenPage", watch: Watch) -> None:
    watch.expect("409", KEPT_AS_IT_IS)
    case = ask_for_help(desk_site)
    page = open_page(f"/queue/{case.id}", before=keep_as_it_is)
    desk_site.desk.cases.take(case.id, desk_site.account(Role.EDITOR).name)

    page.get_by_role("button", name="Take over").click()

    expect(page.get_by_role("alert").filter(has_text="edith was faster")).to_be_visible()


def test_what_could_not_be_sent_is_still_there(desk_site: "DeskServer", open_page: "OpenPage", watch: Watch) -> None:
    watch.expect("409", KEPT_AS_IT_IS)
    case = ask_for_help(desk_site)
    name = desk_site.account().name
    desk_site.desk.cases.take(case.id, name)
    page = open_page(f"/queue/{case.id}", before=keep_as_it_is)
    desk_site.desk.cases.hand_back(case.id, name)
    field = page.get_by_role("textbox", name="Write to the visitor")

    field.fill("precious words")
    page.get_by_role("button", name="Send").click()

    expect(page.get_by_role("alert").filter(has_text="Take over first")).to_be_visible()
    expect(field).to_have_value("precious words")


def test_the_page_follows_what_becomes_of_the_case(desk_site: "DeskServer", open_page: "OpenPage") -> None:
    case = ask_for_help(desk_site)
    mine, edith = desk_site.account().name, desk_site.account(Role.EDITOR).name
    page = open_page(f"/queue/{case.id}")
    take, send = page.get_by_role("button", name="Take over"), page.get_by_role("button", name="Send")
    expect(take).to_be_visible()
    expect(send).to_be_hidden()

    desk_site.desk.cases.take(case.id, edith)
    expect(page.get_by_text(f"{edith} has taken this conversation")).to_be_visible()
    expect(take).to_be_hidden()
    desk_site.desk.cases.hand_back(case.id, edith)
    expect(take).to_be_visible()

    desk_site.desk.cases.take(case.id, mine)
    expect(send).to_be_enabled()
    page.get_by_role("textbox", name="Write to the visitor").fill("not sent yet")
    desk_site.desk.cases.hand_back(case.id, mine)
    expect(send).to_be_disabled()
    expect(page.get_by_role("textbox", name="Write to the visitor")).to_have_value("not sent yet")

    desk_site.desk.cases.close(case.id, edith)
    expect(page.get_by_text("This case is closed.")).to_be_visible()
    expect(take).to_be_hidden()


def test_a_conversation_that_is_deleted_leaves_the_page(
    desk_site: "DeskServer", open_page: "OpenPage", watch: Watch
) -> None:
    watch.expect("404|htmx:responseError")
    case = ask_for_help(desk_site, words="a private matter")
    page = open_page(f"/queue/{case.id}")
    expect(page.get_by_text("a private matter")).to_be_visible()

    desk_site.desk.store.forget(case.sender_id)

    expect(page.get_by_role("alert").filter(has_text="has been deleted")).to_be_visible()
    expect(page.get_by_text("a private matter")).to_have_count(0)


def test_hostile_words_are_shown_and_do_nothing(desk_site: "DeskServer", open_page: "OpenPage") -> None:
    case = ask_for_help(desk_site, words=HOSTILE)
    page = open_page(f"/queue/{case.id}", viewport={"width": 360, "height": 640})

    expect(page.locator(".said.visitor .words")).to_contain_text("<img src=x")
    assert not page.title().startswith("1")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_works_without_scripts(desk_site: "DeskServer", open_page: "OpenPage") -> None:
    case = ask_for_help(desk_site)
    page = open_page("/queue", java_script_enabled=False)
    page.get_by_role("link", name=desk_site.desk.pseudonyms(case.sender_id)).click()
    page.get_by_role("button", name="Take over").click()
    page.get_by_role("textbox", name="Write to the visitor").fill("Hello")
    page.get_by_role("button", name="Send").click()

    expect(page.locator(".said.staff")).to_contain_text("Hello")
    page.get_by_role("button", name="Close the case").click()
    expect(page.get_by_text("This case is closed.")).to_be_visible()
