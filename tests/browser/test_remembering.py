"""A conversation survives a reload, a change of page and other tabs, and ends after a time."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.faulty_proxy import FaultyProxy
from real_browser.fixtures import KEEP_HOURS
from real_browser.host_pages import HostPages

SAFE = "Is cryotherapy safe?"
MARK = "There is a blister on my foot since the session."
PLAYED_DOWN = "it is only a tiny one though"
UUID4 = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")


def test_a_reload_keeps_the_conversation_and_the_draft(chat: Chat) -> None:
    chat.ask(MARK, "skin-marks")
    chat.field.fill("half a quest")
    chat.page.reload()
    chat.open()
    expect(chat.questions).to_contain_text(MARK)
    expect(chat.answer("skin-marks")).to_be_visible()
    expect(chat.field).to_have_value("half a quest")
    chat.send(PLAYED_DOWN)
    expect(chat.answer("skin-marks")).to_have_count(2)


def test_a_change_of_page_keeps_the_conversation(chat: Chat) -> None:
    chat.ask(MARK, "skin-marks")
    chat.page.get_by_role("link", name="Another page").click()
    expect(chat.page.get_by_role("heading", name="Another page")).to_be_visible()
    chat.open()
    expect(chat.answer("skin-marks")).to_be_visible()


def test_two_tabs_show_the_same(chat: Chat) -> None:
    chat.ask(SAFE, "overall-safety")
    other_page = chat.page.context.new_page()
    other_page.goto(chat.page.url)
    other = Chat(other_page).open()
    expect(other.answer("overall-safety")).to_be_visible()
    other.ask("Who wrote this guidance?", "about-provider")
    expect(chat.answer("about-provider")).to_be_visible()
    chat.ask(MARK, "skin-marks")
    expect(other.answer("skin-marks")).to_be_visible()
    expect(other.questions).to_have_count(3)
    other.button("start_again").click()
    expect(chat.questions).to_have_count(0)


def test_a_question_that_waits_shows_in_the_other_tab(chat: Chat) -> None:
    other_page = chat.page.context.new_page()
    other_page.goto(chat.page.url)
    other = Chat(other_page).open()
    chat.send(SAFE)
    other.send("Who wrote this guidance?")
    for tab in (chat, other):
        expect(tab.questions).to_have_count(2)
        expect(tab.answer("overall-safety")).to_be_visible()
        expect(tab.answer("about-provider")).to_be_visible()


def test_the_conversation_has_an_id_that_cannot_be_guessed(spoiled: Chat, proxy: FaultyProxy) -> None:
    spoiled.ask(SAFE, "overall-safety")
    (conversation,) = {content["conversation"] for _, content in proxy.asked}
    assert UUID4.match(conversation)


def test_it_is_forgotten_after_a_time(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    now = datetime.now(UTC)
    page.clock.install(time=now)
    page.goto(hosts.url("plain.html", bot.url))
    chat = Chat(page).open()
    chat.ask(SAFE, "overall-safety")
    page.clock.set_system_time(now + timedelta(hours=KEEP_HOURS - 1))
    page.reload()
    chat.open()
    expect(chat.answer("overall-safety")).to_be_visible()
    page.clock.set_system_time(now + timedelta(hours=KEEP_HOURS + 1))
    page.reload()
    chat.open()
    expect(chat.button("send")).to_be_visible()
    expect(chat.answers).to_have_count(0)
    assert SAFE not in str(chat.stored())


def test_it_works_where_the_browser_keeps_nothing(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"])
             Object.defineProperty(window, name, {get() { throw new DOMException("blocked", "SecurityError"); }});"""
    )
    page.goto(hosts.url("plain.html", bot.url))
    chat = Chat(page).open()
    chat.ask(MARK, "skin-marks")
    chat.send(PLAYED_DOWN)
    expect(chat.answer("skin-marks")).to_have_count(2)
