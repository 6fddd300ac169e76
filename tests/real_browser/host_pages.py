"""Websites that embed the widget: the pages of pages/, on an origin that is not the assistant's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from real_browser.serving import Handler, serving

PAGES = Path(__file__).parent / "pages"
TYPES = {".css": "text/css; charset=utf-8", ".html": "text/html; charset=utf-8"}
# As strict as a page can be that names the assistant's origin and nothing else.
STRICT_POLICY = (
    "default-src 'none'; script-src {server}; connect-src {server}; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'"
)


@dataclass(frozen=True)
class HostPages:
    """Where the pages are. `origin` is meant to be allowed by the assistant, `other_origin` is not."""

    port: int

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def other_origin(self) -> str:
        # The same pages: to a browser, another name is another origin.
        return f"http://localhost:{self.port}"

    def url(self, page: str, server: str, origin: str | None = None, attributes: str = "", strict: bool = False) -> str:
        """Give the address of a page that takes the widget from a server.

        Args:
            page: name of a file in pages/.
            attributes: of the script element, as they are written there.
            strict: with the strict Content-Security-Policy.
        """
        asked = urlencode({"server": server, "attributes": attributes, "strict": strict or ""})
        return f"{origin or self.origin}/{page}?{asked}"


class _PageHandler(Handler):
    def respond(self) -> None:
        url = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        file = PAGES / Path(url.path).name
        if not file.is_file():
            # Chromium asks for the icon of a page from time to time, and complains if it is not there.
            self.reply(204 if url.path == "/favicon.ico" else 404, {}, b"")
            return
        text = file.read_text(encoding="utf-8")
        for name in ("server", "attributes"):
            text = text.replace(f"[{name}]", asked.get(name, ""))
        text = text.replace("[query]", url.query.replace("&", "&amp;"))
        headers = {"Content-Type": TYPES[file.suffix], "Cache-Control": "no-store"}
        if asked.get("strict"):
            headers["Content-Security-Policy"] = STRICT_POLICY.format(server=asked["server"])
        self.reply(200, headers, text.encode())


@contextmanager
def host_pages() -> Iterator[HostPages]:
    with serving(_PageHandler) as port:
        yield HostPages(port)
