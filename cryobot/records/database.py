"""One SQL database with one engine, whose every failure becomes the caller's own error."""

import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import MetaData, Table, create_engine, event, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateIndex, CreateTable

from cryobot.errors import CryobotError

# Below the 8 s that a visitor waits, so that a locked or lost database still leaves time for the safe reply.
PATIENCE_SECONDS = 2

CONNECT_ARGUMENTS: dict[str, dict[str, Any]] = {
    "pysqlite": {"timeout": PATIENCE_SECONDS, "check_same_thread": False},
    "psycopg2": {"connect_timeout": PATIENCE_SECONDS},
}
INSERTS = {"sqlite": sqlite_dialect.insert, "postgresql": postgresql.insert}

logger = logging.getLogger(__name__)


class Database:
    """Tables in an SQLite file or a PostgreSQL database; may be used from any thread.

    Args:
        url: an SQLAlchemy URL. An SQLite file and its folder are created; so are the tables.
        prepare: makes or changes the tables, in a transaction that was just begun; may find them made already.
        synchronous: SQLite only. FULL survives a power cut, NORMAL may lose the last commits but is never corrupt.
        failure: makes the error to raise from a description of the problem.

    Raises:
        what `failure` makes: the URL cannot be used, or the database does not answer.
    """

    def __init__(
        self,
        url: str,
        prepare: Callable[[Connection], None],
        synchronous: Literal["FULL", "NORMAL"],
        failure: Callable[[str], CryobotError],
    ) -> None:
        self._prepare = prepare
        self._synchronous = synchronous
        self._failure = failure
        self._opening = threading.Lock()
        self._opened: tuple[int, int] | None = None
        # The error texts of SQLAlchemy may hold the password of the URL.
        try:
            self._url: URL = make_url(url)
            self._file = self._database_file()
            self._engine = self._create_engine()
        except (SQLAlchemyError, ImportError, ValueError):
            raise failure("its URL is not that of an SQLite file or of a PostgreSQL database.") from None
        with self._failures():
            self._open()

    def __str__(self) -> str:
        """Give the URL without its password."""
        return str(self._url.render_as_string(hide_password=True))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection whose changes are committed when the block ends well and undone when it does not."""
        with self._failures():
            self._reopen_if_replaced()
            with self._engine.begin() as connection:
                yield connection

    def insert(self, table: Table) -> Any:
        """Give an INSERT into `table` that has the `on_conflict_...` methods of both databases."""
        return INSERTS[self._url.get_backend_name()](table)

    def erase_deleted(self) -> None:
        """Bring SQLite's log into the file, where deleted rows are overwritten, so that neither holds them any more."""
        if self._file is not None:
            with self._failures(), self._engine.connect() as connection:
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def close(self) -> None:
        """Close the idle connections. Using the database again opens new ones."""
        self._engine.dispose()

    def _database_file(self) -> Path | None:
        if self._url.get_backend_name() not in INSERTS:
            raise ValueError("unknown kind of database")
        if self._url.get_backend_name() != "sqlite":
            return None
        # Without a file, everything would be lost when the program stops.
        if not self._url.database or self._url.database.startswith((":memory:", "file:")):
            raise ValueError("not a file")
        # Made absolute here, so that a later change of the working directory does not open another file.
        file = Path(self._url.database).absolute()
        self._url = self._url.set(database=str(file))
        return file

    def _create_engine(self) -> Any:
        engine = create_engine(
            self._url,
            future=True,
            poolclass=QueuePool,
            pool_pre_ping=True,
            pool_timeout=PATIENCE_SECONDS,
            hide_parameters=True,  # they are the words of visitors
            connect_args=CONNECT_ARGUMENTS.get(self._url.get_driver_name(), {}),
        )
        event.listen(engine, "connect", _limit_waiting if self._file is None else self._set_pragmas)
        return engine

    def _set_pragmas(self, connection: sqlite3.Connection, _: object) -> None:
        _use_write_ahead_log(connection)
        connection.execute(f"PRAGMA synchronous={self._synchronous}")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA foreign_keys=ON")

    def _open(self) -> None:
        if self._file is not None:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._prepare_tables()
        except IntegrityError:
            # Another program created them in PostgreSQL at the same moment, and is done by now.
            self._prepare_tables()
        self._opened = self._identity()

    def _prepare_tables(self) -> None:
        with self._engine.begin() as connection:
            self._prepare(connection)

    def _reopen_if_replaced(self) -> None:
        # SQLite goes on writing into a file that was deleted, and all of it would be lost without a word.
        if self._file is None or self._identity() == self._opened:
            return
        with self._opening:
            if self._identity() != self._opened:
                logger.warning("The database %s was removed or replaced while in use. It is opened anew.", self)
                self._engine.dispose()
                self._open()

    def _identity(self) -> tuple[int, int] | None:
        if self._file is None:
            return None
        try:
            status = self._file.stat()
        except FileNotFoundError:
            return None
        return status.st_dev, status.st_ino

    @contextmanager
    def _failures(self) -> Iterator[None]:
        # The original error is dropped from the chain: its text may quote what a visitor wrote.
        try:
            yield
        except DBAPIError as error:
            raise self._failure(f"{type(error.orig).__name__}: {str(error.orig).partition(chr(10))[0]}") from None
        except (SQLAlchemyError, OSError) as error:
            raise self._failure(f"{type(error).__name__}: {str(error).partition(chr(10))[0]}") from None


def missing_tables(metadata: MetaData) -> Callable[[Connection], None]:
    """Give what makes those tables and indexes of `metadata` that are not there."""

    def create(connection: Connection) -> None:
        for table in metadata.sorted_tables:
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))

    return create


def _limit_waiting(connection: Any, _: object) -> None:
    """Let PostgreSQL wait no longer than SQLite for what another transaction is changing."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{PATIENCE_SECONDS}s'")
    connection.commit()


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    # SQLite does not wait by itself when another program switches the same new file at the same moment.
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)
