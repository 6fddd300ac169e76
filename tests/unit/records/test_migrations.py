import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from cryobot.errors import StoreError
from cryobot.guidance.answer import Escalation
from cryobot.paths import PROJECT
from cryobot.records.migration import SCRIPTS
from cryobot.records.record import Record, RecordKind
from cryobot.records.store import RecordStore
from cryobot.records.tables import METADATA

# As the first version made them, before there were migrations.
FIRST_TABLES = (
    "CREATE TABLE records (id VARCHAR(32) NOT NULL PRIMARY KEY, at {time} NOT NULL, kind VARCHAR(20) NOT NULL, "
    "escalation VARCHAR(20) NOT NULL, sender_id TEXT NOT NULL, channel TEXT NOT NULL, question TEXT NOT NULL, "
    "shown JSON NOT NULL)",
    "CREATE INDEX ix_records_at ON records (at)",
    "CREATE INDEX ix_records_sender_id ON records (sender_id)",
    "CREATE TABLE records_schema (id INTEGER NOT NULL PRIMARY KEY, version INTEGER NOT NULL)",
    "INSERT INTO records_schema VALUES (1, 1)",
    "INSERT INTO records VALUES ('{id}', '2026-11-20 10:00:00', 'escalation', 'dermatologist', 'anna', 'rest', "
    "'a blister', '[]')",
)
OPENING = "import sys; from cryobot.records.store import RecordStore; RecordStore(sys.argv[1]).close()"


def test_the_migrations_make_the_tables_that_the_code_uses(record_url: str) -> None:
    with closing(RecordStore(record_url)) as store, store.database.transaction() as connection:
        # SQLite's own table, in which it keeps the last numbers.
        options = {"include_name": lambda name, *_: name != "sqlite_sequence"}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), METADATA) == []


def test_records_of_the_first_version_are_taken_over(record_url: str) -> None:
    engine = create_engine(record_url, future=True)
    time = "TIMESTAMP" if engine.dialect.name == "postgresql" else "DATETIME"
    with engine.begin() as connection:
        for statement in FIRST_TABLES:
            connection.execute(text(statement.format(time=time, id="a" * 32)))

    with closing(RecordStore(record_url)) as store:
        (record,) = store.list()

    assert (record.sender_id, record.question) == ("anna", "a blister")
    assert record.at == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert "records_schema" not in inspect(engine).get_table_names()
    engine.dispose()


def test_opening_again_changes_nothing(record_url: str) -> None:
    for _ in range(2):
        with closing(RecordStore(record_url)) as store, store.database.transaction() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == ["0002"]


def test_going_back_to_the_first_version_keeps_its_records(record_url: str) -> None:
    with closing(RecordStore(record_url)) as store:
        store.add(
            Record(kind=RecordKind.FEEDBACK, escalation=Escalation.NONE, sender_id="a", channel="web", question="hm")
        )
        for move in (command.downgrade, command.upgrade):
            with store.database.transaction() as connection:
                config = Config()
                config.set_main_option("script_location", SCRIPTS)
                config.attributes["connection"] = connection
                move(config, "0001" if move is command.downgrade else "head")
                left = set(inspect(connection).get_table_names())
            assert (left >= set(METADATA.tables)) == (move is command.upgrade)
        assert [record.question for record in store.list()] == ["hm"]


def test_programs_that_start_at_the_same_moment_make_the_tables_once(record_url: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    opening = [sys.executable, "-c", OPENING, record_url]
    starting = [subprocess.Popen(opening, env=environment, stderr=subprocess.PIPE) for _ in range(4)]
    errors = [process.communicate(timeout=120)[1].decode() for process in starting]

    assert [process.returncode for process in starting] == [0] * 4, errors
    with closing(RecordStore(record_url)) as store:
        assert list(store.list()) == []


def test_tables_of_a_later_version_are_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "records.db"
    RecordStore(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StoreError, match="version 9999, which this program does not know"):
        RecordStore(f"sqlite:///{file}")

    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
