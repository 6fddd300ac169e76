"""A member of staff takes over: what the visitor reads, and what the assistant still says."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from playwright.sync_api import BrowserContext, expect
from real_bot.process import RunningBot
from real_browser.accessibility import violations
from real_browser.chat import Chat
from real_browser.databases import records_url
from real_browser.host_pages import HostPages
from real_browser.words import library

from cryobot.cases.store import CaseStore
from cryobot.records.store import RecordStore

ACCOUNT, NAME = "maria", "Maria"
HOSTILE = '<img src=x onerror="document.title=1"> \u202egnirts ' + "x" * 300


@pytest.fixture
def cases(bot: RunningBot) -> Iterator[CaseStore]:
    with closing(RecordStore(records_url(bot))) as records:
        yield CaseStore(records.database, library())


def take_over(chat: Chat, cases: CaseStore) -> str:
    """Have the visitor ask for a person and a member of staff take over; gives the id of the case."""
    chat.talk_to_staff.click()
    expect(chat.answer("talk-to-staff")).to_be_visible()
    expect(chat.status(chat.words["standing_waiting"])).to_be_visible()
    case = next(case for case in cases.queue() if case.sender_id == conversation_of(chat))
    cases.take(case.id, ACCOUNT)
    expect(chat.status(chat.words["standing_person"])).to_be_visible()
    return case.id


def conversation_of(chat: Chat) -> str:
    kept = " ".join(str(value) for value in chat.stored().values())
    return re.search(r'"conversation":"([0-9a-f-]{36})"', kept)[1]  # type: ignore[index]


def desk_messages(chat: Chat, author: str) -> list[str]:
    return chat.page.locator(f"[data-kind=desk][data-author={author}] .text").all_inner_texts()


def test_a_visitor_reads_what_a_person_writes_and_the_assistant_is_silent(chat: Chat, cases: CaseStore) -> None:
    case_id = take_over(chat, cases)
    joined = library().text("talk-to-staff", "joined").text
    assert desk_messages(chat, "notice") == [joined]

    cases.say(case_id, ACCOUNT, NAME, "Which leg is it?")
    message = chat.page.locator("[data-kind=desk][data-author=person]")
    expect(message).to_contain_text("Which leg is it?")
    expect(message.get_by_role("heading")).to_have_text(chat.words["person"].replace("{name}", NAME))

    answers = chat.answers.count()
    chat.send("the left one, since yesterday evening")
    expect(chat.questions.last).to_contain_text(chat.words["passed_on"])
    assert chat.answers.count() == answers

    cases.hand_back(case_id, ACCOUNT)
    expect(chat.page.get_by_text(library().text("talk-to-staff", "left").text)).to_be_visible()
    chat.ask("Is cryotherapy safe?", "overall-safety")


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("i have a blister on my arm since the session", "skin-marks"),
        ("i cant breathe and my chest hurts", "emergency"),
    ],
)
def test_danger_and_marks_are_answered_at_once_all_the_same(
    chat: Chat, cases: CaseStore, message: str, answer: str
) -> None:
    take_over(chat, cases)

    chat.ask(message, answer)


def test_what_a_person_wrote_is_there_after_the_page_was_left(chat: Chat, cases: CaseStore) -> None:
    case_id = take_over(chat, cases)
    chat.page.reload()
    cases.say(case_id, ACCOUNT, NAME, "Are you still there?")

    chat.open()

    expect(chat.page.get_by_text("Are you still there?")).to_be_visible()
    expect(chat.status(chat.words["standing_person"])).to_be_visible()


def test_the_launcher_tells_of_a_message_while_the_chat_is_closed(chat: Chat, cases: CaseStore) -> None:
    case_id = take_over(chat, cases)
    chat.close_button.click()
    cases.say(case_id, ACCOUNT, NAME, "Please come to the desk.")

    unread = chat.button("launcher_unread")
    expect(unread).to_be_visible()
    unread.click()
    expect(chat.page.get_by_text("Please come to the desk.")).to_be_in_viewport()
    chat.close_button.click()
    expect(chat.button("launcher_continue")).to_be_visible()


def test_words_of_a_person_are_shown_as_they_are_and_do_nothing(chat: Chat, cases: CaseStore) -> None:
    title = chat.page.title()
    case_id = take_over(chat, cases)

    cases.say(case_id, ACCOUNT, NAME, HOSTILE)

    message = chat.page.locator("[data-kind=desk][data-author=person] .text")
    expect(message).to_contain_text("<img src=x")
    assert chat.page.title() == title
    assert message.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_contact_details_reach_staff_only_with_consent(chat: Chat, cases: CaseStore) -> None:
    chat.talk_to_staff.click()
    chat.page.get_by_text(chat.words["contact_heading"]).click()
    field = chat.page.get_by_label(chat.words["contact_label"])
    field.fill("0171 5550123")
    chat.button("contact_send").click()
    assert all(case.contact is None for case in cases.queue() if case.sender_id == conversation_of(chat))

    chat.page.get_by_label(chat.words["contact_consent"]).check()
    chat.button("contact_send").click()

    expect(chat.page.locator(".contact-left")).to_have_text(chat.words["contact_left"])
    (case,) = [case for case in cases.queue() if case.sender_id == conversation_of(chat)]
    assert case.contact == "0171 5550123"

    chat.page.get_by_text(chat.words["contact_change"]).click()
    expect(field).to_have_value("")
    field.fill("0171 5550124")
    chat.page.get_by_label(chat.words["contact_consent"]).check()
    chat.button("contact_send").click()
    expect(field).to_be_hidden()
    assert cases.get(case.id).contact == "0171 5550124"


def test_the_conversation_is_not_left_by_starting_again_while_staff_may_come(chat: Chat, cases: CaseStore) -> None:
    expect(chat.button("start_again")).to_be_visible()
    case_id = take_over(chat, cases)
    expect(chat.button("start_again")).to_be_hidden()

    cases.close(case_id, ACCOUNT)
    expect(chat.button("start_again")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_it_keeps_people_out(
    new_context: Callable[..., BrowserContext], hosts: HostPages, bot: RunningBot, cases: CaseStore, scheme: str
) -> None:
    page = new_context(color_scheme=scheme, reduced_motion="reduce", viewport={"width": 360, "height": 640}).new_page()
    page.goto(hosts.url("plain.html", bot.url))
    chat = Chat(page).open()
    chat.talk_to_staff.click()
    page.get_by_text(chat.words["contact_heading"]).click()
    found = {"waiting": violations(page)}
    (case,) = [case for case in cases.queue() if case.sender_id == conversation_of(chat)]
    cases.take(case.id, ACCOUNT)
    cases.say(case.id, ACCOUNT, NAME, "Which leg is it?")
    expect(page.get_by_text("Which leg is it?")).to_be_visible()
    chat.send("the left one")
    expect(chat.questions.last).to_contain_text(chat.words["passed_on"])
    found["person"] = violations(page)

    assert found == {"waiting": [], "person": []}
