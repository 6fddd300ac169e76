from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cryobot.messaging.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(f"sqlite:///{tmp_path / 'messaging.db'}")) as opened:
        yield opened
