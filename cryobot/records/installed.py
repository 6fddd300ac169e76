"""The record store of this installation."""

from functools import lru_cache

from cryobot.records.store import RecordStore
from cryobot.settings import settings


@lru_cache(maxsize=1)
def installed_store() -> RecordStore:
    """Open the store that CRYOBOT_RECORDS_URL names, once; raises StoreError as RecordStore does."""
    return RecordStore(settings().records_url)
