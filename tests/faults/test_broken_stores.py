"""Records or conversations that cannot be written: an escalation is given all the same, and the failure admitted."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from real_bot.process import running, start_and_fail

from cryobot.records.record import Record
from cryobot.records.store import RecordStore

MARK = "There is a blister on my foot since the session."
SAFE = "Is cryotherapy safe?"
STAFF = "I would like to talk to a member of staff, please."


def records_in(folder: Path) -> list[Record]:
    with closing(RecordStore(f"sqlite:///{folder / 'records.db'}")) as records:
        return list(records.list())


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Keep everybody else from writing into a database."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def test_records_that_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "records.db"
    with running(tmp_path) as bot:
        for part in tmp_path.glob("records.db*"):
            part.unlink()
        # A folder in its place: nobody can write into it, not even the administrator.
        file.mkdir()
        assert bot.ids("anna", SAFE) == ["overall-safety"]
        replies = bot.ask("anna", MARK)
        assert [reply["metadata"]["guidance_id"] for reply in replies] == ["skin-marks", "service-unavailable"]
        assert "see a dermatologist immediately" in replies[0]["text"]
        assert bot.ids("berta", STAFF) == ["talk-to-staff", "service-unavailable"]
        assert "could not be passed on" in bot.ask("berta", "/talk-to-staff")[0]["text"]
        assert bot.health()[0] == 503

        file.rmdir()
        assert bot.ids("anna", MARK) == ["skin-marks"]
        assert len(records_in(tmp_path)) == 1


def test_records_that_are_locked_for_a_while(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        assert bot.ids("anna", MARK) == ["skin-marks"]
        with locked(tmp_path / "records.db"):
            assert bot.ids("anna", MARK) == ["skin-marks", "service-unavailable"]
        assert bot.ids("anna", MARK) == ["skin-marks"]
    assert len(records_in(tmp_path)) == 2


def test_records_that_were_deleted(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        assert bot.ids("anna", MARK) == ["skin-marks"]
        for file in tmp_path.glob("records.db*"):
            file.unlink()
        assert bot.ids("anna", MARK) == ["skin-marks"]
    assert len(records_in(tmp_path)) == 1, "nothing is written into a deleted file"


def test_conversations_that_are_locked_or_damaged_for_a_while(tmp_path: Path) -> None:
    file = tmp_path / "conversations.db"
    with running(tmp_path) as bot:
        assert bot.ids("anna", MARK) == ["skin-marks"]
        with locked(file):
            assert bot.ids("anna", MARK)[-1] == "service-unavailable"
            assert bot.health()[0] == 503
        assert bot.ids("anna", MARK) == ["skin-marks"]

        for part in tmp_path.glob("conversations.db*"):
            part.unlink()
        file.write_bytes(b"no database" * 1000)
        (reply,) = bot.ask("anna", MARK)
        assert reply["metadata"]["guidance_id"] == "service-unavailable"
        assert "dermatologist" in reply["text"]

        file.unlink()
        assert bot.ids("anna", MARK) == ["skin-marks"]


@pytest.mark.parametrize("store", ["records", "conversations"])
@pytest.mark.parametrize("url", ["sqlite:///{folder}/file/store.db", "sqlite:///{folder}", "nonsense"])
def test_a_store_that_cannot_be_opened_at_the_start(tmp_path: Path, store: str, url: str) -> None:
    (tmp_path / "file").touch()
    code, printed = start_and_fail(tmp_path, **{f"{store}_url": url.format(folder=tmp_path)})
    assert code == 1
    assert f"CRYOBOT_{store.upper()}_URL" in printed
    assert "Traceback" not in printed
