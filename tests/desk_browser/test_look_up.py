"""Looking an answer up with the keyboard, in a real browser."""

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from real_desk.house import DeskServer

    from .conftest import OpenPage


def test_answers_come_as_one_types(open_page: "OpenPage") -> None:
    page = open_page()
    field = page.get_by_label("What does the client ask?")
    expect(field).to_be_focused()
    page.keyboard.type("home kit")

    expect(page.locator("#answer-title")).to_have_text("Unapproved cabins and home systems")
    expect(field).to_be_focused()


def test_who_is_faster_than_the_answers_stays_at_theirs(open_page: "OpenPage") -> None:
    page = open_page("/?words=home+kit")
    field = page.get_by_label("What does the client ask?")
    field.fill("home kits")
    field.press("ArrowDown")

    expect(page.locator("[data-result][href*=kits]").first).to_be_focused()


def test_arrow_keys_enter_slash_and_escape(open_page: "OpenPage") -> None:
    page = open_page()
    field = page.get_by_label("What does the client ask?")
    # At once, so that it is asked once.
    field.fill("home kit")
    expect(page.locator("#answer-title")).to_have_text("Unapproved cabins and home systems")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("[data-result]").nth(1)
    expect(second).to_be_focused()
    title = second.locator(".result-title").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#answer-title")).to_have_text(title)
    expect(page.locator("#answer")).to_be_focused()

    page.keyboard.press("/")
    expect(field).to_be_focused()
    expect(field).to_have_value("home kit")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(page.get_by_role("heading", name="All topics")).to_be_visible()


def test_the_slash_key_can_be_switched_off(open_page: "OpenPage") -> None:
    page = open_page()
    page.get_by_label("Use the / key").uncheck()
    page.keyboard.press("/")
    expect(page.get_by_label("What does the client ask?")).not_to_be_focused()
    page.reload()
    expect(page.get_by_label("Use the / key")).not_to_be_checked()


def test_a_text_is_copied_word_for_word_with_the_keyboard(desk_site: "DeskServer", open_page: "OpenPage") -> None:
    page = open_page("/?words=home+kit", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#answer .copy").first.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#copied")).to_have_text("The text is copied: Unapproved cabins and home systems")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == desk_site.desk.library.text("equipment-safety").text


def test_it_works_without_scripts(open_page: "OpenPage") -> None:
    page = open_page(java_script_enabled=False)
    page.get_by_label("What does the client ask?").fill("home kit")
    page.keyboard.press("Enter")

    expect(page.locator("#answer-title")).to_have_text("Unapproved cabins and home systems")
    page.locator("[data-result]").nth(1).click()
    expect(page.locator("[data-result]").nth(1)).to_have_attribute("aria-current", "true")
    assert not page.get_by_role("button", name="Copy text").first.is_visible()
