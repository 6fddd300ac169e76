"""Fixtures for conftest files in a package: they last as long as its tests.

While Playwright is started, an event loop counts as running in the main thread, and `asyncio.run` of any other test
would fail. So Playwright is not started for the whole session, as the plugin would.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from real_bot.process import RunningBot, running

from real_browser.chat import Chat
from real_browser.faulty_proxy import FaultyProxy, faulty_proxy
from real_browser.host_pages import HostPages, host_pages
from real_browser.watch import Watch
from real_browser.words import CENTRE_NAME, EMERGENCY_NUMBER
from tools.chromium import ARGUMENTS, find_chromium

# The machine may be busy with other tests.
PATIENCE_MILLISECONDS = 20_000
# Of a conversation, in the browser.
KEEP_HOURS = 5
WIDE = {"width": 1280, "height": 800}


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright, pytestconfig: pytest.Config) -> Iterator[Browser]:
    browser = playwright.chromium.launch(
        executable_path=find_chromium(), args=ARGUMENTS, headless=not pytestconfig.getoption("--headed")
    )
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    yield browser
    browser.close()


@pytest.fixture(scope="package")
def browser_context_args() -> dict[str, Any]:
    """Take the place of the plugin's, which wants Playwright for the whole session; `new_context` has the defaults."""
    return {}


@pytest.fixture
def watch() -> Iterator[Watch]:
    """What the browser complains about. A test announces what it provokes."""
    watch = Watch()
    yield watch
    assert not watch.unannounced(), "\n".join(["the browser complained:", *watch.unannounced()])
    assert not watch.foreign, "\n".join(["other hosts were asked:", *watch.foreign])


@pytest.fixture
def new_context(watch: Watch, new_context: Callable[..., BrowserContext]) -> Callable[..., BrowserContext]:
    """Opens a browser's profile of its own, watched."""

    def create(**options: Any) -> BrowserContext:
        context = new_context(**{"locale": "en-GB", "viewport": WIDE, **options})
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        watch.add(context)
        return context

    return create


@pytest.fixture(scope="package")
def hosts() -> Iterator[HostPages]:
    with host_pages() as pages:
        yield pages


@pytest.fixture(scope="package")
def bot(trained: None, hosts: HostPages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBot]:
    """The assistant, started once; the pages of `hosts.origin` may use it."""
    with running(tmp_path_factory.mktemp("browser"), **settings(hosts)) as started:
        yield started


@pytest.fixture
def proxy(bot: RunningBot, browser: Browser) -> Iterator[FaultyProxy]:
    """A faulty way to the assistant."""
    with faulty_proxy(bot.url) as proxy:
        yield proxy
        # Pages go on asking for what staff wrote; without a server they would complain.
        for context in browser.contexts:
            context.close()


@pytest.fixture
def chat(page: Page, hosts: HostPages, bot: RunningBot) -> Chat:
    """The widget, open, on a page of another origin than the assistant's."""
    page.goto(hosts.url("plain.html", bot.url))
    return Chat(page).open()


@pytest.fixture
def spoiled(page: Page, proxy: FaultyProxy) -> Chat:
    """The widget, open, on the demo page; all it asks goes through the faulty proxy."""
    page.goto(proxy.url)
    return Chat(page).open()


def settings(hosts: HostPages, **more: object) -> dict[str, object]:
    """Give the settings of an assistant that may be asked by the pages of `hosts.origin`, by one visitor very often."""
    return {
        "origins": hosts.origin,
        "visitor_limit": "1000/minute",
        "address_limit": "10000/minute",
        "chat_keep_hours": KEEP_HOURS,
        "emergency_number": EMERGENCY_NUMBER,
        "centre_name": CENTRE_NAME,
        **more,
    }
