"""The page at the assistant's own address."""

import re

from playwright.sync_api import Page, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat


def test_it_shows_the_widget_and_the_line_that_embeds_it(page: Page, bot: RunningBot) -> None:
    page.goto(bot.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(Chat(page).launcher).to_be_visible()
    line = page.get_by_text(re.compile(r"<script src=.*widget\.js.*</script>")).first
    expect(line).to_contain_text(f"{bot.url}/widget.js")


def test_its_line_works_where_it_is_pasted(page: Page, bot: RunningBot) -> None:
    page.goto(bot.url)
    line = page.get_by_text(re.compile(r"<script src=.*widget\.js.*</script>")).first.inner_text()
    page.route(
        "**/pasted.html", lambda route: route.fulfill(body=f"<!doctype html><body>{line}", content_type="text/html")
    )
    page.goto(f"{bot.url}/pasted.html")
    Chat(page).open().ask("Is cryotherapy safe?", "overall-safety")


def test_it_fits_a_phone(page: Page, bot: RunningBot) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(bot.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
