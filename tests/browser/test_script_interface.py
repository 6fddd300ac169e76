"""What a page can do with the widget: options, calls, events, an element of its own."""

from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.faulty_proxy import FaultyProxy, closes
from real_browser.host_pages import HostPages
from real_browser.screens import box
from real_browser.watch import FAILED_REQUEST, Watch

from cryobot.paths import WIDGET_BUILT

NOTE_EVENTS = """() => {
  window.events = [];
  for (const name of ["open", "close", "answer", "failure"])
    document.addEventListener(`cryobot-${name}`, event => events.push([name, event.detail ?? null]));
}"""
SAFE = "Is cryotherapy safe?"


def test_calls(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("plain.html", bot.url))
    chat = Chat(page)
    page.evaluate("Cryobot.open()")
    expect(chat.field).to_be_visible()
    page.evaluate("Cryobot.close()")
    expect(chat.panel).to_be_hidden()
    page.evaluate("Cryobot.toggle()")
    expect(chat.field).to_be_visible()
    page.evaluate("Cryobot.toggle()")
    expect(chat.panel).to_be_hidden()


def test_a_page_can_send(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("plain.html", bot.url))
    page.evaluate("question => Cryobot.send(question)", SAFE)
    chat = Chat(page)
    expect(chat.panel).to_be_visible()
    expect(chat.questions).to_contain_text(SAFE)
    expect(chat.answer("overall-safety")).to_be_visible()


def test_events(page: Page, hosts: HostPages, proxy: FaultyProxy, watch: Watch) -> None:
    watch.expect(FAILED_REQUEST, "CORS policy", "CRYOBOT_ORIGINS")
    page.goto(hosts.url("plain.html", proxy.url))
    page.evaluate(NOTE_EVENTS)
    chat = Chat(page).open()
    chat.ask("There is a blister on my foot since the session.", "skin-marks")
    proxy.spoil(closes)
    chat.fail(SAFE)
    chat.close_button.click()
    expect(chat.panel).to_be_hidden()
    events = page.evaluate("events")
    assert [name for name, _ in events] == ["open", "answer", "failure", "close"]
    assert events[1][1] == {"guidanceId": "skin-marks", "escalation": "dermatologist"}
    assert events[2][1] == {"reason": "unreachable"}
    assert "blister" not in str(events)


def test_a_title_and_a_colour(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("plain.html", bot.url, attributes='data-title="Ask Polaris" data-color="rebeccapurple"'))
    chat = Chat(page, title="Ask Polaris").open()
    expect(chat.panel.get_by_role("heading", name="Ask Polaris")).to_be_visible()
    chat.close_button.click()
    assert chat.launcher.evaluate("button => getComputedStyle(button).backgroundColor") == "rgb(102, 51, 153)"


@pytest.mark.parametrize(
    "color", ["no colour", "url(http://203.0.113.7/)", "red;position:static", "var(--x)", "inherit"]
)
def test_a_colour_that_is_none(page: Page, hosts: HostPages, bot: RunningBot, watch: Watch, color: str) -> None:
    watch.expect("data-color")
    page.goto(hosts.url("plain.html", bot.url))
    usual = Chat(page).launcher.evaluate("button => getComputedStyle(button).backgroundColor")
    page.goto(hosts.url("plain.html", bot.url, attributes=f'data-color="{color}"'))
    assert Chat(page).launcher.evaluate("button => getComputedStyle(button).backgroundColor") == usual
    assert any("data-color" in text for text in watch.seen)


@pytest.mark.parametrize(
    ("page_name", "position", "on_the_left"),
    [
        ("plain.html", "end", False),
        ("plain.html", "start", True),
        ("plain.html", "left", True),
        ("plain.html", "right", False),
        ("right_to_left.html", "end", True),
        ("right_to_left.html", "start", False),
        ("right_to_left.html", "left", True),
        ("right_to_left.html", "right", False),
    ],
)
def test_a_position(
    page: Page, hosts: HostPages, bot: RunningBot, page_name: str, position: str, on_the_left: bool
) -> None:
    page.goto(hosts.url(page_name, bot.url, attributes=f"data-position={position}"))
    chat = Chat(page)
    expect(chat.launcher).to_be_visible()
    left, top, right, bottom = box(chat.launcher)
    assert (left < 1280 - right) is on_the_left
    assert min(left, 1280 - right) < 60
    assert 800 - bottom < 60
    chat.open()
    left, top, right, bottom = box(chat.panel)
    assert (left < 1280 - right) is on_the_left
    assert top >= 0


def test_opening_by_itself_can_be_switched_off(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("plain.html", bot.url, attributes="data-open=false"), wait_until="networkidle")
    chat = Chat(page)
    expect(chat.launcher).to_be_visible()
    expect(chat.panel).to_have_count(0)
    page.goto(hosts.url("plain.html", bot.url, attributes="data-open"))
    expect(chat.panel).to_be_visible()


def test_sending_what_is_no_text(page: Page, hosts: HostPages, bot: RunningBot, watch: Watch) -> None:
    watch.expect(r"Cryobot\.send")
    page.goto(hosts.url("plain.html", bot.url))
    assert page.evaluate("Cryobot.send(5)") is False
    assert any("Cryobot.send" in text for text in watch.seen)
    expect(Chat(page).launcher).to_be_visible()


@pytest.mark.parametrize("call", ["open()", "toggle()", f"send('{SAFE}')"])
def test_a_page_that_replaced_its_body(page: Page, hosts: HostPages, bot: RunningBot, call: str) -> None:
    page.goto(hosts.url("plain.html", bot.url, attributes='data-title="Ask us"'))
    chat = Chat(page, title="Ask us")
    expect(chat.launcher).to_be_visible()
    page.evaluate("document.body = document.createElement('body')")
    expect(chat.launcher).to_have_count(0)
    assert page.evaluate(f"Cryobot.{call}") is True
    expect(chat.panel).to_be_visible()


def test_a_replaced_body_of_a_page_without_launcher(
    page: Page, hosts: HostPages, bot: RunningBot, watch: Watch
) -> None:
    watch.expect("there is no chat in this page")
    page.goto(hosts.url("plain.html", bot.url, attributes="data-launcher=off"))
    page.evaluate("document.body = document.createElement('body')")
    assert page.evaluate("Cryobot.open()") is False
    expect(page.locator("cryobot-chat")).to_have_count(0)


def test_no_launcher(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("plain.html", bot.url, attributes="data-launcher=off"), wait_until="networkidle")
    expect(Chat(page).launcher).to_have_count(0)


def test_a_copy_on_another_server_than_the_assistant(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    for file in WIDGET_BUILT.glob("*.js"):
        page.route(f"{hosts.origin}/{file.name}", partial(fulfill, file=file))
    page.goto(hosts.url("plain.html", "", attributes=f"data-server={bot.url}"))
    Chat(page).open().ask(SAFE, "overall-safety")


def fulfill(route: Route, file: Path) -> None:
    route.fulfill(path=file)


def test_inside_a_page(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("inline.html", bot.url, attributes='data-title="Ask us"'))
    chat = Chat(page, title="Ask us")
    expect(chat.section).to_be_visible()
    expect(chat.launcher).to_have_count(0)
    expect(chat.button("close")).to_have_count(0)
    expect(page.get_by_role("heading", name="Inline")).to_be_in_viewport()
    left, top, right, bottom = box(chat.section)
    assert (round(right - left), round(bottom - top)) == (400, 520)
    chat.ask(SAFE, "overall-safety")


def test_the_element_can_be_taken_out_and_put_back(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("inline.html", bot.url))
    chat = Chat(page)
    chat.ask(SAFE, "overall-safety")
    page.evaluate("window.taken = document.querySelector('cryobot-chat'); taken.remove()")
    expect(chat.field).to_have_count(0)
    page.evaluate("document.querySelector('main').append(taken)")
    expect(chat.answer("overall-safety")).to_be_visible()
    chat.ask("Who wrote this guidance?", "about-provider")
