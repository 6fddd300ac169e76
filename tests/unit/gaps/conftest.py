from collections.abc import Iterator
from contextlib import closing

import pytest

from cryobot.records.store import RecordStore


@pytest.fixture
def store(record_url: str) -> Iterator[RecordStore]:
    with closing(RecordStore(record_url)) as opened:
        yield opened
