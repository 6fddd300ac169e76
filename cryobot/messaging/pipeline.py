"""One platform from its journal to its persons: the workers, started and stopped with the server."""

import asyncio
import logging
import random
from collections.abc import Callable, Sequence

from cryobot.browser.limits import Limiter, RequestLimits
from cryobot.cases.store import CaseStore
from cryobot.channels.failure import place_of
from cryobot.messaging.delivery import Delivery
from cryobot.messaging.errors import JournalError, UnreachableError
from cryobot.messaging.http_client import HttpClient
from cryobot.messaging.inbox import ReceivedEvent
from cryobot.messaging.incoming import Event
from cryobot.messaging.journal import Journal, Received
from cryobot.messaging.one_thread import OneThread
from cryobot.messaging.outcomes import Delivered
from cryobot.messaging.pace import Pace
from cryobot.messaging.passing_on import PassingOn
from cryobot.messaging.platform import Platform
from cryobot.messaging.pseudonyms import Pseudonyms
from cryobot.messaging.reports import Report
from cryobot.messaging.retries import pause
from cryobot.messaging.side_by_side import SideBySide
from cryobot.messaging.worker import Assistant, Worker

TIDY_SECONDS = 3600.0

logger = logging.getLogger(__name__)


class Pipeline:
    """Takes events, answers them and sends the answers. Made in the event loop in which it runs.

    Args:
        platform: where the events come from and the answers go to.
        journal: keeps both; it is closed with the pipeline.
        pseudonyms: of this installation.
        assistant: answers.
        events_of_one: the most events of one person in a time, such as "20/minute".
        pace: how fast and how patiently.
        cases: gives the cases in which staff write.
    """

    def __init__(
        self,
        platform: Platform,
        journal: Journal,
        pseudonyms: Pseudonyms,
        assistant: Assistant,
        events_of_one: str,
        pace: Pace,
        cases: Callable[[], CaseStore],
    ) -> None:
        self._platform = platform
        self._journal = journal
        self._pseudonyms = pseudonyms
        self._pace = pace
        self._thread = OneThread(f"journal-{platform.name}")
        self._client = HttpClient(pace.request_seconds)
        self._delivery = Delivery(platform, journal, pseudonyms, self._thread, self._client, pace)
        self._sending = self._side_by_side("Sending", self._delivery)
        limiter = Limiter(RequestLimits(events_of_one, events_of_one))
        worker = Worker(platform, journal, self._thread, assistant, limiter, self._sending.add, pace)
        self._answering = self._side_by_side("Answering", worker)
        self._passing_on = PassingOn(platform, journal, pseudonyms, self._thread, cases, self._sending.add, pace)
        self._beside: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Go on where the program stopped the last time."""
        self._sending.start()
        self._answering.start()
        self._beside += [asyncio.create_task(self._tidy()), asyncio.create_task(self._passing_on.run())]
        if self._platform.wants_introduction:
            self._beside.append(asyncio.create_task(self._introduce()))

    async def take(self, events: list[Event]) -> None:
        """Keep events, and have those answered that are new. When this returns, they survive a crash.

        Raises:
            JournalError: none of them is kept.
        """
        received = [self._received(event) for event in events]
        for sender in await self._thread.run(self._journal.receive, self._platform.name, received):
            self._answering.add(sender)

    async def heed(self, reports: Sequence[Report]) -> None:
        """Keep what the platform reports of messages it had taken, and have those sent again that need it.

        Raises:
            JournalError: none of the reports is kept.
        """
        for sender in await self._delivery.heed(reports):
            self._sending.add(sender)

    async def stop(self) -> None:
        """Finish what is in hand, if it does not take long, and keep the rest for the next start."""
        for task in self._beside:
            task.cancel()
        await asyncio.gather(*self._beside, return_exceptions=True)
        seconds = self._pace.closing_seconds
        await asyncio.gather(self._answering.stop(seconds), self._sending.stop(seconds))
        await self._client.close()
        await self._thread.close()
        self._journal.close()

    def _side_by_side(self, what: str, worker: Worker | Delivery) -> SideBySide:
        name = f"{what} ({self._platform.name})"
        return SideBySide(name, worker.work, worker.backlog, self._pace.side_by_side, self._pace.mending_pause)

    def _received(self, event: Event) -> Received:
        key = self._pseudonyms.event(self._platform.name, event.id)
        sender = self._pseudonyms.sender(self._platform.name, event.person)
        return Received(ReceivedEvent(key, sender, event.order, event.to_json()), event.person)

    async def _tidy(self) -> None:
        while True:
            try:
                await self._thread.run(self._journal.tidy)
            except JournalError as error:
                logger.error("What was sent to %s cannot be wiped yet: %s.", self._platform.name, place_of(error))
            await asyncio.sleep(TIDY_SECONDS)

    async def _introduce(self) -> None:
        attempts = 0
        while True:
            try:
                response = await self._client.send(self._platform.signed(self._platform.check()))
                if isinstance(outcome := self._platform.outcome(response), Delivered):
                    return self._platform.introduced(response)
                problem = outcome.reason
            except UnreachableError as error:
                problem = error.reason
            except Exception as error:
                problem = place_of(error)
            attempts += 1
            if attempts == 1:
                logger.warning("The platform %s cannot be asked who we are there: %s.", self._platform.name, problem)
            await asyncio.sleep(pause(attempts, self._pace, random.random()))
