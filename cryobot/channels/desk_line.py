"""What the guard has to do with the staff desk: whether a person has taken over, and what was said."""

import asyncio
import logging
from collections.abc import Callable

from cryobot.channels.failure import place_of
from cryobot.channels.side_thread import SideThread, SideThreadFullError
from cryobot.records.exchanges import Exchange
from cryobot.records.installed import installed_cases, installed_exchanges

logger = logging.getLogger(__name__)


class DeskLine:
    """Asks and tells the desk without ever raising anything; may be used from any event loop.

    Args:
        holder: gives the account that has taken over a sender's conversation, if one has.
        add: writes an exchange.
    """

    def __init__(self, holder: Callable[[str], str | None], add: Callable[[Exchange], None]) -> None:
        self._holder = holder
        self._add = add
        # What is read must not wait for what is written.
        self._reading = SideThread("desk-line-reading")
        self._writing = SideThread("desk-line-writing")

    async def is_held(self, sender: str, seconds: float) -> bool:
        """Tell whether a person has taken over; False also if that cannot be found out within `seconds`."""
        try:
            return await self._reading.run(lambda: self._holder(sender), seconds) is not None
        # The assistant answers rather than nobody.
        except Exception as error:
            logger.error("It is not known whether a person has taken over; the assistant answers: %s.", place_of(error))
            return False

    async def keep(self, exchange: Exchange, seconds: float) -> bool:
        """Write an exchange, and tell whether that was done within `seconds`; otherwise it may be done later."""
        try:
            writing = self._writing.submit(lambda: self._written(exchange))
        except SideThreadFullError:
            logger.error("An exchange is not kept: too many are waiting.")
            return False
        done, _ = await asyncio.wait({writing}, timeout=seconds)
        return bool(done) and writing.result()

    def close(self) -> None:
        """Stop."""
        self._reading.close()
        self._writing.close()

    def _written(self, exchange: Exchange) -> bool:
        try:
            self._add(exchange)
        # Whatever the store raises, the visitor has their answer.
        except Exception as error:
            logger.error("An exchange is not kept: %s.", place_of(error))
            return False
        return True


def installed_desk_line() -> DeskLine:
    """Give the line to the desk of this installation. Its stores are opened when they are first needed."""
    return DeskLine(
        lambda sender: installed_cases().holder(sender), lambda exchange: installed_exchanges().add(exchange)
    )
