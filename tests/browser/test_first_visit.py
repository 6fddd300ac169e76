"""What somebody meets who comes to a page with the widget for the first time."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.host_pages import HostPages
from real_browser.words import approved


def test_only_a_button_is_there_before_the_first_click(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.url.startswith(bot.url) else None)
    page.goto(hosts.url("plain.html", bot.url), wait_until="networkidle")
    chat = Chat(page)

    expect(chat.launcher).to_be_visible()
    expect(chat.launcher).to_have_attribute("aria-expanded", "false")
    expect(chat.panel).to_be_hidden()
    assert asked == [f"{bot.url}/widget.js"]
    assert chat.stored() == {}, "nothing is kept of somebody who only reads the page"


def test_one_click_opens_it_with_the_cursor_in_the_field(chat: Chat) -> None:
    expect(chat.panel).to_be_visible()
    expect(chat.field).to_be_focused()
    expect(chat.log).to_have_attribute("aria-live", "polite")


def test_it_says_what_it_is_and_what_it_can_be_asked(chat: Chat) -> None:
    expect(chat.panel.get_by_role("heading", name=chat.words["title"])).to_be_visible()
    expect(chat.panel.get_by_text(chat.words["badge"], exact=True)).to_be_visible()
    expect(chat.panel.get_by_text(chat.words["intro"])).to_be_visible()
    expect(chat.panel.get_by_text(approved("greet"))).to_be_visible()
    expect(chat.panel.get_by_text(chat.words["topics_heading"])).to_be_visible()
    assert chat.topics.count() >= 4
    expect(chat.panel.get_by_text(chat.words["guidance_language"])).to_be_hidden()
    expect(chat.talk_to_staff).to_be_in_viewport()


def test_a_topic_is_asked_by_its_button(chat: Chat) -> None:
    topic = chat.topics.first
    title = topic.inner_text()
    topic.click()
    expect(chat.questions).to_contain_text(title)
    expect(chat.answers).to_have_count(1)


def test_escape_and_the_close_button_give_the_focus_back(chat: Chat) -> None:
    chat.field.press("Escape")
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()
    chat.open()
    chat.close_button.click()
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()


def test_the_page_around_it_can_still_be_used(chat: Chat) -> None:
    button = chat.page.get_by_role("button", name="Button of the page")
    button.click()
    expect(button).to_be_focused()
    expect(chat.panel).to_be_visible()


def test_it_opens_by_itself_once_where_the_page_asks_for_it(
    new_context: Callable[..., BrowserContext], hosts: HostPages, bot: RunningBot
) -> None:
    page = new_context().new_page()
    page.goto(hosts.url("plain.html", bot.url, attributes="data-open"))
    chat = Chat(page)
    expect(chat.panel).to_be_visible()
    chat.close_button.click()
    page.reload()
    expect(chat.launcher).to_be_visible()
    expect(chat.panel).to_be_hidden()
