"""What the widget costs a visitor: bytes and time."""

from collections.abc import Callable
from statistics import median
from time import monotonic

from playwright.sync_api import BrowserContext, Request, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.faulty_proxy import CHAT_PART
from real_browser.host_pages import HostPages

from cryobot.widget.settings import load_widget_settings

READY_MILLISECONDS = 300
OPENINGS = 5
# The machine may be busy for a while with something else.
PATIENCE_SECONDS = 180
# The clock of a page starts when the page is asked for.
NOTE_WHEN_READY = (
    """addEventListener("cryobot-open", () => requestAnimationFrame(() => { window.ready = performance.now(); }))"""
)


def test_bytes(new_context: Callable[..., BrowserContext], hosts: HostPages, bot: RunningBot) -> None:
    page = new_context().new_page()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request) if request.url.startswith(bot.url) else None)
    page.goto(hosts.url("plain.html", bot.url), wait_until="networkidle")
    budget = load_widget_settings().budget_kb
    assert budget.launcher <= 15
    assert budget.everything <= 160
    assert 0 < _bytes(finished) <= budget.launcher * 1000
    with page.expect_event("requestfinished", lambda request: CHAT_PART in request.url):
        Chat(page).open()
    assert len(finished) == 2
    assert _bytes(finished) <= budget.everything * 1000


def _bytes(finished: list[Request]) -> int:
    return sum(request.sizes()["responseBodySize"] for request in finished)


def test_time(new_context: Callable[..., BrowserContext], hosts: HostPages, bot: RunningBot) -> None:
    """From asking for the page to the open chat, with nothing in the browser's cache."""

    def opening() -> float:
        context = new_context()
        page = context.new_page()
        page.add_init_script(NOTE_WHEN_READY)
        page.goto(hosts.url("plain.html", bot.url, attributes="data-open"))
        expect(Chat(page).field).to_be_visible()
        ready = page.wait_for_function("window.ready").json_value()
        context.close()
        return float(ready)

    opening()
    medians = []
    end = monotonic() + PATIENCE_SECONDS
    while not medians or (medians[-1] > READY_MILLISECONDS and monotonic() < end):
        medians.append(median(opening() for _ in range(OPENINGS)))
    assert min(medians) <= READY_MILLISECONDS, medians


def test_a_second_visit_loads_the_chat_from_the_cache(chat: Chat, bot: RunningBot) -> None:
    chat.page.reload()
    chat.open()
    sizes = chat.page.evaluate(
        """performance.getEntriesByType("resource").filter(one => /chat-[^/]*[.]js$/.test(one.name))
             .map(one => one.transferSize)"""
    )
    assert sizes == [0]
