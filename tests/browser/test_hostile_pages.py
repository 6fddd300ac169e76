"""Pages that are hard on a guest: their styles, their policies, their mistakes."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.host_pages import HostPages

# Everything the browser computes for every element of the widget, and where the element is.
LOOK = """() => {
  const seen = [];
  const visit = root => root.querySelectorAll("*").forEach(part => {
    if (part.matches("time, style")) return;
    const box = part.getBoundingClientRect();
    const style = getComputedStyle(part);
    const values = {};
    for (const name of style) if (!name.startsWith("--")) values[name] = style.getPropertyValue(name);
    seen.push({part: part.localName + "." + part.getAttribute("class"), values,
      box: [box.x, box.y, box.width, box.height].map(Math.round)});
    if (part.shadowRoot) visit(part.shadowRoot);
  });
  visit(document.querySelector("cryobot-chat").shadowRoot);
  return seen;
}"""
# What does not depend on how large the page lets the element be.
LOOKS = (
    *("color", "background-color", "border-top-style", "border-top-color", "opacity", "filter", "visibility"),
    *("font-family", "font-size", "font-weight", "letter-spacing", "line-height", "text-transform", "text-align"),
    *("direction", "pointer-events", "float", "transform", "outline-style"),
)
# What the page does to itself, seen through the styles of what lies on it.
STYLES_OF_THE_PAGE = """() => ["h1", "main"].map(name => {
  const style = getComputedStyle(document.querySelector(name));
  return ["color", "fontSize", "margin", "padding", "display"].map(property => style[property]);
})"""


def look(page: Page, address: str) -> list[dict[str, Any]]:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    chat = Chat(page)
    expect(chat.field.or_(chat.launcher)).to_be_visible()
    if chat.launcher.is_visible():
        chat.open()
    chat.ask("There is a blister on my foot since the session.", "skin-marks")
    page.mouse.move(1, 1)
    chat.log.evaluate("log => { log.scrollTop = 0; }")
    return list(page.evaluate(LOOK))


def test_styles_of_the_page_do_not_get_in(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    plain = look(page, hosts.url("plain.html", bot.url))
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    aggressive = look(page, hosts.url("aggressive.html", bot.url))
    assert [part["part"] for part in aggressive] == [part["part"] for part in plain]
    for here, there in zip(aggressive, plain, strict=True):
        other = {name: (there["values"].get(name), value) for name, value in here["values"].items()}
        assert {name: pair for name, pair in other.items() if pair[0] != pair[1]} == {}, here["part"]
        assert here["box"] == there["box"], here["part"]


def test_styles_of_the_page_do_not_get_into_an_element_of_its_own(
    page: Page, hosts: HostPages, bot: RunningBot
) -> None:
    plain = look(page, hosts.url("inline.html", bot.url))
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    aggressive = look(page, hosts.url("aggressive_inline.html", bot.url))
    assert [part["part"] for part in aggressive] == [part["part"] for part in plain]
    for here, there in zip(aggressive, plain, strict=True):
        for name in LOOKS:
            assert here["values"][name] == there["values"][name], (here["part"], name)


def test_styles_of_the_widget_do_not_get_out(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("plain.html", bot.url, attributes="data-launcher=off"))
    before = page.evaluate(STYLES_OF_THE_PAGE)
    page.goto(hosts.url("plain.html", bot.url))
    Chat(page).open()
    assert page.evaluate(STYLES_OF_THE_PAGE) == before


def test_a_strict_policy(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    """The watch of every test fails it when the browser reports a violation."""
    page.goto(hosts.url("plain.html", bot.url, strict=True))
    chat = Chat(page).open()
    chat.ask("My husband has chest pain.", "emergency")
    with page.expect_download():
        chat.button("save").click()
    chat.close_button.click()
    expect(chat.launcher).to_be_visible()
    box = chat.launcher.bounding_box()
    assert box is not None
    assert box["x"] > 1000, "its styles hold"
    assert box["y"] > 600


def test_the_script_twice(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("twice.html", bot.url))
    chat = Chat(page).open()
    expect(page.locator("cryobot-chat")).to_have_count(1)
    chat.ask("Is cryotherapy safe?", "overall-safety")


@pytest.mark.parametrize("page_name", ["plain.html", "twice.html"])
def test_nothing_of_the_page_is_touched(page: Page, hosts: HostPages, bot: RunningBot, page_name: str) -> None:
    page.add_init_script("window.before = new Set(Object.getOwnPropertyNames(window))")
    page.goto(hosts.url(page_name, bot.url), wait_until="networkidle")
    own = page.evaluate("Object.getOwnPropertyNames(window).filter(name => !before.has(name) && name !== 'before')")
    assert own == ["Cryobot"]
