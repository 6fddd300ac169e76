"""Runs `cryobot run` in a process of its own, with databases of its own, and talks to it over HTTP."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

COMMAND = Path(sys.executable).with_name("cryobot")
RUN = (COMMAND, "run")

START_SECONDS = 120
STOP_SECONDS = 30
# Below this a message may well stand in a log by chance.
QUOTE_CHARACTERS = 10


@dataclass
class RunningBot:
    """One running assistant; `log` is all that it prints."""

    process: "subprocess.Popen[bytes]"
    client: httpx.Client
    log: Path
    sent: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return str(self.client.base_url)

    def send(self, sender: object, message: object) -> httpx.Response:
        self.sent.append(str(message))
        return self.client.post("/webhooks/rest/webhook", json={"sender": sender, "message": message})

    def ask(self, sender: str, message: str) -> list[dict[str, Any]]:
        response = self.send(sender, message)
        assert response.status_code == 200, response.text
        return list(response.json())

    def ids(self, sender: str, message: str) -> list[str]:
        return [reply["metadata"]["guidance_id"] for reply in self.ask(sender, message)]

    def health(self) -> tuple[int, dict[str, str]]:
        response = self.client.get("/health")
        return response.status_code, response.json()

    def kill(self) -> None:
        """End it as the system does when it runs out of memory."""
        self.process.kill()
        self.process.wait(STOP_SECONDS)

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def quoted(self) -> list[str]:
        """Give the messages of visitors that stand in the log."""
        printed = self.printed().lower()
        return [text for text in self.sent if len(text) >= QUOTE_CHARACTERS and text.lower() in printed]


@contextmanager
def running(
    folder: Path, command: Sequence[object] = RUN, port: int | None = None, **settings: object
) -> Iterator[RunningBot]:
    """Start the assistant, wait until it listens, and stop it; nothing that a visitor wrote may be in its log.

    Args:
        folder: holds the databases and the log; a second start in it goes on with them.
        command: starts the assistant.
        port: a free one, if none is given.
        settings: of the installation, by their names.
    """
    port = port or free_port()
    log = folder / "log.txt"
    # An earlier start may have written there, with the same port.
    printed_before = log.stat().st_size if log.exists() else 0
    process = _start(folder, command, log, {"port": port, **settings})
    try:
        _wait_until_it_listens(process, log, printed_before, f"http://127.0.0.1:{port}")
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            bot = RunningBot(process, client, log)
            yield bot
        _stop(process)
        assert bot.quoted() == []
    finally:
        process.kill()
        process.wait()


def start_and_fail(folder: Path, command: Sequence[object] = RUN, **settings: object) -> tuple[int, str]:
    """Start an assistant that cannot start; gives its exit code and what it printed."""
    log = folder / "log.txt"
    process = _start(folder, command, log, {"port": free_port(), **settings})
    try:
        code = process.wait(START_SECONDS)
    finally:
        process.kill()
        process.wait()
    return code, log.read_text(encoding="utf-8")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _start(
    folder: Path, command: Sequence[object], log: Path, settings: dict[str, object]
) -> "subprocess.Popen[bytes]":
    values = {
        "records_url": f"sqlite:///{folder / 'records.db'}",
        "conversations_url": f"sqlite:///{folder / 'conversations.db'}",
        # The machine may be busy with other tests.
        "deadline_seconds": 30,
        **settings,
    }
    variables = {f"CRYOBOT_{name.upper()}": str(value) for name, value in values.items()}
    with log.open("ab") as output:
        return subprocess.Popen(
            [str(part) for part in command], env=os.environ | variables, stdout=output, stderr=subprocess.STDOUT
        )


def _wait_until_it_listens(process: "subprocess.Popen[bytes]", log: Path, printed_before: int, url: str) -> None:
    end = time.monotonic() + START_SECONDS
    while f"Listening on {url}\n".encode() not in log.read_bytes()[printed_before:]:
        assert process.poll() is None, f"it stopped:\n{log.read_text(encoding='utf-8', errors='replace')}"
        assert time.monotonic() < end, f"it did not listen:\n{log.read_text(encoding='utf-8', errors='replace')}"
        time.sleep(0.1)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        assert process.wait(STOP_SECONDS) == 0
