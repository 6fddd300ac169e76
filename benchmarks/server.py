"""A real `cryobot run` on a free port, with databases of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

LONGEST_START = 120.0


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        address: its root URL.
        pid: its process.
        seconds_to_answer: from the start of the process to its first answer.
        records_url: address of its record database.
    """

    address: str
    pid: int
    seconds_to_answer: float
    records_url: str

    def resident_megabytes(self) -> float:
        """Give the memory of the process that is in use now, in MB (Linux)."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        return kilobytes / 1000


@contextmanager
def running_server() -> Iterator[Server]:
    """Start the server, wait for its first answer, and stop it at the end.

    Raises:
        RuntimeError: it did not answer in time.
    """
    with TemporaryDirectory() as folder:
        port = _free_port()
        records_url = f"sqlite:///{folder}/records.db"
        environment = os.environ | {
            "CRYOBOT_PORT": str(port),
            "CRYOBOT_RECORDS_URL": records_url,
            "CRYOBOT_CONVERSATIONS_URL": f"sqlite:///{folder}/conversations.db",
        }
        command = [str(Path(sys.executable).with_name("cryobot")), "run"]
        started = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for_answer(address)
            yield Server(address, process.pid, time.perf_counter() - started, records_url)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for_answer(address: str) -> None:
    give_up = time.monotonic() + LONGEST_START
    while time.monotonic() < give_up:
        try:
            httpx.post(f"{address}/webhooks/rest/webhook", json={"sender": "first", "message": "Is it safe?"}).json()
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("The assistant did not answer in time. Start it with `make run` and look at what it prints.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
