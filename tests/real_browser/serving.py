"""A web server on loopback, in a thread."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser may go away in the middle of an answer."""


class Handler(BaseHTTPRequestHandler):
    """Reads one request; a subclass answers it in `respond`."""

    body: bytes

    def respond(self) -> None:
        raise NotImplementedError

    def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def handle_any(self) -> None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.respond()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


for _method in ("GET", "HEAD", "OPTIONS", "POST"):
    setattr(Handler, f"do_{_method}", Handler.handle_any)


@contextmanager
def serving(handler: type[Handler]) -> Iterator[int]:
    """Serve, and give the port."""
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
