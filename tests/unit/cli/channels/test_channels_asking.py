"""`cryobot channels` asks each platform whether it answers."""

import time

import pytest
from platform_fakes.fake import Answer, Mode, Received, Shown
from platform_fakes.telegram import FakeTelegram
from platform_fakes.twilio import FakeTwilio

from cryobot.cli import channels as command

from .runs import listed


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
