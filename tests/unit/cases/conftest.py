from collections.abc import Iterator
from contextlib import closing

import pytest

from cryobot.guidance.library import Library

from .centre import Centre


@pytest.fixture
def centre(record_url: str, library: Library) -> Iterator[Centre]:
    with closing(Centre(record_url, library)) as opened:
        yield opened
