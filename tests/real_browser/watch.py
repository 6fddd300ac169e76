"""Notes what must not happen in a browser: errors that no test announced, and requests to foreign hosts."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

OWN_HOSTS = {"127.0.0.1", "localhost"}
OWN_SCHEMES = {"data", "blob", "about"}
# A request that does not get a good answer is noted by Chromium itself.
FAILED_REQUEST = r"Failed to load resource|net::ERR_"


@dataclass
class Watch:
    """What was seen in all contexts of one test."""

    seen: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    announced: list[str] = field(default_factory=list)

    def expect(self, *patterns: str) -> None:
        """Announce errors of the console by regular expressions."""
        self.announced += patterns

    def add(self, context: BrowserContext) -> None:
        context.on("console", self._note_message)
        context.on("weberror", self._note_error)
        context.on("request", self._note_request)
        context.on("page", self._refuse_dialogs)

    def unannounced(self) -> list[str]:
        return [text for text in self.seen if not any(re.search(pattern, text) for pattern in self.announced)]

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.seen.append(f"{message.text} ({message.location.get('url')})")

    def _note_error(self, error: WebError) -> None:
        self.seen.append(f"uncaught: {error.error}")

    def _note_request(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme not in OWN_SCHEMES and url.hostname not in OWN_HOSTS:
            self.foreign.append(request.url)

    def _refuse_dialogs(self, page: Page) -> None:
        page.on("dialog", lambda dialog: (self.seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
