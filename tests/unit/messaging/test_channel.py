"""The channels of an installation, on and off."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from platform_fakes.telegram import TelegramAdapter
from rasa.core.channels.channel import UserMessage
from tiny_bot.actions import LIBRARY
from tiny_bot.live_server import OPTIONS

from cryobot.guidance import installed as guidance
from cryobot.messaging import settings as messaging
from cryobot.messaging.installed import installed_journal, installed_messaging_channels, platform_channels
from cryobot.messaging.on_off import Switch
from cryobot.platforms.telegram import TelegramChannel


@pytest.fixture(autouse=True)
def installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr(guidance, "load_library", lambda *_, **__: LIBRARY)
    monkeypatch.setenv("CRYOBOT_MESSAGING_URL", f"sqlite:///{tmp_path / 'messaging.db'}")
    monkeypatch.setenv("CRYOBOT_PSEUDONYM_KEY", "k" * 32)
    for channel in platform_channels():
        settings_type = channel.platform_type.settings_type
        for field in settings_type.model_fields:
            monkeypatch.delenv(settings_type.variable(field), raising=False)
    caches = (guidance.installed_library, messaging.messaging_settings)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in TelegramAdapter().environment().items():
        monkeypatch.setenv(name, value)


async def handle(_: UserMessage) -> None:
    pass


def test_every_platform_has_a_channel_of_its_own_name() -> None:
    names = [channel.name() for channel in platform_channels()]

    assert "telegram" in names
    assert len(set(names)) == len(names)


def test_no_channel_is_on_without_its_variables(tmp_path: Path) -> None:
    assert installed_messaging_channels(OPTIONS) == []
    assert TelegramChannel.state().switch is Switch.OFF
    assert not (tmp_path / "messaging.db").exists()


@pytest.mark.usefixtures("telegram")
def test_a_channel_is_switched_on_by_its_variables_alone() -> None:
    (channel,) = installed_messaging_channels(OPTIONS)

    assert channel.name() == "telegram"
    assert channel.is_on


@pytest.mark.usefixtures("telegram")
def test_what_is_missing_is_said_and_no_secret(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("CRYOBOT_TELEGRAM_SECRET", "too short")

    with caplog.at_level(logging.ERROR):
        assert installed_messaging_channels(OPTIONS) == []
    assert "'telegram' is not started: CRYOBOT_TELEGRAM_SECRET" in caplog.text
    assert "too short" not in caplog.text


def test_a_channel_that_is_off_has_no_webhook() -> None:
    channel = TelegramChannel.from_credentials(None)
    blueprint = channel.blueprint(handle)
    channel.guard.close()

    assert not channel.is_on
    assert not blueprint._future_routes


@pytest.mark.usefixtures("telegram")
def test_plain_rasa_serves_a_channel_that_is_on() -> None:
    channel = TelegramChannel.from_credentials({})
    blueprint = channel.blueprint(handle)
    channel.guard.close()

    assert [route.uri for route in blueprint._future_routes] == ["/webhook"]


def test_the_journal_can_be_opened_for_deleting(tmp_path: Path) -> None:
    journal = installed_journal()

    assert journal.forget("telegram:nobody") == 0
    assert (tmp_path / "messaging.db").exists()
    journal.close()
