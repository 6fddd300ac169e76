"""What all fake platforms share."""

import json
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl

WAIT_SECONDS = 20.0


class Mode(StrEnum):
    """What a platform does with a request."""

    OK = "ok"
    DOWN = "down"  # nobody listens
    SLOW = "slow"  # answers after `seconds`
    HANG = "hang"  # does not answer at all, and takes nothing
    LIMITED = "limited"  # 429 with `seconds` in Retry-After
    BROKEN = "broken"  # 500
    CUT = "cut"  # closes the connection without an answer
    BLOCKED = "blocked"  # the person does not want messages


@dataclass(frozen=True)
class Received:
    """A request that arrived; the headers by their names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    at: float

    def json(self) -> Any:
        return json.loads(self.body)

    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


@dataclass(frozen=True)
class Answer:
    status: int
    content: object = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Shown:
    """A message that a person got: as the platform names the person, with (title, payload) of each button."""

    person: str
    text: str
    buttons: tuple[tuple[str, str], ...] = ()


# Stands for whatever the platform says when nothing is the matter.
LET_THROUGH = Answer(200)


class Violation(Exception):  # noqa: N818
    """A request that breaks a documented rule of the platform."""


@dataclass
class _Switched:
    mode: Mode
    left: float
    seconds: float


class FakePlatform(ABC):
    """One platform. `messages` is what persons got, `violations` which rules were broken, `received` everything."""

    def __init__(self) -> None:
        self.messages: list[Shown] = []
        self.violations: list[str] = []
        #: The platform's ids of `messages`, in their order, if it gives any.
        self.message_ids: list[str] = []
        self.received: list[Received] = []
        self._switched: dict[str | None, _Switched] = {}
        self._closed_until: dict[str | None, float] = {}
        self._changed = threading.Condition()
        self._stopping = threading.Event()
        self._server: ThreadingHTTPServer | None = None
        self._port = 0

    # What a fake of one platform says.

    @abstractmethod
    def person_of(self, received: Received) -> str | None:
        """Give the person that a request is for, if it is a message."""

    @abstractmethod
    def respond(self, received: Received) -> tuple[Answer, Shown | None]:
        """Answer a request, and give the message in it; raises Violation when it breaks a rule."""

    @abstractmethod
    def refusal(self, reason: str) -> Answer:
        """Answer a request that breaks a rule."""

    @abstractmethod
    def limited(self, seconds: float) -> Answer:
        """Answer a request too many."""

    @abstractmethod
    def blocked(self) -> Answer:
        """Answer a message to somebody who blocked the assistant."""

    def broken(self) -> Answer:
        return Answer(500, "Internal Server Error")

    # What tests do with it.

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        self._listen()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._close()

    def switch(self, mode: Mode, times: float = float("inf"), seconds: float = 0.0, person: str | None = None) -> None:
        """Do so with the next requests: of one person, or of all for whom nothing else was said."""
        with self._changed:
            self._switched[person] = _Switched(mode, times, seconds)
        if person is None and mode is Mode.DOWN:
            self._close()
        elif self._server is None:
            self._listen()

    def texts(self, person: str) -> list[str]:
        with self._changed:
            return [shown.text for shown in self.messages if shown.person == person]

    def wait(self, until: Callable[[], bool], seconds: float = WAIT_SECONDS) -> None:
        """Wait until something is so, which is looked at after each request."""
        with self._changed:
            assert self._changed.wait_for(until, seconds), f"it did not happen; there are {len(self.messages)} messages"

    # How it is served.

    def _listen(self) -> None:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                fake._handle(self)

            do_GET = do_POST  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                # A client that gave up is part of the tests.
                pass

        self._server = Server(("127.0.0.1", self._port), Handler)
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def _close(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def _handle(self, handler: BaseHTTPRequestHandler) -> None:
        received = Received(
            handler.command,
            handler.path,
            {name.lower(): value for name, value in handler.headers.items()},
            handler.rfile.read(int(handler.headers.get("Content-Length", 0))),
            time.monotonic(),
        )
        with self._changed:
            self.received.append(received)
            answer, seconds = self._answer(received)
            self._changed.notify_all()
        if seconds and self._stopping.wait(seconds):
            answer = None
        if answer is None:
            handler.close_connection = True
            return
        if answer is LET_THROUGH:
            answer = self._take(received)
        content = answer.content if isinstance(answer.content, str) else json.dumps(answer.content)
        body = content.encode()
        handler.send_response(answer.status)
        for name, value in {**answer.headers, "Content-Length": str(len(body))}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    def _answer(self, received: Received) -> tuple[Answer | None, float]:
        """Give the answer (None for none) and after how many seconds."""
        person = self.person_of(received)
        key = person if person in self._switched else None
        now = time.monotonic()
        if now < self._closed_until.get(person, 0):
            self.violations.append("did not wait as long as Retry-After says")
        switched = self._switched.get(key)
        # What is no message does not count as one of the next requests.
        passes = switched is None or switched.left <= 0 or (person is None and switched.left < float("inf"))
        if switched is None or passes:
            return LET_THROUGH, 0
        switched.left -= 1
        match switched.mode:
            case Mode.SLOW:
                return LET_THROUGH, switched.seconds
            case Mode.HANG:
                return None, 3600
            case Mode.LIMITED:
                # The clocks of both sides need not agree to the millisecond.
                self._closed_until[person] = now + switched.seconds * 0.95
                return self.limited(switched.seconds), 0
            case Mode.BROKEN:
                return self.broken(), 0
            case Mode.CUT | Mode.DOWN:
                return None, 0
            case Mode.BLOCKED:
                return self.blocked(), 0
        return LET_THROUGH, 0

    def _take(self, received: Received) -> Answer:
        with self._changed:
            try:
                answer, shown = self.respond(received)
            except Violation as violation:
                self.violations.append(str(violation))
                return self.refusal(str(violation))
            if shown is not None:
                self.messages.append(shown)
            self._changed.notify_all()
            return answer


def require(condition: object, rule: str) -> None:
    """Hold a request against a rule of the platform."""
    if not condition:
        raise Violation(rule)


def units(text: str) -> int:
    """Give the length of a text in UTF-16 units, which platforms count at most."""
    return len(text.encode("utf-16-le")) // 2
