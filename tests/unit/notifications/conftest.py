from collections.abc import Iterator
from contextlib import closing

import pytest

from cryobot.guidance.library import Library

from ..cases.centre import Centre
from .servers import MailServer, Webhook, mail_server, webhook


@pytest.fixture
def centre(record_url: str, library: Library) -> Iterator[Centre]:
    with closing(Centre(record_url, library)) as opened:
        yield opened


@pytest.fixture
def mail() -> Iterator[tuple[MailServer, str]]:
    with mail_server() as started:
        yield started


@pytest.fixture
def hook() -> Iterator[tuple[Webhook, str]]:
    with webhook() as started:
        yield started
