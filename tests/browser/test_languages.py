"""The interface in four languages; the guidance in English, and the widget says so."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from real_bot.process import RunningBot
from real_browser.accessibility import violations
from real_browser.chat import Chat
from real_browser.host_pages import HostPages
from real_browser.watch import Watch
from real_browser.words import EMERGENCY_NUMBER, LANGUAGES, approved


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language(page: Page, hosts: HostPages, bot: RunningBot, language: str) -> None:
    page.goto(hosts.url("plain.html", bot.url, attributes=f"data-language={language}"))
    chat = Chat(page, language).open()
    expect(chat.panel).to_have_attribute("lang", language)
    expect(chat.panel.get_by_text(chat.words["intro"])).to_be_visible()
    expect(chat.panel.get_by_text(approved("greet"))).to_have_attribute("lang", "en")
    notice = chat.panel.get_by_text(chat.words["guidance_language"])
    expect(notice).to_have_count(0 if language == "en" else 1)
    answer = chat.ask("There is a blister on my foot since the session.", "skin-marks")
    expect(answer.get_by_role("group", name=chat.words["escalation_dermatologist"])).to_be_visible()
    expect(answer.get_by_text(approved("skin-marks"), exact=True)).to_have_attribute("lang", "en")
    expect(chat.talk_to_staff).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_to_do_in_danger_is_said_in_the_language_of_the_page(
    page: Page, hosts: HostPages, bot: RunningBot, language: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(hosts.url("plain.html", bot.url, attributes=f"data-language={language}"))
    chat = Chat(page, language).open()
    notes = chat.log.get_by_role("note")
    shown = 0 if language == "en" else 1
    expect(notes).to_have_count(shown)
    unclear = chat.ask("xkcd qwzrt", "unclear").get_by_role("note")
    expect(unclear).to_have_count(shown)
    chat.ask("Is cryotherapy safe?", "overall-safety")
    expect(notes).to_have_count(2 * shown)
    for note in notes.all():
        expect(note).to_contain_text(chat.words["safety_note"].replace("{number}", EMERGENCY_NUMBER))
        link = note.get_by_role("link", name=chat.words["call"].replace("{number}", EMERGENCY_NUMBER), exact=True)
        expect(link).to_have_attribute("href", f"tel:{EMERGENCY_NUMBER.replace(' ', '')}")
    assert violations(page) == []


def test_the_language_of_the_page(page: Page, hosts: HostPages, bot: RunningBot) -> None:
    page.goto(hosts.url("spanish.html", bot.url))
    expect(Chat(page, "es").launcher).to_be_visible()


@pytest.mark.parametrize(("locale", "language"), [("fr-CA", "fr"), ("de-AT", "de"), ("ja-JP", "en")])
def test_a_page_in_another_language(
    new_context: Callable[..., BrowserContext], hosts: HostPages, bot: RunningBot, locale: str, language: str
) -> None:
    page = new_context(locale=locale).new_page()
    page.goto(hosts.url("right_to_left.html", bot.url))
    expect(Chat(page, language).launcher).to_be_visible()


def test_a_language_that_there_is_not(page: Page, hosts: HostPages, bot: RunningBot, watch: Watch) -> None:
    watch.expect("data-language")
    page.goto(hosts.url("spanish.html", bot.url, attributes="data-language=tlh"))
    expect(Chat(page, "es").launcher).to_be_visible()
