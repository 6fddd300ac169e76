"""A browser of a member of staff, without a screen: keeps cookies, names its origin, and fills in forms."""

import re
from dataclasses import dataclass
from html import unescape

import httpx

SESSION = "cryobot-staff"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]*)"')


@dataclass(frozen=True)
class StaffBrowser:
    """One browser. `client` keeps the cookies and follows no redirects."""

    client: httpx.Client

    @property
    def origin(self) -> str:
        return str(self.client.base_url).rstrip("/")

    @property
    def session(self) -> str:
        """The token of the session, or an empty text."""
        return self.client.cookies.get(SESSION, "")

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Ask for a page below /staff."""
        return self.client.get(f"/staff{path.rstrip('/')}", headers=_named(headers))

    def csrf_token(self, path: str = "/account") -> str:
        """Give the token in the forms of a page."""
        found = _TOKEN.search(self.get(path).text)
        assert found, f"{path} has no form"
        return unescape(found[1])

    def post(self, path: str, fields: dict[str, str] | None = None, form_page: str = "/account") -> httpx.Response:
        """Send a form, with the token that `form_page` has."""
        return self.send(path, {"csrf_token": self.csrf_token(form_page), **(fields or {})})

    def send(self, path: str, fields: dict[str, str], **headers: str) -> httpx.Response:
        """Send these fields and no others."""
        return self.client.post(f"/staff{path}", data=fields, headers={"Origin": self.origin, **_named(headers)})

    def log_in(self, name: str, password: str, after: str = "") -> httpx.Response:
        """Fill in the form for logging in."""
        return self.post("/log-in", {"name": name, "password": password, "next": after}, form_page="/log-in")


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
