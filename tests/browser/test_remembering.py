"""A conversation survives a reload, a change of page and other tabs, and ends after a time."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.faulty_proxy import FaultyProxy
from real_browser.fixtures import KEEP_HOURS
from real_browser.host_pages import HostPages

SAFE = "Is cryotherapy safe?"
MARK = "There is a blister on my foot since the session."
PLAYED_DOWN = "it is only a tiny one though"
# A style of the launcher's dot.
DOT = "(button, name) => getComputedStyle(button, '::after')[name]"
TOO_LATE = timedelta(hours=KEEP_HOURS + 1)
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


def test_the_launcher_shows_that_there_is_a_conversation(chat: Chat) -> None:
    chat.close_button.click()
    expect(chat.button("launcher_open")).to_be_visible()
    assert not has_dot(chat)
    chat.open()
    chat.ask(MARK, "skin-marks")
    chat.close_button.click()
    expect(chat.button("launcher_continue")).to_be_visible()
    assert has_dot(chat)
    chat.page.get_by_role("link", name="Another page").click()
    expect(chat.page.get_by_role("heading", name="Another page")).to_be_visible()
    expect(chat.button("launcher_continue")).to_be_visible()
    assert has_dot(chat)
    chat.open().button("start_again").click()
    chat.close_button.click()
    expect(chat.button("launcher_open")).to_be_visible()
    assert not has_dot(chat)


def test_the_launcher_follows_other_tabs(chat: Chat) -> None:
    other_page = chat.page.context.new_page()
    other_page.goto(chat.page.url)
    other = Chat(other_page)
    expect(other.button("launcher_open")).to_be_visible()
    chat.ask(SAFE, "overall-safety")
    expect(other.button("launcher_continue")).to_be_visible()
    chat.button("wipe").click()
    expect(other.button("launcher_open")).to_be_visible()


@pytest.mark.parametrize("forced_colors", ["none", "active"])
def test_the_dot_of_the_launcher_can_be_seen(chat: Chat, forced_colors: Literal["none", "active"]) -> None:
    chat.ask(SAFE, "overall-safety")
    chat.page.emulate_media(forced_colors=forced_colors)
    chat.close_button.click()
    expect(chat.button("launcher_continue")).to_be_visible()
    fill, ring = (chat.launcher.evaluate(DOT, name) for name in ("backgroundColor", "borderTopColor"))
    assert contrast(fill, ring) >= 3


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
    expect(other.questions).to_have_count(1)
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


def reopens(chat: Chat) -> None:
    chat.close_button.click()
    expect(chat.panel).to_be_hidden()
    chat.page.clock.set_system_time(datetime.now(UTC) + TOO_LATE)
    # What the launcher is called when there is a conversation to go on with is not the matter here.
    chat.page.locator("cryobot-chat button[aria-expanded]").click()


def comes_back(chat: Chat) -> None:
    chat.page.clock.set_system_time(datetime.now(UTC) + TOO_LATE)
    chat.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def waits(chat: Chat) -> None:
    chat.page.clock.fast_forward(int(TOO_LATE.total_seconds() * 1000))


@pytest.mark.parametrize("looks", [reopens, comes_back, waits])
def test_it_is_forgotten_in_a_page_that_stays_open(
    page: Page, hosts: HostPages, bot: RunningBot, looks: Callable[[Chat], None]
) -> None:
    page.clock.install(time=datetime.now(UTC))
    page.goto(hosts.url("plain.html", bot.url))
    chat = Chat(page).open()
    chat.ask(SAFE, "overall-safety")
    looks(chat)
    expect(chat.answers).to_have_count(0)
    expect(chat.questions).to_have_count(0)
    assert SAFE not in str(chat.stored())
    chat.ask(MARK, "skin-marks")
    expect(chat.questions).to_have_count(1)


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


def has_dot(chat: Chat) -> bool:
    return bool(chat.launcher.evaluate(DOT, "content") != "none")


def contrast(*colors: str) -> float:
    """Give the contrast of two opaque CSS colours (rgb) by WCAG, 1 to 21."""
    dark, light = sorted(luminance([int(part) for part in re.findall(r"\d+", color)]) for color in colors)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: list[int]) -> float:
    shares = [part / 255 for part in color]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
