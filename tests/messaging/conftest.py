from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from parts.fixtures import own_records  # noqa: F401
from tiny_bot.fixtures import many_servers_in_one_process, model  # noqa: F401

if TYPE_CHECKING:
    from platform_fakes.adapter import Adapter

    from messaging.bot import MessagingBot, Serve

# The names of platform_fakes.all, which cannot be imported here: while this file is read, Rasa's warnings are errors.
PLATFORMS = ("messenger", "slack", "telegram", "twilio", "whatsapp")


@pytest.fixture(params=PLATFORMS)
def adapter(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> "Iterator[Adapter]":
    """A platform that runs, and to which the environment leads."""
    from platform_fakes.all import ADAPTERS

    assert set(PLATFORMS) == set(ADAPTERS)
    made = ADAPTERS[request.param]()
    with made.fake:
        for name, value in made.environment().items():
            monkeypatch.setenv(name, value)
        yield made
    assert made.fake.violations == []


@pytest.fixture
def serve(adapter: "Adapter", model: Path, tmp_path: Path) -> "Serve":  # noqa: F811
    """Start the bot, as often as wanted, with the same journal."""
    from tiny_bot.model import load

    from messaging.bot import serving

    def start(**options: Any) -> "AbstractContextManager[MessagingBot]":
        return serving(adapter, load(model), tmp_path, **options)

    return start


@pytest.fixture
def bot(serve: "Serve") -> "Iterator[MessagingBot]":
    """The bot, started and stopped once."""
    with serve() as started:
        yield started
