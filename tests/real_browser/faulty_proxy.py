"""An HTTP proxy between browser and assistant that spoils what a test tells it to spoil."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from real_browser.serving import Handler, serving

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "server", "date"}
JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html; charset=utf-8"}

# Where the paths begin that a fault may be for: what visitors send, and the part that is loaded on demand.
MESSAGES = "/webhooks/"
CHAT_PART = "/chat-"

Fault = Callable[["Exchange"], None]


@dataclass
class Exchange:
    """One request that waits for its answer."""

    handler: Handler
    client: httpx.Client

    def forward(self) -> tuple[int, dict[str, str], bytes]:
        """Ask the assistant; the body stays compressed as it came."""
        headers = {name: value for name, value in self.handler.headers.items() if name.lower() not in HOP_BY_HOP}
        request = self.client.build_request(
            self.handler.command, self.handler.path, headers=headers, content=self.handler.body
        )
        answer = self.client.send(request, stream=True)
        try:
            body = b"".join(answer.iter_raw())
        finally:
            answer.close()
        kept = {name: value for name, value in answer.headers.items() if name.lower() not in HOP_BY_HOP}
        return answer.status_code, kept, body

    def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.handler.reply(status, headers, body)

    def reset(self) -> None:
        """End the connection as a process that dies does."""
        self.handler.wfile.flush()
        connection = self.handler.connection
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()


def passes(exchange: Exchange) -> None:
    exchange.reply(*exchange.forward())


def closes(exchange: Exchange) -> None:
    exchange.reset()


def cuts(exchange: Exchange) -> None:
    """Send half of the body that was promised."""
    status, headers, body = exchange.forward()
    exchange.reply(status, {**headers, "Content-Length": str(len(body))}, body[: len(body) // 2])


def answers(status: int, body: bytes | str | list[Any] | dict[str, Any], **headers: str) -> Fault:
    """Answer without asking the assistant; lists and dictionaries as JSON."""
    if isinstance(body, bytes | str):
        content, kind = (body.encode() if isinstance(body, str) else body), HTML
    else:
        content, kind = json.dumps(body).encode(), JSON
    more = {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(exchange: Exchange) -> None:
        exchange.reply(status, {**kind, **more}, content)

    return answer


def replies(*messages: dict[str, Any]) -> Fault:
    """Answer 200 with these replies."""
    return answers(200, {"replies": list(messages)})


class Held:
    """A fault that lets nothing through until it is released."""

    def __init__(self) -> None:
        self._released = threading.Event()

    def __call__(self, exchange: Exchange) -> None:
        self._released.wait(60)
        passes(exchange)

    def release(self) -> None:
        self._released.set()


@dataclass
class FaultyProxy:
    """What a test sets. `asked` is every message that a browser sent, as (path, content)."""

    url: str = ""
    fault: Fault = passes
    # The fault is for paths that start so; all others pass.
    prefix: str = MESSAGES
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def spoil(self, fault: Fault, prefix: str = MESSAGES) -> None:
        self.fault, self.prefix = fault, prefix

    def mend(self) -> None:
        self.fault = passes

    def messages(self) -> list[str]:
        """Give the messages that were sent, spoiled or not."""
        return [content["message"] for path, content in self.asked if path.endswith("/messages")]

    def handle(self, exchange: Exchange) -> None:
        handler = exchange.handler
        if handler.command == "POST":
            self.asked.append((handler.path, json.loads(handler.body)))
        (self.fault if handler.path.startswith(self.prefix) else passes)(exchange)


@contextmanager
def faulty_proxy(target: str) -> Iterator[FaultyProxy]:
    """Stand between a browser and the server at `target`."""
    proxy = FaultyProxy()
    with httpx.Client(base_url=target, timeout=60, follow_redirects=False) as client:

        class ProxyHandler(Handler):
            def respond(self) -> None:
                proxy.handle(Exchange(self, client))

        with serving(ProxyHandler) as port:
            proxy.url = f"http://127.0.0.1:{port}"
            yield proxy
