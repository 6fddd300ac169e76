"""`cryobot channels connect`."""

import re

import pytest
from platform_fakes.telegram import SECRET, TOKEN, FakeTelegram
from platform_fakes.twilio import FakeTwilio
from typer.testing import CliRunner

from .runs import APP, URL, failure, run


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
