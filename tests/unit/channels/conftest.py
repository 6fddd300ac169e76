"""Rasa is imported in the fixtures: while this file is read, the warnings of its dependencies are still errors."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import structlog

if TYPE_CHECKING:
    from .live_server import LiveServer


@pytest.fixture(autouse=True)
def _many_servers_in_one_process() -> Iterator[None]:
    from sanic import Sanic

    # Rasa gives every server the same name.
    Sanic.test_mode = True
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def model() -> Path:
    from .tiny_bot import tiny_model

    return tiny_model()


@pytest.fixture
def server(model: Path) -> "Iterator[LiveServer]":
    from .live_server import serving
    from .tiny_bot import tiny_agent

    with serving(tiny_agent(model)) as live:
        yield live
