from collections.abc import Iterator
from contextlib import closing

import pytest

from cryobot.records.database import Database
from cryobot.records.store import RecordStore
from cryobot.staff.accounts import AccountStore
from cryobot.staff.audit import AuditStore
from cryobot.staff.invitations import InvitationStore


@pytest.fixture
def database(record_url: str) -> Iterator[Database]:
    with closing(RecordStore(record_url)) as store:
        yield store.database


@pytest.fixture
def accounts(database: Database) -> AccountStore:
    return AccountStore(database)


@pytest.fixture
def invitations(database: Database) -> InvitationStore:
    return InvitationStore(database)


@pytest.fixture
def audit(database: Database) -> AuditStore:
    return AuditStore(database)
