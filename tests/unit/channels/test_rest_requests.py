"""Requests that the channel refuses, over a real socket."""

import json
import socket
from typing import Any

import httpx
import pytest
from tiny_bot.live_server import LiveServer

from cryobot.channels.http import BODY_BYTES

WEBHOOK = "/webhooks/rest/webhook"


def check_refused(server: LiveServer, response: httpx.Response, status: int, word: str) -> None:
    assert response.status_code == status
    assert list(response.json()) == ["error"]
    assert word in response.json()["error"]
    assert server.app.ctx.agent.tracker_store.store == {}


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b"", "not JSON"),
        (b" ", "not JSON"),
        (b"{", "not JSON"),
        (b"sender=anna&message=hello", "not JSON"),
        (b"\xff\xfe\x00\x01\x80", "not JSON"),
        (bytes(range(256)), "not JSON"),
        (b"[" * 60_000, "not JSON"),
        (b"[1]", "not a JSON object"),
        (b'"hi"', "not a JSON object"),
        (b"null", "not a JSON object"),
        (b"1", "not a JSON object"),
        (b"true", "not a JSON object"),
        (b"{}", "sender is missing"),
    ],
)
def test_refuses_a_body_that_is_no_json_object(server: LiveServer, body: bytes, word: str) -> None:
    response = server.client.post(WEBHOOK, content=body, headers={"Content-Type": "application/json"})

    check_refused(server, response, 400, word)


@pytest.mark.parametrize(
    ("content", "status", "word"),
    [
        ({"message": "hello"}, 400, "sender is missing"),
        ({"sender": None, "message": "hello"}, 400, "sender is missing"),
        ({"sender": "", "message": "hello"}, 400, "sender is empty"),
        ({"sender": 5, "message": "hello"}, 400, "sender must be a text"),
        ({"sender": "a" * 201, "message": "hello"}, 400, "sender is too long"),
        ({"sender": "cryobot-health-check", "message": "hello"}, 400, "reserved"),
        ({"sender": "anna"}, 400, "message is missing"),
        ({"sender": "anna", "message": None}, 400, "message is missing"),
        ({"sender": "anna", "message": ""}, 400, "message is empty"),
        ({"sender": "anna", "message": "//"}, 400, "message is empty"),
        ({"sender": "anna", "message": 5}, 400, "message must be a text"),
        ({"sender": "anna", "message": ["hello"]}, 400, "message must be a text"),
        ({"sender": "anna", "message": {"text": "hello"}}, 400, "message must be a text"),
        ({"sender": "anna", "message": "a" * 4001}, 413, "message is too long"),
    ],
)
def test_refuses_wrong_content(server: LiveServer, content: dict[str, Any], status: int, word: str) -> None:
    check_refused(server, server.client.post(WEBHOOK, json=content), status, word)


def test_refuses_a_lone_surrogate_as_a_sender_and_drops_it_from_a_message(server: LiveServer) -> None:
    body = b'{"sender": "\\ud800", "message": "hello"}'
    check_refused(server, server.client.post(WEBHOOK, content=body), 400, "cannot be printed")

    body = b'{"sender": "anna", "message": "is cryotherapy safe?\\ud800"}'
    assert server.client.post(WEBHOOK, content=body).json()[0]["metadata"]["guidance_id"] == "overall-safety"


@pytest.mark.parametrize("size", [BODY_BYTES + 1, 1024 * 1024])
def test_refuses_a_large_body(server: LiveServer, size: int) -> None:
    body = json.dumps({"sender": "anna", "message": ""}).encode()
    body += b" " * (size - len(body))

    check_refused(server, server.client.post(WEBHOOK, content=body), 413, "too large")


def test_refuses_a_large_body_of_unknown_length(server: LiveServer) -> None:
    response = server.client.post(WEBHOOK, content=iter([b" " * 10_000] * 20))

    check_refused(server, response, 413, "too large")


def test_reads_a_body_of_the_full_size(server: LiveServer) -> None:
    body = json.dumps({"sender": "anna", "message": "is cryotherapy safe?"}).encode()
    response = server.client.post(WEBHOOK, content=body + b" " * (BODY_BYTES - len(body)))

    assert response.status_code == 200


def test_reads_a_message_of_the_full_length_in_escapes(server: LiveServer) -> None:
    body = json.dumps({"sender": "anna", "message": "is cryotherapy safe?" + "😀" * 3980})

    assert "\\ud83d" in body
    assert server.client.post(WEBHOOK, content=body.encode()).status_code == 200


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_refuses_another_method(server: LiveServer, method: str) -> None:
    response = server.client.request(method, WEBHOOK)

    check_refused(server, response, 405, "Use POST")
    assert response.headers["Allow"] == "POST"


def test_has_a_status_at_its_root(server: LiveServer) -> None:
    response = server.client.get("/webhooks/rest/")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    "request_line", [b"\r\n\r\n", b"POST\r\n\r\n", b"\xff\xff\xff\r\n\r\n", b"GET / HTTP/9\r\n\r\n"]
)
def test_survives_what_is_not_http(server: LiveServer, request_line: bytes) -> None:
    url = server.client.base_url
    with socket.create_connection((url.host, url.port), timeout=5) as connection:
        connection.sendall(request_line)
        assert connection.recv(12).endswith(b"400")

    assert server.ids("anna", "is cryotherapy safe?") == ["overall-safety"]
