"""Fixtures for conftest files: the record database in both kinds of database."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from real_postgres.server import Postgres, started


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    # Not below pytest's own folder, which only its owner may enter.
    with TemporaryDirectory(prefix="cryobot-postgres-") as folder:
        Path(folder).chmod(0o755)
        with started(Path(folder)) as server:
            yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def record_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty record database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'records.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database()
