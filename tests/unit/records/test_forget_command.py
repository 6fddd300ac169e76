from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from cryobot.cli.forget import forget
from cryobot.conversations.rows import ConversationRows
from cryobot.errors import StoreError
from cryobot.guidance.answer import Escalation
from cryobot.records.installed import installed_store
from cryobot.records.record import Record, RecordKind
from cryobot.records.store import RecordStore
from cryobot.settings import settings

APP = typer.Typer()
APP.command()(forget)


@pytest.fixture
def urls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    records, conversations = f"sqlite:///{tmp_path / 'r.db'}", f"sqlite:///{tmp_path / 'c.db'}"
    monkeypatch.setenv("CRYOBOT_RECORDS_URL", records)
    monkeypatch.setenv("CRYOBOT_CONVERSATIONS_URL", conversations)
    settings.cache_clear()
    installed_store.cache_clear()
    yield records, conversations
    settings.cache_clear()
    installed_store.cache_clear()


def a_record(sender: str) -> Record:
    return Record(
        kind=RecordKind.HAND_OVER, escalation=Escalation.STAFF, sender_id=sender, channel="rest", question="help me"
    )


def test_everything_of_one_sender_goes_and_the_rest_stays(urls: tuple[str, str]) -> None:
    with closing(installed_store()) as records, closing(ConversationRows(urls[1])) as conversations:
        for sender in ("one", "one", "two"):
            records.add(a_record(sender))
            conversations.write(sender, "[]")

        result = CliRunner().invoke(APP, ["one"])

        assert result.exit_code == 0
        assert "Records deleted: 3" in result.output
        assert "Conversations deleted: 1" in result.output
        assert [record.sender_id for record in records.list()] == ["two"]
        assert conversations.senders() == ["two"]


def test_an_unknown_sender_is_told_as_nothing_deleted_with_the_databases_that_were_searched(
    urls: tuple[str, str],
) -> None:
    output = CliRunner().invoke(APP, ["nobody"]).output

    assert f"Records deleted: 0 ({urls[0]})" in output
    assert f"Conversations deleted: 0 ({urls[1]})" in output


def test_a_store_that_does_not_answer_is_an_error(urls: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    RecordStore(urls[0]).close()
    monkeypatch.setenv("CRYOBOT_RECORDS_URL", "postgresql://user:hunter2@127.0.0.1:1/records")
    settings.cache_clear()

    with pytest.raises(StoreError) as caught:
        forget("one")

    assert "hunter2" not in str(caught.value)
