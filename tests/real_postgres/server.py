"""Starts a PostgreSQL server of our own on loopback, with its data in a temporary folder."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

# Where Debian keeps the server's programs, out of the path.
DEBIAN = Path("/usr/lib/postgresql")
USER = "postgres"
START_SECONDS = 60

_numbers = count(1)


class PostgresMissingError(Exception):
    """The server's programs are not installed."""

    def __init__(self) -> None:
        super().__init__("PostgreSQL is not installed. Install the package `postgresql`, as .ci/run does.")


@dataclass(frozen=True)
class Postgres:
    """A running server."""

    port: int

    def url(self, database: str) -> str:
        """Give the address of a database, as CRYOBOT_RECORDS_URL takes it."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Make an empty database and give its address."""
        name = f"test_{next(_numbers)}"
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT", future=True)
        try:
            with engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
        finally:
            engine.dispose()
        return self.url(name)


@contextmanager
def started(folder: Path) -> Iterator[Postgres]:
    """Start a server and stop it at the end.

    Args:
        folder: an empty one of the server's own, below folders that any user may enter.

    Raises:
        PostgresMissingError: it is not installed.
    """
    data, sockets, log = folder / "data", folder / "sockets", folder / "log"
    sockets.mkdir()
    _give(folder)
    _run("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync")
    port = _free_port()
    # Tests need no protection from a power cut.
    options = f"-p {port} -k {sockets} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
    _run("pg_ctl", "-D", data, "-l", log, "-w", "-t", START_SECONDS, "-o", options, "start")
    try:
        yield Postgres(port)
    finally:
        _run("pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(program: str, *arguments: object) -> None:
    command = [str(part) for part in (_program(program), *arguments)]
    if os.geteuid() == 0:
        # The server refuses to run as root.
        command = ["runuser", "-u", USER, "--", *command]
    # The server goes on holding the output of whoever starts it.
    result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", check=False)
    assert result.returncode == 0, f"{program} failed with {result.returncode}"


def _program(name: str) -> Path:
    found = [*DEBIAN.glob(f"*/bin/{name}"), *([Path(path)] if (path := shutil.which(name)) else [])]
    if not found:
        raise PostgresMissingError
    return found[-1]


def _give(folder: Path) -> None:
    if os.geteuid() != 0:
        return
    for path in (folder, *folder.iterdir()):
        shutil.chown(path, USER)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
