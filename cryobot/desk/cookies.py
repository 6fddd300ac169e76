"""Cookies of the desk: never for scripts, and under https never without it."""

from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.desk.routing import ROOT

SESSION = "cryobot-staff"
# Of a browser where nobody is logged in, to tell its forms from forged ones.
GUEST = "cryobot-guest"
# What was done before a redirect, to be said on the next page.
NOTICE = "cryobot-notice"
# The token of an invitation, once it is out of the address.
WELCOME = "cryobot-welcome"

NOTICE_SECONDS = 60
WELCOME_SECONDS = 60 * 60


def is_encrypted(request: Request) -> bool:
    """Tell whether the browser uses https, which behind a proxy only that knows."""
    return str(request.scheme) == "https"


def read_cookie(request: Request, name: str) -> str:
    """Give the value of a cookie, or an empty text. Of several of one name, none is believed."""
    wanted = _named(request, name)
    parts = ";".join(request.headers.getall("cookie", [])).split(";")
    values = [value for key, _, value in (part.strip().partition("=") for part in parts) if key == wanted]
    return str(values[0]) if len(values) == 1 else ""


def set_cookie(
    request: Request, response: HTTPResponse, name: str, value: str, seconds: int | None = None, strict: bool = True
) -> None:
    """Let the browser keep a value.

    Args:
        value: of letters, digits and the characters - _ . only.
        seconds: None: until the browser is closed.
        strict: whether it is kept back when a page of another site leads here.
    """
    # Under https the name keeps other hosts of the same domain from setting it, which needs this path.
    parts = [f"{_named(request, name)}={value}", "HttpOnly", f"SameSite={'Strict' if strict else 'Lax'}"]
    parts += ["Path=/", "Secure"] if is_encrypted(request) else [f"Path={ROOT}"]
    if seconds is not None:
        parts.append(f"Max-Age={seconds}")
    response.headers.add("Set-Cookie", "; ".join(parts))


def drop_cookie(request: Request, response: HTTPResponse, name: str) -> None:
    """Let the browser forget a value."""
    set_cookie(request, response, name, "", seconds=0)


def _named(request: Request, name: str) -> str:
    return f"__Host-{name}" if is_encrypted(request) else name
