"""Fixtures for conftest files: the assistant behind each of the proxies."""

from collections.abc import Iterator
from itertools import count

import httpx
import pytest
from real_bot.process import RunningBot, running

from real_proxies.servers import PROXIES, Proxy, started

WEBSITE = "https://www.example.org"
MESSAGES_OF_AN_ADDRESS = 6

# Each test asks from an address of its own, so that none uses up what another may send. Linux has all of 127.0.0.0/8.
_addresses = (f"127.0.1.{number}" for number in count(1))


@pytest.fixture(scope="session")
def bot(trained: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBot]:
    """The assistant, with the settings that belong to one proxy and one website."""
    limits = {"visitor_limit": "1000/hour", "address_limit": f"{MESSAGES_OF_AN_ADDRESS}/hour"}
    with running(tmp_path_factory.mktemp("bot"), proxies=1, origins=WEBSITE, **limits) as started_bot:
        yield started_bot


@pytest.fixture(scope="session", params=PROXIES)
def proxy(request: pytest.FixtureRequest, bot: RunningBot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    folder = tmp_path_factory.mktemp(request.param)
    with started(request.param, folder, bot.url.removeprefix("http://")) as running_proxy:
        yield running_proxy


@pytest.fixture
def address() -> str:
    """An address that nobody asked from yet."""
    return next(_addresses)


@pytest.fixture
def visitor(proxy: Proxy, address: str) -> Iterator[httpx.Client]:
    """A browser that nobody used yet, at the proxy."""
    with proxy.client(address) as client:
        yield client
