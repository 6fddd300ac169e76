"""Keeps the work in the background going."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from cryobot.channels.failure import place_of
from cryobot.desk.app import Desk
from cryobot.desk.errors import DeskClosedError
from cryobot.desk.gathering import Work

AGAIN_SECONDS = 5.0

logger = logging.getLogger(__name__)


async def keep_working(work: Work, opened: Callable[[], Awaitable[Desk]]) -> None:
    """Do the work until this is cancelled; after a failure, or when the desk cannot be opened, again in 5 s."""
    while True:
        try:
            await work(await opened())
            return
        except DeskClosedError:
            await asyncio.sleep(AGAIN_SECONDS)
        except Exception as error:
            logger.error("Work in the background failed and starts again: %s.", place_of(error))
            await asyncio.sleep(AGAIN_SECONDS)
