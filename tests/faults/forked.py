"""Starts the assistant in a few hundredths of a second, so that it can be killed often.

As a program, it loads the assistant once, and for every port that it reads it begins a process of its own that serves
there and says "ready".
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from real_bot.process import free_port


@dataclass(frozen=True)
class ForkedBot:
    """One process of the assistant."""

    url: str
    pid: int

    def kill(self) -> None:
        """End it as the system does when it runs out of memory."""
        os.kill(self.pid, signal.SIGKILL)


@dataclass(frozen=True)
class Loaded:
    """The loaded assistant."""

    process: "subprocess.Popen[str]"

    def start(self) -> ForkedBot:
        """Begin a process, and wait until it listens."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        port = free_port()
        print(port, file=self.process.stdin, flush=True)
        said = self.process.stdout.readline().split()
        assert said[:1] == ["ready"], said
        return ForkedBot(f"http://127.0.0.1:{port}", int(said[1]))


@contextmanager
def loaded(folder: Path, **settings: object) -> Iterator[Loaded]:
    """Load the assistant, with its databases in a folder; all of its processes are ended at the end."""
    values = {
        "records_url": f"sqlite:///{folder / 'records.db'}",
        "conversations_url": f"sqlite:///{folder / 'conversations.db'}",
        "deadline_seconds": 30,
        **settings,
    }
    variables = {f"CRYOBOT_{name.upper()}": str(value) for name, value in values.items()}
    command = [sys.executable, "-W", "ignore", __file__]
    with (folder / "log.txt").open("ab") as log:
        process = subprocess.Popen(
            command,
            env=os.environ | variables | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
        )
    try:
        yield Loaded(process)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _main() -> None:
    from cryobot.server.assistant import close_agent, load_agent
    from cryobot.server.logs import configure_logs
    from cryobot.server.model import newest_model

    configure_logs()
    agent = load_agent(newest_model())
    # No process may go on with the open files of another.
    close_agent(agent)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        if os.fork() == 0:
            _serve(agent, int(line))


def _serve(agent: Any, port: int) -> None:
    from cryobot.server.app import build_app, installed_channels
    from cryobot.server.port import listen, take_port

    app = build_app(agent, installed_channels(), 30)

    async def announce(*_: object) -> None:
        sys.stdout.write(f"ready {os.getpid()}\n")
        sys.stdout.flush()

    app.after_server_start(announce)
    taken = take_port("127.0.0.1", port)
    listen(taken)
    app.run(sock=taken, access_log=False, motd=False)
    os._exit(0)


if __name__ == "__main__":
    _main()
