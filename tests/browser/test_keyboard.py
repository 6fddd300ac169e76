"""Everything can be done without a mouse, and one always sees where one is."""

import pytest
from playwright.sync_api import Page, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.host_pages import HostPages

# The element that has the focus, looked for in shadow roots, and what of it shows that.
FOCUS = """() => {
  let part = document.activeElement;
  while (part?.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
  const style = getComputedStyle(part);
  const box = part.getBoundingClientRect();
  const around = part.localName === "textarea" ? getComputedStyle(part.parentElement) : style;
  return {
    inside: part.getRootNode() !== document,
    name: part.getAttribute("aria-label") || part.textContent.trim() || part.localName,
    visible: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth
      && box.top < innerHeight,
    marked: [style, around].some(one => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2),
  };
}"""


def test_the_whole_story(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("plain.html", bot.url))
    chat = Chat(page)
    expect(chat.launcher).to_be_visible()
    tab_to(page, chat.words["launcher_open"])
    page.keyboard.press("Enter")
    expect(chat.field).to_be_focused()

    page.keyboard.type("There is a blister on my foot since the session.")
    page.keyboard.press("Enter")
    expect(chat.answer("skin-marks")).to_be_visible()
    expect(chat.field).to_be_focused()

    tab_to(page, "Care of scars", back=True)
    page.keyboard.press("Enter")
    expect(chat.answer("scar-care")).to_be_visible()

    tab_to(page, chat.words["helpful"])
    page.keyboard.press("Space")
    expect(chat.button("helpful", chat.page.locator("[aria-pressed=true]").locator(".."))).to_have_count(1)

    tab_to(page, chat.words["talk_to_staff"])
    page.keyboard.press("Enter")
    expect(chat.answer("talk-to-staff")).to_be_visible()

    tab_to(page, chat.words["wipe"], back=True)
    page.keyboard.press("Enter")
    expect(chat.answers).to_have_count(0)

    page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()
    page.keyboard.press("Space")
    expect(chat.field).to_be_focused()


def test_every_stop_is_seen_and_has_a_name(chat: Chat) -> None:
    chat.ask("My husband has chest pain.", "emergency")
    stops = []
    for _ in range(60):
        chat.page.keyboard.press("Tab")
        stop = chat.page.evaluate(FOCUS)
        if stop in stops:
            break
        stops.append(stop)
    names = [stop["name"] for stop in stops]
    for key in ("start_again", "save", "wipe", "close", "send", "talk_to_staff", "helpful", "copy"):
        assert chat.words[key] in names
    assert [stop for stop in stops if stop["inside"] and not (stop["visible"] and stop["marked"])] == []


def test_the_conversation_can_be_scrolled(chat: Chat) -> None:
    for message, guidance_id in (
        ("Is cryotherapy safe?", "overall-safety"),
        ("My husband has chest pain.", "emergency"),
    ):
        chat.ask(message, guidance_id)
    expect(chat.answer("emergency")).to_be_in_viewport()
    chat.log.focus()
    chat.page.keyboard.press("Home")
    expect(chat.panel.get_by_text(chat.words["intro"])).to_be_in_viewport()


@pytest.mark.parametrize("key", ["Escape", "Enter"])
def test_on_a_phone_the_focus_stays_inside(page: Page, hosts: HostPages, bot: RunningBot, key: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(hosts.url("plain.html", bot.url))
    chat = Chat(page).open()
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate(FOCUS)["name"]
        assert name not in {"Another page", "Button of the page"}
        if key == "Enter" and name == chat.words["close"]:
            break
    page.keyboard.press(key)
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()


def test_escape_on_the_launcher_closes_the_chat(chat: Chat) -> None:
    launcher = chat.page.locator("cryobot-chat .launcher")
    launcher.focus()
    chat.page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    expect(chat.launcher).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(chat.panel).to_be_hidden()
    chat.page.keyboard.press("Enter")
    expect(chat.field).to_be_focused()


def tab_to(page: Page, name: str, back: bool = False) -> None:
    """Press Tab until the element of this name has the focus."""
    passed = []
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        stop = page.evaluate(FOCUS)
        passed.append(stop["name"])
        if stop["name"] == name:
            assert stop["visible"], stop
            assert stop["marked"], stop
            return
    raise AssertionError(f"{name} was not reached: {passed}")
