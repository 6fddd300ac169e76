import base64
import hashlib
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from cryobot.cli import report as command
from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library, load_answers
from cryobot.records.exchanges import Exchange, ExchangeStore
from cryobot.records.record import ShownText
from cryobot.records.store import RecordStore
from cryobot.settings import settings

APP = typer.Typer()
APP.command()(command.report)
RUNNER = CliRunner()
KEYS = ("conversations", "escalations", "looking", "hand-overs", "abstentions", "feedback", "answers")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RecordStore]:
    url = f"sqlite:///{tmp_path / 'records.db'}"
    monkeypatch.setenv("CRYOBOT_RECORDS_URL", url)
    monkeypatch.setattr(command, "installed_library", lambda: Library(load_answers(), {}))
    settings.cache_clear()
    with closing(RecordStore(url)) as opened:
        yield opened
    settings.cache_clear()


def written(tmp_path: Path, *arguments: str) -> str:
    file = tmp_path / "report.html"
    result = RUNNER.invoke(APP, ["--html", str(file), *arguments])
    assert result.exit_code == 0, result.output
    assert result.output == f"Written: {file}\n"
    return file.read_text(encoding="utf-8")


def test_one_file_with_every_chart(store: RecordStore, tmp_path: Path) -> None:
    shown = (ShownText("uses", "v1"),)
    ExchangeStore(store.database, UTC).add(
        Exchange(
            at=datetime.now(UTC), sender_id="a sender", channel="web", question="unmistakable words", shown=shown,
            escalation=Escalation.NONE,
        )
    )  # fmt: skip
    page = written(tmp_path, "--days", "7")

    assert [key for key in KEYS if f'id="title-{key}"' not in page] == []
    assert page.count("<canvas") == 2
    assert "unmistakable words" not in page
    assert "a sender" not in page
    assert re.findall(r'(?:src|href)="|@import|url\(', page.partition("<script>")[0]) == []


def test_only_its_own_scripts_and_styles_may_run(store: RecordStore, tmp_path: Path) -> None:
    page = written(tmp_path)
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[0].replace("&#39;", "'")
    parts = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", page, re.DOTALL)

    assert len(parts) == 3
    for part in parts:
        assert base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() in policy
    assert policy.startswith("default-src 'none'; ")


def test_it_cannot_be_written_there(store: RecordStore, tmp_path: Path) -> None:
    with pytest.raises(command.ReportFileError, match="Name another file"):
        RUNNER.invoke(APP, ["--html", str(tmp_path)], catch_exceptions=False)
