"""Files that browsers load, served from memory: compressed once, and not sent again while they are the same."""

import gzip
import hashlib
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from pathlib import PurePosixPath
from types import MappingProxyType

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.browser.encodings import accepts_gzip

# The name changes with the content, so a browser may keep it for ever.
HASHED = "public, max-age=31536000, immutable"
# The name is always the same, and a new version must not take long.
BRIEFLY = "public, max-age=300"
# May be kept, but a browser asks each time whether it is still the same.
ASK_FIRST = "no-cache"

CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
OTHER_TYPE = "application/octet-stream"


@dataclass(frozen=True)
class StaticFile:
    """One file.

    Attributes:
        path: its address, with a slash at the start.
        cache: how long it may be kept, as Cache-Control says it.
        headers: what else its answers say.
        suffix: tells its type; that of the path if it is empty.
    """

    path: str
    content: bytes
    cache: str
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    suffix: str = ""

    @cached_property
    def content_type(self) -> str:
        """Its type, with the character set of texts."""
        return CONTENT_TYPES.get(self.suffix or PurePosixPath(self.path).suffix, OTHER_TYPE)

    @cached_property
    def compressed(self) -> bytes | None:
        """Its content after compression, or None where that gains nothing."""
        smaller = gzip.compress(self.content, 9, mtime=0)
        return smaller if len(smaller) < len(self.content) else None

    @cached_property
    def etag(self) -> str:
        """The hash of its content, without the quotes."""
        return hashlib.sha256(self.content).hexdigest()[:32]


def serving(files: Iterable[StaticFile]) -> Blueprint:
    """Give the routes of `files`."""
    blueprint = Blueprint("cryobot_files")
    for number, file in enumerate(files):
        # Made now, and not while somebody waits.
        _ = file.compressed, file.etag
        blueprint.add_route(_handler(file), file.path, methods=["GET", "HEAD"], name=f"file_{number}")
    return blueprint


def respond(file: StaticFile, accept_encoding: str, if_none_match: str) -> HTTPResponse:
    """Give the answer to a request for a file with these headers, which may be empty."""
    compressed = file.compressed if accepts_gzip(accept_encoding) else None
    # Each form has a tag of its own, as a strong tag must.
    etag = f'"{file.etag}-gzip"' if compressed is not None else f'"{file.etag}"'
    headers = {"ETag": etag, "Cache-Control": file.cache, "Vary": "Accept-Encoding", **file.headers}
    if _names(if_none_match, etag):
        return HTTPResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    if compressed is not None:
        headers["Content-Encoding"] = "gzip"
    # To HEAD, the server itself leaves out the content and says its length.
    return HTTPResponse(compressed or file.content, headers=headers, content_type=file.content_type)


def _handler(file: StaticFile) -> Callable[..., Awaitable[HTTPResponse]]:
    # A path may have a part that any name fits in.
    async def handle(request: Request, **_: str) -> HTTPResponse:
        accept, known = (request.headers.getall(name, []) for name in ("accept-encoding", "if-none-match"))
        return respond(file, ",".join(accept), ",".join(known))

    return handle


def _names(if_none_match: str, etag: str) -> bool:
    tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
    return etag in tags or "*" in tags
