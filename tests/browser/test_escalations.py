"""Answers that send somebody to a doctor or to the emergency number look different at a glance."""

import pytest
from playwright.sync_api import Locator, expect
from real_bot.process import RunningBot
from real_browser.chat import Chat
from real_browser.words import EMERGENCY_NUMBER, any_approved

MARK = "There is a blister on my foot since the session."
DANGER = "My husband has chest pain."
NUMBER = EMERGENCY_NUMBER.replace(" ", "")


@pytest.mark.parametrize(
    ("message", "guidance_id", "escalation", "border"),
    [
        (MARK, "skin-marks", "dermatologist", 2),
        (DANGER, "emergency", "emergency", 2),
        ("Can I come as a diabetic?", "ask-a-doctor", "doctor", 1),
        ("/talk-to-staff", "talk-to-staff", "staff", 1),
    ],
)
def test_an_escalation_is_named_and_framed(
    chat: Chat, message: str, guidance_id: str, escalation: str, border: int
) -> None:
    plain = chat.ask("Is cryotherapy safe?", "overall-safety")
    if message.startswith("/"):
        chat.talk_to_staff.click()
        answer = chat.answer(guidance_id)
    else:
        answer = chat.ask(message, guidance_id)
    expect(answer).to_have_attribute("data-escalation", escalation)
    expect(plain).to_have_attribute("data-escalation", "none")
    heading = chat.words[f"escalation_{escalation}"]
    named = answer.get_by_role("group", name=heading)
    expect(named).to_be_visible()
    expect(named.get_by_text(heading, exact=True)).to_be_visible()
    expect(named.get_by_text(any_approved(guidance_id))).to_be_visible()
    expect(named.locator("svg").first).to_be_visible()
    assert _border(named) >= border
    expect(plain.get_by_role("group", name=heading)).to_have_count(0)


def test_an_emergency_has_a_link_that_dials(chat: Chat) -> None:
    answer = chat.ask(DANGER, "emergency")
    link = answer.get_by_role("link", name=chat.words["call"].replace("{number}", EMERGENCY_NUMBER))
    expect(link).to_be_in_viewport()
    expect(link).to_have_attribute("href", f"tel:{NUMBER}")
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 44


def test_the_link_that_dials_stands_before_the_text(chat: Chat) -> None:
    group = chat.ask(DANGER, "emergency").get_by_role("group", name=chat.words["escalation_emergency"])
    assert group.evaluate("group => [...group.children].map(part => part.className)") == [
        "callout-heading",
        "call",
        "text",
    ]


def test_only_an_emergency_dials(chat: Chat) -> None:
    chat.ask(MARK, "skin-marks")
    expect(chat.log.get_by_role("link")).to_have_count(0)


def test_an_escalation_is_still_framed_in_forced_colours(chat: Chat) -> None:
    chat.page.emulate_media(forced_colors="active")
    named = chat.ask(MARK, "skin-marks").get_by_role("group", name=chat.words["escalation_dermatologist"])
    expect(named).to_be_visible()
    assert _border(named) >= 2


def test_the_demo_page_shows_the_number_too(chat: Chat, bot: RunningBot) -> None:
    chat.page.goto(bot.url)
    chat.open()
    expect(chat.ask(DANGER, "emergency").locator(f"a[href='tel:{NUMBER}']")).to_be_visible()


def _border(element: Locator) -> float:
    """Give the widest border of an element or of what is in it, in pixels."""
    return float(
        element.evaluate(
            """frame => Math.max(...[frame, ...frame.querySelectorAll("*")].map(part => {
                 const style = getComputedStyle(part);
                 return Math.max(...["Top", "Right", "Bottom", "Left"].map(side =>
                   style[`border${side}Style`] === "none" ? 0 : parseFloat(style[`border${side}Width`])));
               }))"""
        )
    )
