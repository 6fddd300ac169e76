from pathlib import Path

import pytest
from tiny_bot.live_server import LiveServer, serving
from tiny_bot.model import load

from cryobot.browser.static_files import StaticFile
from cryobot.server.app import HEADERS, Browsers, installed_browsers
from cryobot.settings import settings


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/health", 200),
        ("GET", "/webhooks/rest/webhook", 403),
        ("POST", "/webhooks/web/messages", 403),
        ("GET", "/no-such-page", 404),
        ("OPTIONS", "/webhooks/rest/webhook", 403),
        ("OPTIONS", "/health", 405),
    ],
)
def test_every_answer_has_the_security_headers_and_opens_nothing_to_other_origins(
    server: LiveServer, method: str, path: str, status: int
) -> None:
    response = server.client.request(method, path, headers={"Origin": "https://example.com"})

    assert response.status_code == status
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
    assert not [name for name in response.headers if name.startswith("access-control")]
    assert "python" not in response.headers.get("server", "").lower()


def test_a_file_may_say_otherwise_than_the_usual_headers(model: Path) -> None:
    headers = {"Content-Security-Policy": "default-src 'self'"}
    file = StaticFile("/", b"<!doctype html>", "no-cache", headers, ".html")
    with serving(load(model), browsers=Browsers(files=[file])) as server:
        page = server.client.get("/")

    assert page.headers["Content-Security-Policy"] == "default-src 'self'"
    assert page.headers["Cache-Control"] == "no-cache"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert "rasa" not in page.text.lower()


def test_takes_the_origins_and_proxies_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_ORIGINS", "https://example.com")
    monkeypatch.setenv("CRYOBOT_PROXIES", "2")
    settings.cache_clear()
    try:
        browsers = installed_browsers()
    finally:
        settings.cache_clear()

    assert (browsers.origins.allowed, browsers.proxies) == ({"https://example.com"}, 2)


@pytest.mark.parametrize(
    "path",
    [
        "/status",
        "/version",
        "/model",
        "/model/parse",
        "/domain",
        "/conversations/anna/tracker",
        "/conversations/anna/messages",
        "/webhooks/callback/webhook",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_has_no_api_for_models_and_conversations(server: LiveServer, method: str, path: str) -> None:
    response = server.client.request(method, path)

    assert response.status_code == 404
    assert response.json() == {"error": "Not Found."}


def test_says_nothing_of_what_went_wrong_inside(server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise ValueError("secret")

    monkeypatch.setattr("cryobot.channels.health.HealthChannel._find_failure", fail)
    response = server.client.get("/health")

    assert response.status_code == 500
    assert response.json() == {"error": "Internal Server Error."}


def test_refuses_a_huge_body_without_reading_it(server: LiveServer) -> None:
    response = server.client.post("/webhooks/rest/webhook", content=iter([b" " * 60_000] * 100))

    assert response.status_code == 413
