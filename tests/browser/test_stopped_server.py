"""The server is really gone: killed, and started again."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from real_bot.process import free_port, running
from real_browser.chat import Chat
from real_browser.fixtures import settings
from real_browser.host_pages import HostPages
from real_browser.watch import FAILED_REQUEST, Watch
from real_browser.words import approved

SAFE = "Is cryotherapy safe?"
MARK = "There is a blister on my foot since the session."
PLAYED_DOWN = "it is only a tiny one though"


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    """Ends servers. A test names it before its page, which then is closed first and asks none that has gone."""
    with ExitStack() as stack:
        yield stack


def test_try_again_works_once_it_is_back(
    trained: None, stack: ExitStack, page: Page, hosts: HostPages, watch: Watch, tmp_path: Path
) -> None:
    watch.expect(FAILED_REQUEST, "CRYOBOT_ORIGINS")
    port = free_port()
    bot = stack.enter_context(running(tmp_path, port=port, **settings(hosts)))
    page.goto(hosts.url("plain.html", bot.url))
    chat = Chat(page).open()
    chat.ask(MARK, "skin-marks")

    bot.kill()
    chat.send(PLAYED_DOWN)
    expect(chat.failures).to_contain_text(approved("service-unavailable"))
    expect(chat.failures).to_contain_text(chat.words["failure_unreachable"])
    chat.button("failure_retry", chat.failures).click()
    expect(chat.failures).to_have_count(1)

    stack.enter_context(running(tmp_path, port=port, **settings(hosts, visitor_limit="1/minute")))
    chat.button("failure_retry", chat.failures).click()
    expect(chat.answer("skin-marks")).to_have_count(2)
    expect(chat.failures).to_have_count(0)

    chat.send(SAFE)
    expect(chat.failures).to_contain_text(chat.words["failure_limit"])
