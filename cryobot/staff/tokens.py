"""Random tokens that a browser keeps, and the hashes that are kept of them."""

import hashlib
import re
import secrets

BYTES = 32
_TOKEN = re.compile("[A-Za-z0-9_-]{43}")


def new_token() -> str:
    """Give a token that nobody can guess, fit for an address and a cookie."""
    return secrets.token_urlsafe(BYTES)


def hashed(token: str) -> str:
    """Give the hash of a token, 64 hex digits. A plain hash is enough, since a token has 256 random bits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def is_token(text: str) -> bool:
    """Tell whether a text has the form of a token."""
    return _TOKEN.fullmatch(text) is not None
