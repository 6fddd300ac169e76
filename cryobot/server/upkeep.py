"""What the server does by itself: deletes what is older than the retention time, at start and then daily."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from cryobot.errors import CryobotError
from cryobot.records.retention import Purgeable, purge_expired

SECONDS_A_DAY = 24 * 60 * 60

logger = logging.getLogger(__name__)


async def delete_expired_daily(stores: Sequence[Purgeable], retention_days: int) -> None:
    """Delete what is expired in each store, again and again, until this is cancelled."""
    while True:
        for store in stores:
            await asyncio.to_thread(_delete_expired, store, retention_days)
        await asyncio.sleep(SECONDS_A_DAY)


def _delete_expired(store: Purgeable, retention_days: int) -> None:
    try:
        deleted = purge_expired(store, retention_days, datetime.now(UTC))
    except CryobotError as error:
        # Visitors are answered all the same; the next day tries again.
        logger.error("Nothing was deleted: %s", error)
    else:
        logger.info("Deleted %d entries older than %d days.", deleted, retention_days)
