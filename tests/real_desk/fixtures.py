"""Fixtures for conftest files. Rasa is imported in them: while those files are read, its warnings are still errors."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from real_desk.house import DeskServer


@pytest.fixture
def staffed(model: Path, tmp_path: Path) -> "Iterator[DeskServer]":
    """The tiny bot with a desk, on a loopback socket."""
    from tiny_bot.model import load

    from real_desk.house import desk_server

    with desk_server(load(model), tmp_path) as server:
        yield server
