import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from cryobot.errors import StoreError
from cryobot.guidance.answer import Escalation
from cryobot.paths import PROJECT
from cryobot.records.record import Record, RecordKind
from cryobot.records.store import RecordStore

WRITER = """
import sys, time
from cryobot.guidance.answer import Escalation
from cryobot.records.record import Record, RecordKind
from cryobot.records.store import RecordStore

store = RecordStore(sys.argv[1])
while True:
    record = Record(kind=RecordKind.HAND_OVER, escalation=Escalation.STAFF, sender_id="s", channel="rest", question="q")
    store.add(record)
    print(record.id, flush=True)
"""


def a_record(question: str = "a mark") -> Record:
    return Record(
        kind=RecordKind.ESCALATION,
        escalation=Escalation.DERMATOLOGIST,
        sender_id="visitor",
        channel="rest",
        question=question,
    )


def test_a_record_is_there_after_the_program_is_killed_right_after_add(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'records.db'}"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, url], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    ) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline().strip() for _ in range(3)]
        writer.kill()
        told += writer.stdout.read().split()

    assert writer.returncode == -9
    assert len(told[0]) == 32
    with closing(RecordStore(url)) as store:
        assert set(told) <= {record.id for record in store.list()}


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "records.db"
    file.write_text("these are notes and not a database, and long enough to be seen as such\n" * 20)

    with pytest.raises(StoreError, match="not a database"):
        RecordStore(f"sqlite:///{file}")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")

    with pytest.raises(StoreError, match="CRYOBOT_RECORDS_URL"):
        RecordStore(f"sqlite:///{tmp_path / 'var' / 'records.db'}")


@pytest.mark.parametrize("url", ["records.db", "sqlite://", "sqlite:///:memory:", "mysql://u:hunter2@h/d", "oracle:x@"])
def test_a_url_that_keeps_nothing_or_names_no_known_database_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(StoreError, match="SQLite file or of a PostgreSQL") as caught:
        RecordStore(url)

    assert "hunter2" not in str(caught.value)


def test_a_server_that_does_not_answer_is_told_at_once() -> None:
    start = time.monotonic()

    with pytest.raises(StoreError):
        RecordStore("postgresql://user:hunter2@127.0.0.1:1/records")

    assert time.monotonic() - start < 3


def test_a_locked_store_gives_up_after_two_seconds_and_works_again_when_unlocked(tmp_path: Path) -> None:
    file = tmp_path / "records.db"
    with closing(RecordStore(f"sqlite:///{file}")) as store:
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN IMMEDIATE")
            start = time.monotonic()
            with pytest.raises(StoreError, match="locked") as caught:
                store.add(a_record("words of a visitor"))
            assert 1.5 < time.monotonic() - start < 4
            with pytest.raises(StoreError):
                store.ping()
        store.add(a_record())

        assert len(store.list()) == 1
    assert "words" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_full_disk_is_an_error_and_nothing_is_lost_when_there_is_room_again(tmp_path: Path) -> None:
    with closing(RecordStore(f"sqlite:///{tmp_path / 'records.db'}")) as store:
        store.add(a_record("before"))
        with store.database.transaction() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StoreError, match="full"):
            store.add(a_record("x" * 100_000))
        with store.database.transaction() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        store.add(a_record("after"))

        assert {record.question for record in store.list()} == {"before", "after"}


def test_a_store_whose_files_were_deleted_writes_into_new_ones(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "var"
    with closing(RecordStore(f"sqlite:///{folder / 'records.db'}")) as store:
        store.add(a_record("before"))
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()

        store.add(a_record("after"))

    assert "removed or replaced" in caplog.text
    with closing(RecordStore(f"sqlite:///{folder / 'records.db'}")) as store:
        assert [record.question for record in store.list()] == ["after"]


@pytest.mark.parametrize(("column", "value"), [("shown", "no JSON"), ("kind", "gossip"), ("shown", "[{}]")])
def test_a_record_changed_by_hand_is_an_error_and_not_a_guess(tmp_path: Path, column: str, value: str) -> None:
    file = tmp_path / "records.db"
    with closing(RecordStore(f"sqlite:///{file}")) as store:
        store.add(a_record())
        with closing(sqlite3.connect(file)) as other, other:
            other.execute(f"UPDATE records SET {column} = ?", (value,))

        with pytest.raises(StoreError, match="changed by another program"):
            store.list()
