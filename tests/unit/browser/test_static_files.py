"""Files over a real socket."""

import gzip
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tiny_bot.live_server import LiveServer, serving
from tiny_bot.model import load

from cryobot.browser.static_files import ASK_FIRST, BRIEFLY, HASHED, StaticFile, respond
from cryobot.server.app import HEADERS, Browsers

SCRIPT = ("console.log('é');\n" * 100).encode()
FILES = (
    StaticFile("/widget.js", SCRIPT, BRIEFLY, {"Access-Control-Allow-Origin": "*"}),
    StaticFile("/chat-1a2b.js", b"1", HASHED),
    StaticFile(
        "/", b"<!doctype html><p>Hello</p>" * 9, ASK_FIRST, {"Content-Security-Policy": "default-src 'self'"}, ".html"
    ),
)


@pytest.fixture(scope="module")
def server(model: Path) -> Iterator[LiveServer]:
    from sanic import Sanic

    Sanic.test_mode = True
    with serving(load(model), browsers=Browsers(files=FILES)) as live:
        yield live


def get(server: LiveServer, path: str, accept: str = "gzip", **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return server.client.get(path, headers={"Accept-Encoding": accept, **named})


def test_gives_a_file_compressed_with_all_that_a_browser_wants_to_know(server: LiveServer) -> None:
    response = get(server, "/widget.js")

    assert (response.status_code, response.content) == (200, SCRIPT)
    assert response.headers["Content-Encoding"] == "gzip"
    assert int(response.headers["Content-Length"]) < 200 < len(SCRIPT)
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert {name: response.headers[name] for name in set(HEADERS) - {"Cache-Control"}}.items() <= HEADERS.items()


def test_gives_it_as_it_is_to_who_takes_no_compression(server: LiveServer) -> None:
    for accept in ("identity", "gzip;q=0", "br"):
        response = get(server, "/widget.js", accept)
        assert response.content == SCRIPT
        assert "Content-Encoding" not in response.headers
        assert int(response.headers["Content-Length"]) == len(SCRIPT)
        assert response.headers["Vary"] == "Accept-Encoding"


def test_what_would_not_get_smaller_is_not_compressed(server: LiveServer) -> None:
    response = get(server, "/chat-1a2b.js")

    assert (response.content, response.headers.get("Content-Encoding")) == (b"1", None)
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_each_form_has_a_strong_tag_of_its_own(server: LiveServer) -> None:
    tags = {get(server, "/widget.js", accept).headers["ETag"] for accept in ("gzip", "identity")}

    assert len(tags) == 2
    assert all(tag.startswith('"') and tag.endswith('"') for tag in tags)


def test_does_not_send_again_what_the_browser_has(server: LiveServer) -> None:
    first = get(server, "/")
    tag = first.headers["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = get(server, "/", If_None_Match=known)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == tag
        assert again.headers["Cache-Control"] == "no-cache"
        assert again.headers["Vary"] == "Accept-Encoding"
        assert again.headers["Content-Security-Policy"] == "default-src 'self'"
    for other in ('"other"', tag.strip('"'), get(server, "/", "identity").headers["ETag"]):
        assert get(server, "/", If_None_Match=other).status_code == 200


def test_says_of_a_file_what_it_would_send(server: LiveServer) -> None:
    url = server.client.base_url
    with socket.create_connection((url.host, url.port), timeout=5) as connection:
        connection.sendall(b"HEAD /widget.js HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")

    assert head.startswith(b"HTTP/1.1 200")
    assert f"content-length: {len(FILES[0].compressed or b'')}".encode() in head.lower()
    assert body == b""


def test_gives_the_page_at_the_root(server: LiveServer) -> None:
    page = get(server, "/")

    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Content-Security-Policy"] == "default-src 'self'"
    assert page.text.startswith("<!doctype html>")


def test_has_no_other_files(server: LiveServer) -> None:
    for path in (
        "/widget.css",
        "/chat-0000.js",
        "/manifest.json",
        "/demo/none.css",
        "/%2e%2e/widget.js",
        "/widget.js%00",
    ):
        response = get(server, path)
        assert (response.status_code, response.json()) == (404, {"error": "Not Found."})


def test_takes_no_other_method(server: LiveServer) -> None:
    response = server.client.post("/widget.js")

    assert (response.status_code, response.json()) == (405, {"error": "Method Not Allowed."})


def test_compresses_each_file_always_to_the_same() -> None:
    one, other = StaticFile("/a.js", SCRIPT, HASHED), StaticFile("/a.js", SCRIPT, HASHED)

    assert one.compressed == other.compressed
    assert gzip.decompress(one.compressed or b"") == SCRIPT


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/a.css", "text/css; charset=utf-8"),
        ("/a.svg", "image/svg+xml; charset=utf-8"),
        ("/a.png", "image/png"),
        ("/a.unknown", "application/octet-stream"),
    ],
)
def test_names_the_type_of_a_file(path: str, kind: str) -> None:
    assert respond(StaticFile(path, b"x", HASHED), "", "").content_type == kind
