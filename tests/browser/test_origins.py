"""Which websites may use the assistant."""

from playwright.sync_api import Page, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.host_pages import HostPages
from real_browser.watch import FAILED_REQUEST, Watch
from real_browser.words import approved

SAFE = "Is cryotherapy safe?"


def test_a_page_of_an_allowed_origin(chat: Chat, bot: RunningBot) -> None:
    assert not chat.page.url.startswith(bot.url)
    chat.ask(SAFE, "overall-safety")


def test_the_assistant_s_own_page(page: Page, bot: RunningBot) -> None:
    page.goto(bot.url)
    Chat(page).open().ask(SAFE, "overall-safety")


def test_a_page_of_another_origin(page: Page, hosts: HostPages, bot: RunningBot, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST, "CORS policy", "CRYOBOT_ORIGINS")
    page.goto(hosts.url("plain.html", bot.url, hosts.other_origin))
    chat = Chat(page).open()
    card = chat.fail(SAFE)
    expect(card).to_contain_text(approved("service-unavailable"))
    expect(card).to_contain_text(chat.words["failure_unreachable"])
    assert any("CRYOBOT_ORIGINS" in text for text in watch.seen), "whoever embeds it finds out why"
