"""`cryobot run` in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from cryobot.records.store import RecordStore
from cryobot.server.port import take_port
from cryobot.staff.accounts import AccountStore
from cryobot.staff.role import Role

DRIVER = Path(__file__).parent.parent / "tiny_bot" / "run_command.py"
START_SECONDS = 60
STOP_SECONDS = 2.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(client: httpx.Client, message: str) -> str:
    reply = client.post("/webhooks/rest/webhook", json={"sender": "anna", "message": message})
    return str(reply.json()[0]["metadata"]["guidance_id"])


@contextmanager
def running(model: Path, folder: Path, **settings: object) -> Iterator[subprocess.Popen[str]]:
    variables = {
        "CRYOBOT_RECORDS_URL": f"sqlite:///{folder / 'records.db'}",
        "CRYOBOT_CONVERSATIONS_URL": f"sqlite:///{folder / 'conversations.db'}",
        **{f"CRYOBOT_{name.upper()}": str(value) for name, value in settings.items()},
    }
    process = subprocess.Popen(
        [sys.executable, DRIVER, model],
        env=os.environ | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for_line(process: subprocess.Popen[str], start: str) -> list[str]:
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if line.startswith(start):
            return lines
    raise AssertionError(f"{lines}\n{process.stderr.read() if process.stderr else ''}")


def stop(process: subprocess.Popen[str], by: signal.Signals) -> tuple[float, str, str]:
    before = time.monotonic()
    process.send_signal(by)
    out, err = process.communicate(timeout=30)
    return time.monotonic() - before, out, err


def test_listens_answers_and_stops(model: Path, tmp_path: Path) -> None:
    port = free_port()
    with running(model, tmp_path, port=port) as process:
        lines = wait_for_line(process, "Listening")
        url = f"http://127.0.0.1:{port}"
        assert lines == ["Starting the assistant ...", f"Loading the model {model.name} ...", f"Listening on {url}"]
        # The connection stays open while the server is told to stop.
        with httpx.Client(base_url=url) as client:
            assert ask(client, "Is cryotherapy safe?") == "overall-safety"
            assert ask(client, "raise my secret") == "service-unavailable"
            assert client.get("/health").json() == {"status": "ok"}
            seconds, out, err = stop(process, signal.SIGTERM)

    assert process.returncode == 0
    assert seconds < STOP_SECONDS
    assert out.splitlines()[-1] == "Stopped."
    assert "an action failed" in err
    assert "secret" not in err
    assert "Traceback" not in err


def test_stops_in_time_while_an_action_blocks(model: Path, tmp_path: Path) -> None:
    port = free_port()
    with running(model, tmp_path, port=port, deadline_seconds=0.5) as process:
        wait_for_line(process, "Listening")
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            assert ask(client, "block") == "service-unavailable"
            seconds, out, _ = stop(process, signal.SIGINT)

    assert process.returncode == 0
    assert seconds < STOP_SECONDS
    assert out.splitlines()[-1] == "Stopped."


def test_stops_in_time_while_it_starts(model: Path, tmp_path: Path) -> None:
    with running(model, tmp_path, port=free_port()) as process:
        wait_for_line(process, "Starting")
        seconds, out, err = stop(process, signal.SIGTERM)

    assert process.returncode == 0
    assert seconds < STOP_SECONDS
    assert (out, err) == ("Stopped.\n", "")


def test_says_at_once_that_the_port_is_taken(model: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with running(model, tmp_path, port=port) as process:
            out, err = process.communicate(timeout=START_SECONDS)

    assert process.returncode == 1
    assert f"CRYOBOT_PORT={port + 1}" in err
    assert "Loading" not in out


def test_says_that_the_port_was_taken_while_it_loaded(model: Path, tmp_path: Path) -> None:
    with take_port("127.0.0.1", 0) as other:
        port = other.getsockname()[1]
        with running(model, tmp_path, port=port) as process:
            wait_for_line(process, "Starting")
            other.listen()
            _, err = process.communicate(timeout=START_SECONDS)

    assert process.returncode == 1
    assert f"CRYOBOT_PORT={port + 1}" in err


@pytest.mark.parametrize(
    ("setting", "word"), [({"port": "no number"}, "CRYOBOT_PORT"), ({"host": "192.0.2.1"}, "CRYOBOT_HOST")]
)
def test_says_which_setting_is_wrong(model: Path, tmp_path: Path, setting: dict[str, str], word: str) -> None:
    with running(model, tmp_path, **setting) as process:
        out, err = process.communicate(timeout=START_SECONDS)

    assert process.returncode == 1
    assert word in err
    assert "Traceback" not in err
    assert out == ""


def test_the_first_account_of_the_desk_is_offered_at_each_start_until_it_is_made(model: Path, tmp_path: Path) -> None:
    links = []
    for _ in range(2):
        with running(model, tmp_path, port=free_port()) as process:
            address = wait_for_line(process, "Listening on")[-1].removeprefix("Listening on ")
            link = wait_for_line(process, "  http")[-1].strip()
            assert link.startswith(f"{address}/staff/welcome?token=")
            links.append(link.rpartition("/staff")[2])
            with httpx.Client(base_url=f"{address}/staff", timeout=10) as client:
                statuses = []
                for known in links:
                    client.get(known)
                    statuses.append(client.get("/welcome").status_code)
            process.send_signal(signal.SIGTERM)
            process.wait(10)
    assert statuses == [403, 200]
    assert links[0] != links[1]

    with closing(RecordStore(f"sqlite:///{tmp_path / 'records.db'}")) as store:
        AccountStore(store.database).add("maria", "Maria", Role.EDITOR, "warm words for cold rooms")
    with running(model, tmp_path, port=free_port()) as process:
        address = wait_for_line(process, "Listening on")[-1].removeprefix("Listening on ")
        assert httpx.get(f"{address}/staff/log-in").status_code == 200
        process.send_signal(signal.SIGTERM)
        printed, _ = process.communicate(timeout=10)
    assert "/staff" not in printed
