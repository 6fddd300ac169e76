"""The stores of this installation's record database."""

from functools import lru_cache
from zoneinfo import ZoneInfo

from cryobot.cases.store import CaseStore
from cryobot.guidance.installed import installed_library
from cryobot.records.exchanges import ExchangeStore
from cryobot.records.store import RecordStore
from cryobot.settings import settings


@lru_cache(maxsize=1)
def installed_store() -> RecordStore:
    """Open the store that CRYOBOT_RECORDS_URL names, once; raises StoreError as RecordStore does."""
    here = settings()
    return RecordStore(here.records_url, ZoneInfo(here.time_zone))


@lru_cache(maxsize=1)
def installed_exchanges() -> ExchangeStore:
    """Give the exchanges of the same database; raises StoreError as RecordStore does."""
    return ExchangeStore(installed_store().database, ZoneInfo(settings().time_zone))


@lru_cache(maxsize=1)
def installed_cases() -> CaseStore:
    """Give the cases of the same database; raises as RecordStore and `installed_library` do."""
    return CaseStore(installed_store().database, installed_library())


def close_installed() -> None:
    """Let the next call of each open the database anew."""
    for installed in (installed_store, installed_exchanges, installed_cases):
        installed.cache_clear()
