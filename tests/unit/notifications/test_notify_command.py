from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from cryobot.cli.notify import NotificationsFailedError, notify
from cryobot.notifications.settings import notification_settings
from cryobot.settings import settings

from .servers import SECRET, MailServer, Webhook

APP = typer.Typer()
APP.command()(notify)


@pytest.fixture(autouse=True)
def _own_installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CRYOBOT_RECORDS_URL", f"sqlite:///{tmp_path / 'records.db'}")
    settings.cache_clear()
    notification_settings.cache_clear()


def test_a_test_goes_over_every_way_that_is_on(
    monkeypatch: pytest.MonkeyPatch, mail: tuple[MailServer, str], hook: tuple[Webhook, str]
) -> None:
    for name, value in {
        "MAIL_URL": mail[1],
        "MAIL_FROM": "chat@example.org",
        "MAIL_TO": "desk@example.org",
        "NOTIFY_URL": hook[1],
        "NOTIFY_SECRET": SECRET,
    }.items():
        monkeypatch.setenv(f"CRYOBOT_{name}", value)

    output = CliRunner().invoke(APP).output

    assert "mail: the test was sent." in output
    assert "webhook: the test was sent." in output
    assert mail[0].mails[0][1]["Subject"].endswith("a test of the notifications")
    assert hook[0].posts[0]["event"] == "case.test"


def test_what_goes_wrong_is_said(monkeypatch: pytest.MonkeyPatch, hook: tuple[Webhook, str]) -> None:
    hook[0].status = 403
    monkeypatch.setenv("CRYOBOT_NOTIFY_URL", hook[1])
    monkeypatch.setenv("CRYOBOT_NOTIFY_SECRET", SECRET)

    with pytest.raises(NotificationsFailedError, match="the webhook answers 403"):
        notify()


def test_without_any_way_it_says_how_to_switch_one_on() -> None:
    assert "CRYOBOT_MAIL_URL or CRYOBOT_NOTIFY_URL" in CliRunner().invoke(APP).output
