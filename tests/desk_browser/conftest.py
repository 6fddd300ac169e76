"""A desk in a real browser. The server is started before Playwright: see real_browser.fixtures."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import structlog
from playwright.sync_api import BrowserContext, Page
from real_browser.fixtures import browser, browser_context_args, new_context, playwright, watch  # noqa: F401
from real_browser.watch import Watch
from real_desk.staff_browser import SESSION
from tiny_bot.fixtures import model  # noqa: F401

if TYPE_CHECKING:
    from real_desk.house import DeskServer

OpenPage = Callable[..., Page]


@pytest.fixture(scope="package", autouse=True)
def desk_site(model: Path) -> "Iterator[DeskServer]":  # noqa: F811
    """The tiny bot with a desk, for all tests of the folder."""
    from real_desk.house import desk_server
    from sanic import Sanic
    from tiny_bot.model import load

    from cryobot.server.passing_stores import passing_stores
    from cryobot.settings import settings

    Sanic.test_mode = True
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with passing_stores():
        # The records of the channels, so that staff and visitors meet.
        folder = Path(settings().records_url.removeprefix("sqlite:///")).parent
        with desk_server(load(model), folder) as server:
            yield server


@pytest.fixture
def open_page(desk_site: "DeskServer", new_context: Callable[..., BrowserContext]) -> OpenPage:  # noqa: F811
    """Opens a page of the desk where Maria is logged in. `before` gets the page before anything is loaded."""

    def start(path: str = "/", before: Callable[[Page], object] = lambda _: None, **options: Any) -> Page:
        context = new_context(**options)
        session = desk_site.desk.sessions.start(desk_site.account())
        context.add_cookies([{"name": SESSION, "value": session, "url": f"{desk_site.origin}/staff", "httpOnly": True}])
        page = context.new_page()
        before(page)
        page.goto(f"{desk_site.origin}/staff{path.rstrip('/')}")
        return page

    return start


@pytest.fixture(autouse=True)
def _pages_are_left(watch: Watch) -> None:  # noqa: F811
    """Whoever leaves a page ends what it was asking for by itself, which htmx writes down."""
    watch.expect("htmx:(afterRequest|sendAbort)")
