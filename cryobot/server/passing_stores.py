"""Stores that are thrown away, for questions that are not those of visitors."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cryobot.records.installed import close_installed
from cryobot.settings import settings


@contextmanager
def passing_stores() -> Iterator[None]:
    """Keep records and conversations in a temporary folder for as long as this lasts."""
    with TemporaryDirectory(prefix="cryobot-") as folder:
        passing = {
            f"CRYOBOT_{name.upper()}_URL": f"sqlite:///{Path(folder) / name}.db"
            for name in ("records", "conversations")
        }
        before = {name: os.environ.get(name) for name in passing}
        os.environ.update(passing)
        _read_settings_again()
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
            _read_settings_again()


def _read_settings_again() -> None:
    settings.cache_clear()
    close_installed()
