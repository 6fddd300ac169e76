import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import typer
from typer.testing import CliRunner

from cryobot.cli import report as command
from cryobot.errors import SettingsError
from cryobot.guidance.answer import Basis, Escalation
from cryobot.guidance.library import Library, load_answers
from cryobot.records.record import Record, RecordKind, ShownText
from cryobot.records.retention import purge_expired
from cryobot.records.store import RecordStore
from cryobot.records.summary import first_moment, reviews, summarise
from cryobot.settings import settings

APP = typer.Typer()
APP.command()(command.report)
LIBRARY = Library(load_answers(), {})
MADRID = ZoneInfo("Europe/Madrid")


def a_record(
    at: datetime,
    kind: RecordKind = RecordKind.ESCALATION,
    escalation: Escalation = Escalation.DERMATOLOGIST,
    sender: str = "one",
    shown: tuple[str, ...] = ("skin-marks",),
) -> Record:
    return Record(
        at=at,
        kind=kind,
        escalation=escalation,
        sender_id=sender,
        channel="rest",
        question="unmistakable words",
        shown=tuple(ShownText(guidance_id, "v1") for guidance_id in shown),
    )


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RecordStore]:
    url = f"sqlite:///{tmp_path / 'records.db'}"
    monkeypatch.setenv("CRYOBOT_RECORDS_URL", url)
    monkeypatch.setenv("CRYOBOT_TIME_ZONE", "Europe/Madrid")
    monkeypatch.setattr(command, "installed_library", lambda: LIBRARY)
    settings.cache_clear()
    with closing(RecordStore(url)) as opened:
        yield opened
    settings.cache_clear()


def test_days_are_those_of_the_zone_and_each_answer_counts_once_in_a_record() -> None:
    before_midnight = datetime(2025, 7, 1, 21, 59, tzinfo=UTC)
    summary = summarise(
        [
            a_record(before_midnight, shown=("skin-marks", "scar-care", "skin-marks")),
            a_record(before_midnight + timedelta(minutes=1), kind=RecordKind.FEEDBACK, escalation=Escalation.NONE),
            a_record(before_midnight + timedelta(minutes=2), sender="two"),
        ],
        MADRID,
    )

    assert summary.records == 3
    assert summary.senders == 2
    assert summary.by_day == {"2025-07-01": {"escalation": 1}, "2025-07-02": {"escalation": 1, "feedback": 1}}
    assert summary.by_kind == {"escalation": 2, "feedback": 1}
    assert summary.by_escalation == {"dermatologist": 2, "none": 1}
    assert summary.by_guidance_id == {"skin-marks": 3, "scar-care": 1}


def test_the_span_starts_at_midnight_of_its_first_day_over_a_change_of_the_clocks() -> None:
    now = datetime(2025, 3, 30, 12, tzinfo=UTC)

    assert first_moment(1, now, MADRID).isoformat() == "2025-03-30T00:00:00+01:00"
    assert first_moment(2, now, MADRID).isoformat() == "2025-03-29T00:00:00+01:00"


def test_reviews_are_due_on_their_day_and_policy_texts_await_sign_off() -> None:
    first_due = min(answer.review_due for answer in LIBRARY.answers.values())
    noon = datetime(first_due.year, first_due.month, first_due.day, 12, tzinfo=UTC)

    assert reviews(LIBRARY, noon - timedelta(days=1), MADRID)["review_due"] == []
    due = reviews(LIBRARY, noon, MADRID)
    assert {entry["review_due"] for entry in due["review_due"]} == {first_due.isoformat()}
    assert [entry["guidance_id"] for entry in due["awaiting_sign_off"]] == sorted(LIBRARY.ids(Basis.SAFETY_POLICY))


def test_json_counts_the_last_days_and_holds_no_words_and_no_sender(store: RecordStore) -> None:
    store.add(a_record(datetime.now(UTC), sender="unmistakable sender"))
    store.add(a_record(datetime.now(UTC) - timedelta(days=9)))

    result = CliRunner().invoke(APP, ["--days", "7", "--json"])

    content = json.loads(result.output)
    assert result.exit_code == 0
    assert content["records"] == 1
    assert content["by_guidance_id"] == {"skin-marks": 1}
    assert {entry["guidance_id"] for entry in content["awaiting_sign_off"]} >= {"emergency", "ask-a-doctor"}
    assert "unmistakable" not in result.output


def test_ratings_are_counted_by_what_they_say(store: RecordStore) -> None:
    for kind in (RecordKind.HELPFUL, RecordKind.HELPFUL, RecordKind.NOT_HELPFUL):
        store.add(a_record(datetime.now(UTC), kind=kind))

    assert json.loads(CliRunner().invoke(APP, ["--json"]).output)["by_kind"] == {"helpful": 2, "not-helpful": 1}
    total = next(line for line in CliRunner().invoke(APP, []).output.splitlines() if "total" in line)
    assert total.split("│")[-3:-1] == [f" {'2':<7} ", f" {'1':<11} "]


def test_tables_show_the_counts_and_no_words(store: RecordStore) -> None:
    for _ in range(3):
        store.add(a_record(datetime.now(UTC), kind=RecordKind.HAND_OVER))

    result = CliRunner().invoke(APP, [])

    assert result.exit_code == 0
    assert "3 records of 1 senders" in result.output
    assert "skin-marks" in result.output
    assert "Awaiting clinical sign-off" in result.output
    assert "unmistakable" not in result.output


def test_an_empty_store_gives_a_report_too(store: RecordStore) -> None:
    assert not store.list()
    assert "0 records" in CliRunner().invoke(APP, []).output
    assert json.loads(CliRunner().invoke(APP, ["--json"]).output)["by_day"] == {}


def test_an_unknown_time_zone_names_the_variable(store: RecordStore, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not store.list()
    monkeypatch.setenv("CRYOBOT_TIME_ZONE", "Europe/Nowhere")
    settings.cache_clear()

    with pytest.raises(SettingsError, match="CRYOBOT_TIME_ZONE"):
        command.report(days=1, json_output=True)


def test_what_is_older_than_the_retention_is_purged(store: RecordStore) -> None:
    now = datetime(2025, 7, 1, 12, tzinfo=UTC)
    store.add(a_record(now - timedelta(days=30, seconds=1)))
    store.add(a_record(now - timedelta(days=30)))

    assert purge_expired(store, 30, now) == 1
    assert [record.at for record in store.list()] == [now - timedelta(days=30)]
