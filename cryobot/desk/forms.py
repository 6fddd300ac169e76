"""Reads what a form sends."""

from typing import Any
from urllib.parse import parse_qs

from sanic.request import Request

BODY_BYTES = 64 * 1024
FIELDS = 1000
TYPE = "application/x-www-form-urlencoded"


class FormTooLargeError(Exception):
    """More than BODY_BYTES, or more than FIELDS."""


async def read_form(request: Request) -> dict[str, list[str]]:
    """Read the fields of a streamed request; none if it is not a form.

    Raises:
        FormTooLargeError: it is too large.
    """
    body = bytearray()
    async for part in request.stream:
        body += part
        if len(body) > BODY_BYTES:
            raise FormTooLargeError
    if str(request.headers.getone("content-type", "")).partition(";")[0].strip().lower() != TYPE:
        return {}
    return parse(bytes(body))


def parse(query: bytes | str) -> dict[str, list[str]]:
    """Give the fields of a query or of a form; what is not UTF-8 is replaced. Raises FormTooLargeError."""
    text: Any = query.decode("ascii", "replace") if isinstance(query, bytes) else query
    try:
        return parse_qs(text, keep_blank_values=True, max_num_fields=FIELDS, errors="replace")
    except ValueError:
        raise FormTooLargeError from None
