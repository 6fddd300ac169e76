"""Plain `rasa run` and `rasa run actions` with credentials.yml and endpoints.yml of the project."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from cryobot.paths import CREDENTIALS, ENDPOINTS, PROJECT

DRIVER = Path(__file__).parent.parent / "tiny_bot" / "plain_rasa.py"
START_SECONDS = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def rasa(folder: Path, *arguments: object) -> Iterator[None]:
    environment = os.environ | {
        "CRYOBOT_CONVERSATIONS_URL": f"sqlite:///{folder / 'conversations.db'}",
        "CRYOBOT_DEADLINE_SECONDS": "3",
        "PYTHONPATH": str(PROJECT),
    }
    command = [sys.executable, str(DRIVER), "run", *map(str, arguments)]
    with (folder / "log.txt").open("a") as log:
        process = subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        process.wait(30)


def wait_for(url: str, status: int) -> httpx.Response:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            response = httpx.get(url)
        except httpx.TransportError:
            time.sleep(0.2)
            continue
        if response.status_code == status:
            return response
        time.sleep(0.5)
    raise AssertionError(f"{url} did not answer {status}")


def test_serves_the_same_channels_with_an_action_server(model: Path, tmp_path: Path) -> None:
    port, actions_port = free_port(), free_port()
    url = f"http://127.0.0.1:{port}"
    endpoints = tmp_path / "endpoints.yml"
    endpoints.write_text(ENDPOINTS.read_text(encoding="utf-8").replace(":5055/", f":{actions_port}/"), encoding="utf-8")

    def ask() -> list[str]:
        content = {"sender": "anna", "message": "mark on the skin"}
        response = httpx.post(f"{url}/webhooks/rest/webhook", json=content)
        assert response.status_code == 200
        return [reply["metadata"]["guidance_id"] for reply in response.json()]

    flags = ("--port", port, "--interface", "127.0.0.1", "--endpoints", endpoints, "--credentials", CREDENTIALS)
    with rasa(tmp_path, "--model", model, *flags):
        reason = wait_for(f"{url}/health", 503).json()
        assert reason == {"status": "unavailable", "reason": "an action failed"}
        assert ask() == ["service-unavailable"]
        with rasa(tmp_path, "actions", "--port", actions_port, "--actions", "tiny_bot.actions"):
            wait_for(f"{url}/health", 200)
            assert ask() == ["skin-marks"]
        assert httpx.post(f"{url}/webhooks/rest/webhook", content=b"[1]").status_code == 400
