"""Pages of other websites, over a real socket."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from tiny_bot.live_server import LiveServer, serving
from tiny_bot.model import load

from cryobot.browser.origins import Origins
from cryobot.server.app import Browsers

ALLOWED = "https://www.example.org"
REST = "/webhooks/rest/webhook"
WEB = "/webhooks/web/messages"
QUESTION = {"sender": "anna", "conversation": str(uuid4()), "message": "is cryotherapy safe?"}


@pytest.fixture
def open_server(model: Path) -> Iterator[LiveServer]:
    """A server with one allowed origin."""
    with serving(load(model), browsers=Browsers(Origins([ALLOWED]))) as live:
        yield live


def post(server: LiveServer, path: str, origin: str | None) -> httpx.Response:
    return server.client.post(path, json=QUESTION, headers={} if origin is None else {"Origin": origin})


def cors(response: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name.startswith("access-control")}


@pytest.mark.parametrize("path", [REST, WEB])
def test_answers_programs_its_own_pages_and_those_that_are_allowed(open_server: LiveServer, path: str) -> None:
    own = str(open_server.client.base_url).rstrip("/")

    for origin in (None, own, ALLOWED):
        response = post(open_server, path, origin)
        assert response.status_code == 200
        assert response.headers["Vary"] == "Origin"
        expected = {"access-control-allow-origin": ALLOWED, "access-control-expose-headers": "Retry-After"}
        assert cors(response) == (expected if origin == ALLOWED else {})


@pytest.mark.parametrize("path", [REST, WEB, "/webhooks/web/forget", "/webhooks/none"])
def test_refuses_the_pages_of_others(open_server: LiveServer, path: str) -> None:
    for origin in ("https://evil.com", "http://www.example.org", "null", "", "https://127.0.0.1"):
        response = post(open_server, path, origin)
        assert response.status_code == 403
        assert "CRYOBOT_ORIGINS" in response.json()["error"]
        assert response.headers["Vary"] == "Origin"
        assert cors(response) == {}
    assert open_server.app.ctx.agent.tracker_store.store == {}


def test_refuses_before_the_body_is_there(open_server: LiveServer) -> None:
    url = open_server.client.base_url
    head = f"POST {WEB} HTTP/1.1\r\nHost: {url.host}\r\nOrigin: https://evil.com\r\nContent-Length: 1000\r\n\r\n"
    with socket.create_connection((url.host, url.port), timeout=5) as connection:
        connection.sendall(head.encode())
        assert connection.recv(12) == b"HTTP/1.1 403"


def test_refuses_several_origins_at_once(open_server: LiveServer) -> None:
    for origins in ([ALLOWED, "https://evil.com"], ["https://evil.com", ALLOWED]):
        headers = [("Origin", origin) for origin in origins]
        assert open_server.client.post(WEB, json=QUESTION, headers=headers).status_code == 403


def test_tells_a_browser_beforehand_what_it_may_send(open_server: LiveServer) -> None:
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    for path in (REST, WEB):
        response = open_server.client.options(path, headers={"Origin": ALLOWED, **asks})
        assert (response.status_code, response.content) == (204, b"")
        assert response.headers["Vary"] == "Origin"
        assert cors(response) == {
            "access-control-allow-origin": ALLOWED,
            "access-control-allow-methods": "GET, POST",
            "access-control-allow-headers": "Content-Type",
            "access-control-expose-headers": "Retry-After",
            "access-control-max-age": "600",
        }
        refused = open_server.client.options(path, headers={"Origin": "https://evil.com", **asks})
        assert (refused.status_code, cors(refused)) == (403, {})
    own = open_server.client.options(REST)
    assert (own.status_code, cors(own)) == (204, {})


def test_lets_an_allowed_page_read_what_went_wrong(open_server: LiveServer) -> None:
    for path, body, status in ((WEB, b"{", 400), (WEB, b"x" * 70_000, 413), ("/webhooks/none", b"", 404)):
        response = open_server.client.post(path, content=body, headers={"Origin": ALLOWED})
        assert response.status_code == status
        assert response.headers["Access-Control-Allow-Origin"] == ALLOWED
        assert list(json.loads(response.content)) == ["error"]


def test_says_nothing_of_it_elsewhere(open_server: LiveServer) -> None:
    response = open_server.client.get("/health", headers={"Origin": ALLOWED})

    assert (response.status_code, cors(response)) == (200, {})
    assert "Vary" not in response.headers


def test_allows_no_other_website_by_default(server: LiveServer) -> None:
    assert post(server, WEB, ALLOWED).status_code == 403
    assert post(server, WEB, str(server.client.base_url).rstrip("/")).status_code == 200
