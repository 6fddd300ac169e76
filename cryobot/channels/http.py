"""What the HTTP channels have in common: errors as JSON, and bodies of a limited size."""

import json
from http import HTTPStatus
from typing import Any

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.channels.incoming import BAD_REQUEST, TOO_LARGE, InvalidMessage

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
BODY_BYTES = 64 * 1024


def answer(content: object, status: int = HTTPStatus.OK, headers: dict[str, str] | None = None) -> HTTPResponse:
    """Give `content` as JSON."""
    # The encoder that Sanic would use fails on a text that is not valid Unicode.
    return response.json(content, status=status, headers=headers, dumps=json.dumps)


def error(status: int, reason: str, headers: dict[str, str] | None = None) -> HTTPResponse:
    """Give the answer to a request that cannot be served."""
    return answer({"error": reason}, status, headers)


def wrong_method(allowed: str) -> HTTPResponse:
    """Give the answer to a request with another method than the allowed one."""
    return error(HTTPStatus.METHOD_NOT_ALLOWED, f"Use {allowed}.", {"Allow": allowed})


async def read_json_object(request: Request, example: str) -> dict[str, Any]:
    """Read the body of a streamed request.

    Args:
        request: of a route with `stream=True`.
        example: what a right body looks like, for whoever sent a wrong one.

    Raises:
        InvalidMessage: it is larger than BODY_BYTES, is not JSON, or is not a JSON object.
    """
    body = bytearray()
    async for part in request.stream:
        body += part
        if len(body) > BODY_BYTES:
            raise InvalidMessage(TOO_LARGE, f"The request is too large. Send at most {BODY_BYTES} bytes.")
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise InvalidMessage(BAD_REQUEST, f"The request is not JSON. Send {example}.") from None
    if not isinstance(content, dict):
        raise InvalidMessage(BAD_REQUEST, f"The request is not a JSON object. Send {example}.")
    return content
