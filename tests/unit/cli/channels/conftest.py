from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from platform_fakes.adapter import Adapter
    from platform_fakes.fake import FakePlatform
    from platform_fakes.telegram import FakeTelegram
    from platform_fakes.twilio import FakeTwilio

    from cryobot.messaging.journal import Journal


# What needs Rasa is imported in the fixtures: while this file is read, Rasa's warnings are errors.
@pytest.fixture(autouse=True)
def _only_these_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    from cryobot.cli import channels as command
    from cryobot.messaging.installed import platform_channels
    from cryobot.messaging.settings import messaging_settings

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


@contextmanager
def switched_on(adapter: "Adapter", monkeypatch: pytest.MonkeyPatch) -> "Iterator[FakePlatform]":
    """Run a platform whose channel the environment switches on, and to which nothing may be sent by this command."""
    with adapter.fake as fake:
        for name, value in adapter.environment().items():
            monkeypatch.setenv(name, value)
        yield fake
    assert fake.violations == []
    assert fake.messages == []


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch) -> "Iterator[FakeTelegram]":
    from platform_fakes.telegram import FakeTelegram, TelegramAdapter

    with switched_on(TelegramAdapter(), monkeypatch) as fake:
        assert isinstance(fake, FakeTelegram)
        yield fake


@pytest.fixture
def twilio(monkeypatch: pytest.MonkeyPatch) -> "Iterator[FakeTwilio]":
    from platform_fakes.twilio import FakeTwilio, TwilioAdapter

    with switched_on(TwilioAdapter(), monkeypatch) as fake:
        assert isinstance(fake, FakeTwilio)
        yield fake


@pytest.fixture
def journal(tmp_path: Path) -> "Iterator[Journal]":
    from cryobot.messaging.journal import Journal

    with closing(Journal(f"sqlite:///{tmp_path / 'messaging.db'}")) as opened:
        yield opened
