"""axe-core finds no violation of WCAG 2.2 A and AA, in any state, light or dark."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect
from real_bot.process import RunningBot
from real_browser.accessibility import violations
from real_browser.chat import Chat
from real_browser.faulty_proxy import CHAT_PART, FaultyProxy, Held, closes
from real_browser.host_pages import HostPages
from real_browser.watch import FAILED_REQUEST, Watch

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone, light": {"color_scheme": "light", "viewport": {"width": 320, "height": 640}},
    "phone, dark": {"color_scheme": "dark", "viewport": {"width": 320, "height": 640}},
}
COLORS = ["white", "black", "#777777", "yellow", "#0a7d5a"]


@pytest.fixture
def opens(new_context: Callable[..., BrowserContext], hosts: HostPages, proxy: FaultyProxy) -> Callable[..., Chat]:
    def open_page(look: str, attributes: str = "", page_name: str = "plain.html") -> Chat:
        # What is half faded in has other colours.
        page = new_context(**{"reduced_motion": "reduce", **LOOKS[look]}).new_page()
        page.goto(hosts.url(page_name, proxy.url, attributes=attributes))
        return Chat(page)

    return open_page


@pytest.mark.parametrize("look", LOOKS)
def test_every_state(opens: Callable[..., Chat], proxy: FaultyProxy, watch: Watch, look: str) -> None:
    watch.expect(FAILED_REQUEST, "CORS policy", "CRYOBOT_ORIGINS")
    chat = opens(look)
    expect(chat.launcher).to_be_visible()
    found = {"closed": violations(chat.page)}
    chat.open()
    found["greeting"] = violations(chat.page)
    held = Held()
    proxy.spoil(held)
    chat.send("Is cryotherapy safe?")
    expect(chat.status(chat.words["typing"])).to_be_visible()
    found["waiting"] = violations(chat.page)
    proxy.mend()
    held.release()
    answer = chat.answer("overall-safety")
    expect(answer).to_be_visible()
    chat.button("helpful", answer).click()
    expect(chat.button("helpful", answer)).to_have_attribute("aria-pressed", "true")
    found["answer, rated"] = violations(chat.page)
    for message, guidance_id in (
        ("Can I come as a diabetic?", "ask-a-doctor"),
        ("There is a blister on my foot since the session.", "skin-marks"),
        ("My husband has chest pain.", "emergency"),
    ):
        chat.ask(message, guidance_id)
        found[guidance_id] = violations(chat.page)
    proxy.spoil(closes)
    chat.fail("Is cryotherapy safe?")
    found["failure"] = violations(chat.page)
    chat.field.fill("a" * 4001)
    expect(chat.button("send")).to_be_disabled()
    found["too long"] = violations(chat.page)
    assert {state: wrong for state, wrong in found.items() if wrong} == {}


def test_what_is_wrong_is_found(opens: Callable[..., Chat]) -> None:
    chat = opens("light").open()
    chat.button("send").evaluate("button => { button.removeAttribute('aria-label'); button.removeAttribute('title'); }")
    chat.panel.get_by_text(chat.words["intro"]).evaluate("text => { text.style.color = '#c0c0c0'; }")
    found = "\n".join(violations(chat.page))
    assert "button-name" in found
    assert "color-contrast" in found


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_failure_of_the_launcher(opens: Callable[..., Chat], proxy: FaultyProxy, watch: Watch, look: str) -> None:
    watch.expect(FAILED_REQUEST, "CORS policy", "dynamically imported module", "Cryobot")
    proxy.spoil(closes, CHAT_PART)
    chat = opens(look)
    chat.launcher.click()
    expect(chat.page.get_by_role("alert")).to_be_visible()
    assert violations(chat.page) == []


@pytest.mark.parametrize("color", COLORS)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_any_colour_of_the_page(opens: Callable[..., Chat], look: str, color: str) -> None:
    chat = opens(look, attributes=f'data-color="{color}"')
    expect(chat.launcher).to_be_visible()
    assert violations(chat.page) == []
    chat.open()
    chat.ask("There is a blister on my foot since the session.", "skin-marks")
    assert violations(chat.page) == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_inside_a_page(opens: Callable[..., Chat], look: str) -> None:
    chat = opens(look, page_name="inline.html")
    chat.ask("Is cryotherapy safe?", "overall-safety")
    assert violations(chat.page) == []


@pytest.mark.parametrize("look", LOOKS)
def test_the_demo_page(new_context: Callable[..., BrowserContext], bot: RunningBot, look: str) -> None:
    page = new_context(**{"reduced_motion": "reduce", **LOOKS[look]}).new_page()
    page.goto(bot.url)
    expect(Chat(page).launcher).to_be_visible()
    assert violations(page) == []
