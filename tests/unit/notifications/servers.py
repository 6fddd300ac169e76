"""A mail server and a webhook on loopback that do what a test tells them."""

import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller

SECRET = "a secret of more than sixteen characters"


class MailServer:
    """Takes mails, or answers with what `answer` says."""

    def __init__(self) -> None:
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.answer = "250 OK"

    async def handle_DATA(self, _: Any, __: Any, envelope: Any) -> str:  # noqa: N802  # named by the library
        if self.answer.startswith("250"):
            message = message_from_bytes(envelope.original_content, policy=policy.default)
            assert isinstance(message, EmailMessage)
            self.mails.append((envelope.rcpt_tos, message))
        return self.answer


class Webhook:
    """Takes posts whose signature is right; anything else gets 401."""

    def __init__(self) -> None:
        self.posts: list[dict[str, Any]] = []
        self.status = 200
        self.cuts = False

    def take(self, body: bytes, signature: str) -> int:
        parts = dict(part.split("=", 1) for part in signature.split(","))
        right = hmac.new(SECRET.encode(), f"{parts['t']}.".encode() + body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(parts["v1"], right):
            return 401
        if self.status == 200:
            self.posts.append(json.loads(body))
        return self.status


@contextmanager
def mail_server() -> Iterator[tuple[MailServer, str]]:
    """Start a mail server and give it with its address."""
    server = MailServer()
    port = _free_port()
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield server, f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop()


@contextmanager
def webhook() -> Iterator[tuple[Webhook, str]]:
    """Start a webhook and give it with its address."""
    hook = Webhook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if hook.cuts:
                self.connection.close()
                return
            self.send_response(hook.take(body, self.headers["X-Cryobot-Signature"]))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield hook, f"http://127.0.0.1:{server.server_address[1]}/hooks/secret-token"
        finally:
            server.shutdown()
            thread.join()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
