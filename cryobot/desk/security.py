"""What keeps other pages and strangers from acting in the name of staff."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping

from sanic.request import Request

from cryobot.browser.origins import Origins
from cryobot.desk.cookies import is_encrypted

CSRF_FIELD = "csrf_token"
CSRF_HEADER = "x-csrf-token"
STRICT_TRANSPORT = "max-age=31536000"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # With "no-referrer", browsers would not tell the origin of a form that is sent.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}

# Forms that were opened before the program was started again have to be opened anew where nobody is logged in.
_guest_key = secrets.token_bytes(32)


def headers_for(request: Request) -> dict[str, str]:
    """Give the headers of every answer of the desk."""
    return HEADERS | ({"Strict-Transport-Security": STRICT_TRANSPORT} if is_encrypted(request) else {})


def comes_from_own_page(request: Request) -> bool:
    """Tell whether a page of the desk sent this, by what only browsers can say."""
    origins = request.headers.getall("origin", [])
    if len(origins) != 1 or not Origins().is_own(origins[0], request.headers.getone("host", "")):
        return False
    return bool(request.headers.getone("sec-fetch-site", "same-origin") == "same-origin")


def guest_csrf_token(guest: str) -> str:
    """Give the token for forms of a browser where nobody is logged in."""
    return hmac.new(_guest_key, guest.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def has_csrf_token(request: Request, form: Mapping[str, str], token: str) -> bool:
    """Tell whether a request has the token, as a field or as a header."""
    given = form.get(CSRF_FIELD) or request.headers.getone(CSRF_HEADER, "")
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), token.encode("ascii"))


def comes_from_elsewhere(request: Request) -> bool:
    """Tell whether a page of another site, such as a mail program's, led a browser here."""
    site = request.headers.getone("sec-fetch-site", "")
    return site in {"cross-site", "same-site"} and request.headers.getone("sec-fetch-mode", "") == "navigate"
