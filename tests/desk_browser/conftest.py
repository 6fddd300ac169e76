"""A desk in a real browser. The server is started before Playwright: see real_browser.fixtures."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import BrowserContext, Page
from real_browser.fixtures import browser, browser_context_args, new_context, playwright, watch  # noqa: F401
from real_desk.staff_browser import SESSION
from tiny_bot.fixtures import many_servers_in_one_process, model  # noqa: F401

if TYPE_CHECKING:
    from real_desk.house import DeskServer

OpenPage = Callable[..., Page]


@pytest.fixture(scope="package", autouse=True)
def desk_site(model: Path, tmp_path_factory: pytest.TempPathFactory) -> "Iterator[DeskServer]":  # noqa: F811
    """The tiny bot with a desk, for all tests of the folder."""
    from real_desk.house import desk_server
    from sanic import Sanic
    from tiny_bot.model import load

    from cryobot.server.passing_stores import passing_stores

    Sanic.test_mode = True
    with passing_stores(), desk_server(load(model), tmp_path_factory.mktemp("desk")) as server:
        yield server


@pytest.fixture
def open_page(desk_site: "DeskServer", new_context: Callable[..., BrowserContext]) -> OpenPage:  # noqa: F811
    """Opens a page of the desk where Maria is logged in."""

    def start(path: str = "/", **options: Any) -> Page:
        context = new_context(**options)
        session = desk_site.desk.sessions.start(desk_site.account())
        context.add_cookies([{"name": SESSION, "value": session, "url": f"{desk_site.origin}/staff", "httpOnly": True}])
        page = context.new_page()
        page.goto(f"{desk_site.origin}/staff{path.rstrip('/')}")
        return page

    return start
