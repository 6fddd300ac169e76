"""Fixtures for conftest files. Rasa is imported in them: while those files are read, its warnings are still errors."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog

if TYPE_CHECKING:
    from tiny_bot.live_server import LiveServer


@pytest.fixture(autouse=True)
def many_servers_in_one_process() -> Iterator[None]:
    from sanic import Sanic

    from cryobot.server.passing_stores import passing_stores

    # Rasa gives every server the same name.
    Sanic.test_mode = True
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    # What is said to them must not be kept in the records of this installation.
    with passing_stores():
        yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the trained bot."""
    from tiny_bot.model import train

    return train(tmp_path_factory.mktemp("tiny-bot"))


@pytest.fixture
def server(model: Path) -> "Iterator[LiveServer]":
    """The bot on a loopback socket, with its conversations in memory."""
    from tiny_bot.live_server import serving
    from tiny_bot.model import load

    with serving(load(model)) as live:
        yield live
