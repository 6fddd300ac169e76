"""The launcher is there, and the chat itself cannot be loaded."""

import pytest
from playwright.sync_api import Page, expect
from real_browser.chat import Chat
from real_browser.faulty_proxy import CHAT_PART, Fault, FaultyProxy, Held, answers, closes
from real_browser.watch import FAILED_REQUEST, Watch
from real_browser.words import EMERGENCY_NUMBER, approved

FAULTS: dict[str, Fault] = {
    "connection closed": closes,
    "not there": answers(404, "gone"),
    "page instead of a script": answers(200, "<!doctype html><title>Portal</title>"),
    "broken script": answers(200, "export const mount = (;", Content_Type="text/javascript"),
    "another script": answers(200, "export const other = 1;", Content_Type="text/javascript"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_way_to_help_is_shown_all_the_same(page: Page, proxy: FaultyProxy, watch: Watch, name: str) -> None:
    watch.expect(
        FAILED_REQUEST, "Failed to load module script", "SyntaxError", "dynamically imported module", "Cryobot"
    )
    page.goto(proxy.url)
    chat = Chat(page)
    proxy.spoil(FAULTS[name], CHAT_PART)
    chat.launcher.click()
    card = page.get_by_role("dialog", name=chat.words["failure_heading"])
    expect(card.get_by_role("alert")).to_contain_text(chat.words["failure_unreachable"])
    expect(card).to_contain_text(approved("service-unavailable"))
    link = card.get_by_role("link", name=chat.words["call"].replace("{number}", EMERGENCY_NUMBER))
    expect(link).to_have_attribute("href", f"tel:{EMERGENCY_NUMBER.replace(' ', '')}")

    proxy.mend()
    chat.button("failure_retry").click()
    expect(chat.field).to_be_visible()
    chat.ask("Is cryotherapy safe?", "overall-safety")


def test_one_sees_that_it_is_loading(page: Page, proxy: FaultyProxy) -> None:
    page.goto(proxy.url)
    chat = Chat(page)
    held = Held()
    proxy.spoil(held, CHAT_PART)
    chat.launcher.click()
    expect(chat.status(chat.words["launcher_loading"])).to_have_count(1)
    held.release()
    expect(chat.field).to_be_focused()
    expect(chat.status(chat.words["launcher_loading"])).to_have_count(0)


def test_it_is_not_waited_for_without_end(page: Page, proxy: FaultyProxy, watch: Watch) -> None:
    watch.expect("Cryobot")
    page.clock.install()
    page.goto(proxy.url)
    chat = Chat(page)
    held = Held()
    proxy.spoil(held, CHAT_PART)
    chat.launcher.click()
    expect(chat.status(chat.words["launcher_loading"])).to_have_count(1)
    page.clock.fast_forward("05:00")
    expect(page.get_by_role("alert")).to_contain_text(approved("service-unavailable"))
    held.release()
    chat.button("failure_retry").click()
    expect(chat.field).to_be_visible()


def test_the_failure_can_be_closed_by_keyboard(page: Page, proxy: FaultyProxy, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST, "dynamically imported module", "Cryobot")
    page.goto(proxy.url)
    chat = Chat(page)
    proxy.spoil(closes, CHAT_PART)
    chat.launcher.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(chat.launcher).to_be_focused()
