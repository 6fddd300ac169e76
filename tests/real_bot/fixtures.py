"""Fixtures for conftest files."""

import subprocess

import pytest

from cryobot.training.train import is_up_to_date
from real_bot.process import COMMAND


@pytest.fixture(scope="session", autouse=True)
def trained() -> None:
    """Train the model of the present data and code, unless it is there."""
    if not is_up_to_date():
        subprocess.run([COMMAND, "train"], check=True)
