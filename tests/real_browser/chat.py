"""The widget as a visitor meets it: found by its roles and by the words of the interface."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from real_browser.words import words


class Chat:
    """The widget in one page.

    Args:
        language: of the interface.
        title: if the page gave another than that of the interface.
    """

    def __init__(self, page: Page, language: str = "en", title: str | None = None) -> None:
        self.page = page
        self.words = words(language)
        self.title = title or self.words["title"]

    @property
    def launcher(self) -> Locator:
        """The closed launcher, whether there is a conversation to go on with or not."""
        names = "|".join(re.escape(self.words[key]) for key in ("launcher_open", "launcher_continue"))
        return self.page.get_by_role("button", name=re.compile(f"^({names})$"))

    @property
    def panel(self) -> Locator:
        return self.page.get_by_role("dialog", name=self.title, exact=True)

    @property
    def section(self) -> Locator:
        """The panel of a widget that stands inside the page."""
        return self.page.get_by_role("region", name=self.title, exact=True)

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("textbox", name=self.words["message_label"], exact=True)

    @property
    def questions(self) -> Locator:
        return self.page.locator("[data-kind=question]")

    @property
    def answers(self) -> Locator:
        return self.page.locator("[data-kind=answer]")

    @property
    def failures(self) -> Locator:
        return self.page.locator("[data-kind=failure]")

    def answer(self, guidance_id: str) -> Locator:
        return self.page.locator(f"[data-kind=answer][data-guidance-id='{guidance_id}']")

    def button(self, key: str, inside: Locator | None = None) -> Locator:
        """Give a button by the key of its name."""
        return (inside or self.page).get_by_role("button", name=self.words[key], exact=True)

    @property
    def topics(self) -> Locator:
        return self.page.get_by_role("group", name=self.words["topics_heading"], exact=True).get_by_role("button")

    @property
    def talk_to_staff(self) -> Locator:
        """The button that is always there, below the log; answers may have one of the same name."""
        return self.button("talk_to_staff", self.page.locator("cryobot-chat")).last

    @property
    def close_button(self) -> Locator:
        """The button in the panel; the launcher has the same name while the panel is open."""
        return self.button("close", self.panel)

    def status(self, text: str) -> Locator:
        """Give what is said aloud and shown for a moment."""
        return self.page.get_by_role("status").filter(has_text=text)

    def open(self) -> "Chat":
        self.launcher.click()
        expect(self.field).to_be_visible()
        return self

    def send(self, message: str) -> None:
        self.field.fill(message)
        self.field.press("Enter")

    def ask(self, message: str, guidance_id: str) -> Locator:
        """Send a message and give the answer, which must be the first of this id."""
        self.send(message)
        answer = self.answer(guidance_id)
        expect(answer).to_be_visible()
        return answer

    def fail(self, message: str) -> Locator:
        """Send a message that gets no answer, and give the card that says so."""
        self.send(message)
        expect(self.failures).to_be_visible()
        return self.failures

    def stored(self) -> dict[str, Any]:
        """Give what the browser keeps, by its key."""
        return dict(self.page.evaluate("({...localStorage})"))
