import json
import re
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import typer
from platform_fakes.fake import Answer, Mode, Received, Shown
from platform_fakes.telegram import SECRET, TOKEN, FakeTelegram, TelegramAdapter
from platform_fakes.twilio import FakeTwilio, TwilioAdapter
from typer.testing import CliRunner

from cryobot.cli import channels as command
from cryobot.errors import CryobotError, SettingsError
from cryobot.guidance.answer import Escalation
from cryobot.messaging.errors import JournalError
from cryobot.messaging.inbox import EventState, ReceivedEvent
from cryobot.messaging.incoming import Event, EventKind
from cryobot.messaging.installed import platform_channels
from cryobot.messaging.journal import Journal
from cryobot.messaging.journal import Received as ReceivedRow
from cryobot.messaging.outbox import Part
from cryobot.messaging.retries import Decision, PartState
from cryobot.messaging.settings import messaging_settings

APP = typer.Typer()
APP.command()(command.channels)
URL = "https://bot.example.org"


@pytest.fixture(autouse=True)
def _only_these_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for channel in platform_channels():
        for field in channel.platform_type.settings_type.model_fields:
            monkeypatch.delenv(channel.platform_type.settings_type.variable(field), raising=False)
    monkeypatch.delenv("CRYOBOT_PUBLIC_URL", raising=False)
    monkeypatch.setenv("CRYOBOT_MESSAGING_URL", f"sqlite:///{tmp_path / 'messaging.db'}")
    # What silences the warnings of libraries in a process of its own would do so for all tests here.
    monkeypatch.setattr(command, "silence_warnings", lambda: None)
    messaging_settings.cache_clear()
    yield
    messaging_settings.cache_clear()


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeTelegram]:
    adapter = TelegramAdapter()
    with adapter.fake as fake:
        assert isinstance(fake, FakeTelegram)
        for name, value in adapter.environment().items():
            monkeypatch.setenv(name, value)
        yield fake
    assert fake.violations == []
    assert fake.messages == []


@pytest.fixture
def twilio(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeTwilio]:
    adapter = TwilioAdapter()
    with adapter.fake as fake:
        assert isinstance(fake, FakeTwilio)
        for name, value in adapter.environment().items():
            monkeypatch.setenv(name, value)
        yield fake
    assert fake.violations == []
    assert fake.messages == []


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(f"sqlite:///{tmp_path / 'messaging.db'}")) as opened:
        yield opened


def run(*arguments: str) -> str:
    result = CliRunner().invoke(APP, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def listed(*arguments: str) -> dict[str, dict[str, Any]]:
    return {row["channel"]: row for row in json.loads(run("--json", *arguments))["channels"]}


def failure(*arguments: str) -> str:
    with pytest.raises(CryobotError) as error:
        run(*arguments)
    return str(error.value)


# The list.


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


def test_a_platform_that_answers(telegram: FakeTelegram, twilio: FakeTwilio) -> None:
    rows = listed()

    assert rows["telegram"] == {"channel": "telegram", "state": "on", "missing": [], "answers": True, "problem": ""}
    assert rows["twilio"] == {"channel": "twilio", "state": "on", "missing": [], "answers": True, "problem": ""}
    assert [received.method for received in twilio.received] == ["GET"]


def test_a_wrong_token_is_told(telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_TELEGRAM_TOKEN", "1:wrong")
    row = listed()["telegram"]

    assert (row["state"], row["answers"], row["problem"]) == ("on", False, "401 Unauthorized")


def test_a_platform_that_cannot_be_reached_is_told_and_the_others_are_asked(
    telegram: FakeTelegram, twilio: FakeTwilio
) -> None:
    telegram.switch(Mode.DOWN)
    rows = listed()

    assert rows["telegram"]["answers"] is False
    assert rows["telegram"]["problem"] == "ClientConnectorError"
    assert rows["twilio"]["answers"] is True


def test_platforms_that_hang_are_asked_at_the_same_time_and_not_waited_for(
    telegram: FakeTelegram, twilio: FakeTwilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "ASK_SECONDS", 1.5)
    monkeypatch.setattr(telegram, "_answer", lambda _: (None, 3600))
    monkeypatch.setattr(twilio, "_answer", lambda _: (None, 3600))
    begin = time.monotonic()
    rows = listed()

    assert time.monotonic() - begin < 2.9
    assert [rows[name]["problem"] for name in ("telegram", "twilio")] == ["no answer in time"] * 2


def test_an_answer_that_nobody_expects_is_told(telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch) -> None:
    def respond(received: Received) -> tuple[Answer, Shown | None]:
        return Answer(200, "<html>Log in to the network</html>"), None

    monkeypatch.setattr(telegram, "respond", respond)

    assert listed()["telegram"]["problem"] == "an answer that is not Telegram's"


def test_a_fault_of_a_platform_does_not_hide_the_others(
    telegram: FakeTelegram, twilio: FakeTwilio, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cryobot.platforms.telegram import Telegram

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Telegram, "outcome", fail)
    rows = listed()

    assert rows["telegram"]["problem"] == "answer not understood (ZeroDivisionError)"
    assert rows["twilio"]["answers"] is True


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


# Connecting.


def test_telegram_is_told_where_the_assistant_is(telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_PUBLIC_URL", URL)
    printed = run("connect", "telegram")

    (received,) = telegram.received
    assert received.path.endswith("/setWebhook")
    assert (received.json()["url"], received.json()["secret_token"]) == (f"{URL}/webhooks/telegram/webhook", SECRET)
    assert printed == f"telegram sends messages to {URL}/webhooks/telegram/webhook from now on.\n"
    assert SECRET not in printed


def test_what_telegram_does_not_take_is_told(telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_PUBLIC_URL", URL)
    monkeypatch.setenv("CRYOBOT_TELEGRAM_TOKEN", "1:wrong")

    assert "401 Unauthorized" in failure("connect", "telegram")


def test_telegram_needs_its_variables_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_PUBLIC_URL", URL)
    monkeypatch.setenv("CRYOBOT_TELEGRAM_TOKEN", TOKEN)

    assert failure("connect", "telegram").splitlines() == [
        "The channel 'telegram' is not on.",
        "Missing or wrong:",
        "  CRYOBOT_TELEGRAM_SECRET is not set",
    ]


def test_connecting_needs_the_public_address(telegram: FakeTelegram) -> None:
    assert failure("connect", "telegram").startswith("Set CRYOBOT_PUBLIC_URL")
    assert telegram.received == []


def test_what_to_do_is_said_where_no_request_helps(twilio: FakeTwilio) -> None:
    assert run("connect", "twilio").splitlines() == [
        "Enter this address at the platform, as docs/tasks/connect-whatsapp-twilio.md says:",
        f"  {URL}/webhooks/twilio/webhook",
    ]
    assert twilio.received == []


def test_what_is_missing_is_said_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_PUBLIC_URL", URL)

    assert "  CRYOBOT_TWILIO_NUMBER is not set" in run("connect", "twilio").splitlines()


@pytest.mark.parametrize("name", ["signal", "rest", ""])
def test_what_can_be_connected_is_named(name: str) -> None:
    message = failure("connect", *([name] if name else []))

    assert re.search(r"cryobot channels connect (\w+\|)*telegram\|(\w+\|)*twilio", message)
    assert not name or f"There is no platform '{name}'." in message


def test_other_actions_are_refused() -> None:
    assert CliRunner().invoke(APP, ["disconnect"]).exit_code == 2


def fail(journal: Journal, person: str, escalation: Escalation, decision: Decision) -> None:
    """Write a message to somebody in Telegram, and what became of it."""
    event = Event(person, person, EventKind.MESSAGE, "hi")
    journal.receive("telegram", [ReceivedRow(ReceivedEvent(person, person, 0, event.to_json()), person)])
    begun = journal.begin("telegram", person)
    assert begun
    journal.finish("telegram", begun, EventState.DONE, [Part("{}", "greet", escalation)], ())
    part = journal.next_part("telegram", person)
    assert part
    journal.settle(part, decision)


def cells(printed: str) -> list[list[str]]:
    """Give the cells of the rows of all tables."""
    return [[cell.strip() for cell in line.split("│")[1:-1]] for line in printed.splitlines() if line.startswith("│")]
