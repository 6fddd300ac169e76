"""`cryobot channels`: the list."""

import json
import time
from pathlib import Path

import pytest
from platform_fakes.telegram import TOKEN, FakeTelegram
from platform_fakes.twilio import FakeTwilio

from cryobot.errors import SettingsError
from cryobot.guidance.answer import Escalation
from cryobot.messaging.errors import JournalError
from cryobot.messaging.installed import platform_channels
from cryobot.messaging.journal import Journal
from cryobot.messaging.retries import Decision, PartState

from .runs import cells, fail, listed, run


def test_every_channel_is_listed_and_off_without_its_variables() -> None:
    rows = listed()

    assert list(rows) == ["rest", "web", *(channel.name() for channel in platform_channels())]
    assert {"telegram", "twilio"} <= set(rows)
    assert {name for name, row in rows.items() if row["state"] == "on"} == {"rest", "web"}
    assert rows["telegram"]["missing"] == [
        "CRYOBOT_TELEGRAM_TOKEN is not set",
        "CRYOBOT_TELEGRAM_SECRET is not set",
    ]
    assert {row["answers"] for row in rows.values()} == {None}


def test_nobody_is_asked_when_that_is_not_wanted(telegram: FakeTelegram) -> None:
    row = listed("--no-ask")["telegram"]

    assert (row["state"], row["answers"], row["problem"]) == ("on", None, "")
    assert telegram.received == []


def test_what_is_missing_or_wrong_is_named_and_no_secret_is_shown(
    twilio: FakeTwilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRYOBOT_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("CRYOBOT_TELEGRAM_SECRET", "short")
    monkeypatch.delenv("CRYOBOT_PUBLIC_URL")
    printed = run("--json")
    rows = {row["channel"]: row for row in json.loads(printed)["channels"]}

    assert rows["telegram"]["state"] == rows["twilio"]["state"] == "incomplete"
    assert rows["twilio"]["missing"] == ["CRYOBOT_PUBLIC_URL is not set"]
    assert "CRYOBOT_TELEGRAM_SECRET" in rows["telegram"]["missing"][0]
    assert twilio.received == []
    assert not [secret for secret in (TOKEN, "short") if secret in printed]


def test_undelivered_messages_are_counted_by_reason(journal: Journal) -> None:
    fail(journal, "anna", Escalation.NONE, Decision(PartState.FAILED, reason="500"))
    fail(journal, "ben", Escalation.NONE, Decision(PartState.FAILED, reason="500"))
    fail(journal, "carl", Escalation.DERMATOLOGIST, Decision(PartState.WAITING, time.time(), reason="no answer"))
    fail(journal, "dora", Escalation.NONE, Decision(PartState.SENT))

    def counted(state: str, reason: str, escalation: str, count: int) -> dict[str, object]:
        return {"platform": "telegram", "state": state, "reason": reason, "escalation": escalation, "count": count}

    undelivered = json.loads(run("--json", "--no-ask"))["undelivered"]
    assert undelivered == [counted("failed", "500", "none", 2), counted("waiting", "no answer", "dermatologist", 1)]
    assert cells(run("--no-ask"))[-2:] == [
        ["telegram", "failed", "500", "none", "2"],
        ["telegram", "waiting", "no answer", "dermatologist", "1"],
    ]


def test_the_table_shows_the_same(telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_TELEGRAM_TOKEN", "1:wrong")
    printed = run()
    rows = cells(printed)

    assert ["rest", "on", "", "-"] in rows
    assert ["telegram", "on", "", "no: 401 Unauthorized"] in rows
    assert ["twilio", "off", "CRYOBOT_TWILIO_ACCOUNT_SID is not set", "-"] in rows
    assert ["", "", "CRYOBOT_TWILIO_NUMBER is not set", ""] in rows
    assert "Not delivered: none" in printed


def test_a_journal_that_does_not_open_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CRYOBOT_MESSAGING_URL", f"sqlite:///{tmp_path}")

    with pytest.raises(JournalError, match="CRYOBOT_MESSAGING_URL"):
        run("--no-ask")


def test_a_wrong_shared_setting_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_PUBLIC_URL", "http://bot.example.org")

    with pytest.raises(SettingsError, match="CRYOBOT_PUBLIC_URL"):
        run()
