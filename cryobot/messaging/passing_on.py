"""Brings what staff write to the persons of a platform, and tells staff what did not arrive."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from functools import partial

from cryobot.cases.case import DeskMessage
from cryobot.cases.store import CaseStore
from cryobot.channels.failure import place_of
from cryobot.channels.side_thread import SideThread
from cryobot.guidance.answer import Escalation
from cryobot.messaging import inbox, outbox, people, staff_words
from cryobot.messaging.errors import JournalError
from cryobot.messaging.journal import Journal
from cryobot.messaging.one_thread import OneThread
from cryobot.messaging.outbox import Part
from cryobot.messaging.outgoing import Address, Reply
from cryobot.messaging.pace import Pace
from cryobot.messaging.platform import Platform
from cryobot.messaging.pseudonyms import Pseudonyms
from cryobot.messaging.rendering import render
from cryobot.messaging.schema import INBOX

# More than the database itself waits.
PATIENCE_SECONDS = 5.0

logger = logging.getLogger(__name__)


class PassingOn:
    """Takes the words of staff for one platform from the desk to the journal, each of them once.

    Args:
        platform: where the persons are.
        journal: where the words are written to.
        pseudonyms: of this installation.
        thread: in which the journal is used.
        cases: gives the desk's cases.
        written: is called with the sender when there is something to send.
        pace: of the pipeline.
    """

    def __init__(
        self,
        platform: Platform,
        journal: Journal,
        pseudonyms: Pseudonyms,
        thread: OneThread,
        cases: Callable[[], CaseStore],
        written: Callable[[str], None],
        pace: Pace,
    ) -> None:
        self._platform = platform
        self._journal = journal
        self._pseudonyms = pseudonyms
        self._thread = thread
        self._cases = cases
        self._written = written
        self._pace = pace
        self._desk = SideThread(f"desk-{platform.name}")
        self._is_failing = False

    async def run(self) -> None:
        """Go on until this is cancelled."""
        try:
            while True:
                await asyncio.sleep(await self._pause())
        finally:
            self._desk.close()

    async def look(self) -> None:
        """Pass on what waits now, and tell staff of what was not delivered.

        Raises:
            StoreError, JournalError, TimeoutError: what is left is passed on the next time.
        """
        name = self._platform.name
        for message in await self._desk.run(lambda: self._cases().to_pass_on(name), PATIENCE_SECONDS):
            if await self._is_written(message):
                self._written(message.sender_id)
            else:
                await self._desk.run(partial(self._not_delivered, message.id), PATIENCE_SECONDS)
            # Whatever happens before this is done, the journal knows the message by its key.
            await self._desk.run(partial(self._passed_on, message.id), PATIENCE_SECONDS)
        for number in await self._thread.run(self._journal.lost_staff_words, name):
            await self._desk.run(partial(self._not_delivered, number), PATIENCE_SECONDS)
            await self._thread.run(self._journal.staff_were_told, name, number)

    async def _pause(self) -> float:
        try:
            await self.look()
        # Whatever fails, it is tried again.
        except Exception as error:
            if not self._is_failing:
                logger.error("Words of staff wait to go to %s: %s.", self._platform.name, place_of(error))
            self._is_failing = True
            return self._pace.mending_pause
        self._is_failing = False
        return self._pace.desk_pause

    async def _is_written(self, message: DeskMessage) -> bool:
        try:
            known = await self._thread.run(self._write, message)
        except JournalError:
            raise
        # The words to others must not wait for it.
        except Exception as error:
            logger.error("Words of staff cannot go to %s: %s.", self._platform.name, place_of(error))
            return False
        if not known:
            logger.warning("Words of staff have nobody to go to in %s.", self._platform.name)
        return known

    def _passed_on(self, message_id: int) -> None:
        self._cases().passed_on(message_id)

    def _not_delivered(self, message_id: int) -> None:
        self._cases().not_delivered(message_id)

    def _write(self, message: DeskMessage) -> bool:
        """Write a message to the outbox, unless that was done before; False if the person is not known."""
        # The number alone would come again in another database.
        key = self._pseudonyms.event(self._platform.name, f"desk/{message.case_id}/{message.id}")
        name, sender, now = self._platform.name, message.sender_id, time.time()
        with self._journal.database.transaction() as connection:
            person = people.person_of(connection, sender)
            if person is None:
                return False
            if inbox.note(connection, self._journal.database.insert(INBOX), name, key, now):
                blocked = people.is_blocking(connection, sender)
                ids = outbox.add(connection, name, sender, self._parts(message, Address(person)), blocked, now)
                staff_words.note(connection, ids, message.id)
        return True

    def _parts(self, message: DeskMessage, to: Address) -> Sequence[Part]:
        words = self._platform.words
        if message.is_notice:
            reply = Reply(message.text, (), Escalation.STAFF, message.guidance_id)
        else:
            reply = Reply(words.headed(message.author, message.text))
        return [
            Part(request.to_json(), shown.guidance_id, shown.escalation)
            for shown in render([reply], self._platform.limits, words.choose).messages
            for request in self._platform.requests(shown, to)
        ]
