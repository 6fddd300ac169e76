import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from cryobot.errors import StoreError
from cryobot.guidance.answer import Escalation
from cryobot.records.record import Record, RecordKind, ShownText
from cryobot.records.store import RecordStore

ANY_TEXT = st.text(st.characters(exclude_categories=()))
NOON = datetime(2025, 3, 30, 12, tzinfo=UTC)


def a_record(
    sender: str = "visitor", kind: RecordKind = RecordKind.ESCALATION, at: datetime = NOON, question: str = "a mark"
) -> Record:
    return Record(
        kind=kind,
        escalation=Escalation.DERMATOLOGIST,
        sender_id=sender,
        channel="rest",
        question=question,
        shown=(ShownText("skin-marks", "0123456789abcdef"), ShownText("scar-care", "fedcba9876543210")),
        at=at,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "records.db"


@pytest.fixture
def store(file: Path) -> Iterator[RecordStore]:
    with closing(RecordStore(f"sqlite:///{file}")) as opened:
        yield opened


def test_a_record_comes_back_with_every_field(store: RecordStore) -> None:
    record = a_record()

    store.add(record)

    assert list(store.list()) == [record]
    assert len(record.id) == 32


def test_a_time_in_another_zone_comes_back_as_the_same_moment_in_utc(store: RecordStore) -> None:
    at = datetime(2025, 3, 30, 1, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))

    store.add(a_record(at=at))

    kept = store.list()[0].at
    assert kept == at
    assert kept.tzinfo is UTC


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        a_record(at=datetime(2025, 3, 30, 12))


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordStore]:
    with closing(RecordStore(f"sqlite:///{tmp_path_factory.mktemp('any text')}/records.db")) as opened:
        yield opened


@hypothesis_settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=ANY_TEXT, sender=ANY_TEXT)
@example(question="\x00 after NUL", sender="\x00")
@example(question="\ud800", sender="\udfff")
@example(question="\\u0000 '; DROP TABLE records; --", sender="%_\\")
def test_any_text_round_trips_and_its_sender_is_found(shared_store: RecordStore, question: str, sender: str) -> None:
    record = a_record(sender=sender, question=question)

    shared_store.add(record)

    assert list(shared_store.list(sender=sender)) == [record]
    assert shared_store.forget(sender) == 2, "the record and its case"
    assert not shared_store.list(sender=sender)


def test_list_filters_by_time_kind_and_sender_and_gives_the_oldest_first(store: RecordStore) -> None:
    late = a_record(at=NOON + timedelta(hours=1))
    early = a_record(at=NOON)
    other = a_record(sender="another", kind=RecordKind.FEEDBACK, at=NOON + timedelta(minutes=30))
    for record in (late, early, other):
        store.add(record)

    assert list(store.list()) == [early, other, late]
    assert list(store.list(since=NOON + timedelta(minutes=30))) == [other, late]
    assert list(store.list(kind=RecordKind.FEEDBACK)) == [other]
    assert list(store.list(sender="visitor")) == [early, late]
    assert not store.list(since=NOON + timedelta(minutes=1), kind=RecordKind.FEEDBACK, sender="visitor")


def test_forget_deletes_one_sender_only_and_leaves_nothing_in_the_files(store: RecordStore, file: Path) -> None:
    store.add(a_record(question="unmistakable words of somebody"))
    store.add(a_record(question="a second message"))
    store.add(a_record(sender="visitor2"))

    assert store.forget("visitor") == 3, "two records and their case"
    assert store.forget("visitor") == 0

    assert [record.sender_id for record in store.list()] == ["visitor2"]
    assert b"unmistakable" not in b"".join(part.read_bytes() for part in file.parent.iterdir())


def test_purge_deletes_what_is_older_than_the_moment(store: RecordStore) -> None:
    store.add(a_record(at=NOON - timedelta(microseconds=1)))
    store.add(a_record(at=NOON))

    assert store.purge(NOON) == 1
    assert [record.at for record in store.list()] == [NOON]


def test_the_same_id_twice_is_refused_and_the_first_kept(store: RecordStore) -> None:
    record = a_record()
    store.add(record)

    with pytest.raises(StoreError):
        store.add(record)

    assert list(store.list()) == [record]


def test_many_threads_write_and_read_at_once_without_a_loss(store: RecordStore) -> None:
    def work(number: int) -> int:
        store.add(a_record(sender=str(number)))
        return len(store.list(sender=str(number)))

    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(work, range(64))) == [1] * 64
    assert len(store.list()) == 64


def test_several_stores_open_the_same_new_file_at_once(file: Path) -> None:
    together = threading.Barrier(6)

    def work(number: int) -> None:
        together.wait()
        with closing(RecordStore(f"sqlite:///{file}")) as opened:
            opened.add(a_record(sender=str(number)))

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(work, range(6)))
    with closing(RecordStore(f"sqlite:///{file}")) as opened:
        assert {record.sender_id for record in opened.list()} == set("012345")


def test_connections_are_set_to_survive_a_power_cut(store: RecordStore) -> None:
    with store.database.transaction() as connection:
        values = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "secure_delete", "foreign_keys")
        ]

    assert values == ["wal", 2, 2000, 1, 1]
