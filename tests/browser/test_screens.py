"""Small screens, large letters, dark and forced colours, no motion, pages from right to left."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.host_pages import HostPages
from real_browser.screens import box

Opens = Callable[..., Chat]

SCREENS = {
    "320 px": {"viewport": {"width": 320, "height": 568}},
    "zoom 200 %": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "zoom 400 %": {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
    "a phone on its side": {"viewport": {"width": 844, "height": 390}, "is_mobile": True, "has_touch": True},
}
TOUCH_PIXELS = 44


@pytest.fixture
def opens(new_context: Callable[..., BrowserContext], hosts: HostPages, bot: RunningBot) -> Opens:
    def open_chat(page_name: str = "plain.html", **options: Any) -> Chat:
        # What slides in is not in its place yet.
        page = new_context(**{"reduced_motion": "reduce", **options}).new_page()
        page.goto(hosts.url(page_name, bot.url))
        return Chat(page).open()

    return open_chat


@pytest.mark.parametrize("name", SCREENS)
def test_everything_can_be_read_and_reached(opens: Opens, name: str) -> None:
    chat = opens(**SCREENS[name])
    chat.ask("My husband has chest pain.", "emergency")
    width, height = SCREENS[name]["viewport"]["width"], SCREENS[name]["viewport"]["height"]
    left, top, right, bottom = box(chat.panel)
    assert (left, top) >= (0, 0)
    assert right <= width
    assert bottom <= height
    for control in (chat.field, chat.button("send"), chat.talk_to_staff, chat.close_button):
        expect(control).to_be_in_viewport()
    assert chat.log.evaluate("log => log.scrollWidth <= log.clientWidth + 1"), "nothing to scroll sideways"
    assert chat.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    link = chat.answer("emergency").locator("a[href^='tel:']")
    link.scroll_into_view_if_needed()
    expect(link).to_be_in_viewport(ratio=0.99)


def test_on_a_phone_it_fills_the_screen_and_keeps_the_page_away(opens: Opens) -> None:
    chat = opens(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    assert box(chat.panel) == (0, 0, 390, 844)
    assert chat.panel.evaluate("panel => panel.matches(':modal')")
    chat.close_button.tap()
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(640, 360), (360, 380)])
def test_on_a_short_screen_an_emergency_can_be_called_at_once(opens: Opens, width: int, height: int) -> None:
    chat = opens(viewport={"width": width, "height": height})
    answer = chat.ask("my friend cannot breathe", "emergency")
    expect(answer.get_by_text(chat.words["escalation_emergency"], exact=True)).to_be_in_viewport(ratio=0.99)
    expect(answer.locator("a[href^='tel:']")).to_be_in_viewport(ratio=0.99)
    for control in (chat.field, chat.button("send"), chat.talk_to_staff, chat.close_button):
        left, top, right, bottom = box(control)
        assert min(right - left, bottom - top) >= TOUCH_PIXELS


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_tapped_is_large_enough(opens: Opens, width: int) -> None:
    chat = opens(viewport={"width": width, "height": 800})
    chat.ask("There is a blister on my foot since the session.", "skin-marks")
    small = {}
    for button in chat.panel.get_by_role("button").all():
        left, top, right, bottom = box(button)
        if min(right - left, bottom - top) < (24 if "small" in (button.get_attribute("class") or "") else TOUCH_PIXELS):
            small[button.get_attribute("aria-label") or button.inner_text()] = (right - left, bottom - top)
    assert small == {}


def test_dark_pages_get_a_dark_panel(opens: Opens) -> None:
    light, dark = (luminance(opens(color_scheme=scheme)) for scheme in ("light", "dark"))
    assert light > 0.8
    assert dark < 0.2


def test_forced_colours(opens: Opens) -> None:
    chat = opens(forced_colors="active")
    chat.ask("My husband has chest pain.", "emergency")
    for control in (chat.button("send"), chat.talk_to_staff, chat.close_button):
        expect(control).to_be_visible()
        shown = control.evaluate(
            """button => { const icon = getComputedStyle(button.querySelector("svg") ?? button);
                           return [icon.color, getComputedStyle(button).backgroundColor]; }"""
        )
        assert shown[0] != shown[1]


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_motion_only_where_it_is_wanted(opens: Opens, motion: str, moves: bool) -> None:
    chat = opens(reduced_motion=motion)
    chat.page.route("**/webhooks/web/messages", lambda _: None)
    chat.send("Is cryotherapy safe?")
    expect(chat.status(chat.words["typing"])).to_be_visible()
    moving = chat.panel.evaluate(
        """panel => panel.getAnimations({subtree: true}).some(one =>
             one.playState === "running" && one.effect.getComputedTiming().duration > 1)"""
    )
    assert moving is moves


def test_a_page_from_right_to_left(opens: Opens) -> None:
    chat = opens("right_to_left.html", locale="en-GB")
    left, _, right, _ = box(chat.panel)
    assert left < 1280 - right, "it stands where a line of the page ends"
    answer = chat.ask("Is cryotherapy safe?", "overall-safety")
    assert answer.locator("[lang=en]").first.evaluate("text => getComputedStyle(text).direction") == "ltr"
    assert chat.field.evaluate("field => getComputedStyle(field).direction") == "ltr"


def luminance(chat: Chat) -> float:
    """Give how bright the panel is, from 0 to 1."""
    colors = chat.panel.evaluate("panel => getComputedStyle(panel).backgroundColor.match(/[0-9.]+/g).map(Number)")
    return float(sum(colors[:3]) / 3 / 255)
