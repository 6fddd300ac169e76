"""Sends what waits in the journal, to each person in order."""

import logging
import random
import time

from cryobot.messaging.errors import UnreachableError
from cryobot.messaging.http_client import HttpClient
from cryobot.messaging.journal import Journal
from cryobot.messaging.one_thread import OneThread
from cryobot.messaging.outbox import WaitingPart
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import OutgoingRequest
from cryobot.messaging.pace import Pace
from cryobot.messaging.platform import Platform
from cryobot.messaging.retries import PartState, Tried, decide

logger = logging.getLogger(__name__)


class Delivery:
    """Sends the messages of one platform; `work` is for `SideBySide`."""

    def __init__(self, platform: Platform, journal: Journal, thread: OneThread, client: HttpClient, pace: Pace) -> None:
        self._platform = platform
        self._journal = journal
        self._thread = thread
        self._client = client
        self._pace = pace
        self._nobody_before = 0.0
        # What the platform took and the journal does not know yet, because it did not answer.
        self._delivered: set[int] = set()

    async def backlog(self) -> list[str]:
        """Give those with a message that waits."""
        return await self._thread.run(self._journal.senders_to_send_to, self._platform.name)

    async def work(self, sender: str) -> float | None:
        """Send the next message to a sender if it is due, and give when the one after it is.

        Raises:
            JournalError: nothing is lost or sent twice when it is called again.
        """
        now = time.time()
        if now < self._nobody_before:
            return self._nobody_before
        part = await self._thread.run(self._journal.next_part, self._platform.name, sender)
        if part is None:
            return None
        if part.id not in self._delivered:
            if part.next_at > now:
                return part.next_at
            outcome = await self._send(part)
            if isinstance(outcome, Delivered):
                self._delivered.add(part.id)
        else:
            outcome = Delivered()
        await self._settle(part, outcome)
        self._delivered.discard(part.id)
        return time.time()

    async def _send(self, part: WaitingPart) -> Outcome:
        try:
            request = self._platform.signed(OutgoingRequest.from_json(part.request))
        # Whatever is wrong with it, the next message of the person must not wait for it.
        except Exception as error:
            return Rejected(f"unreadable ({type(error).__name__})")
        try:
            response = await self._client.send(request)
        except UnreachableError as error:
            return RetryLater(error.reason)
        try:
            return self._platform.outcome(response)
        except Exception as error:
            return RetryLater(f"answer not understood ({type(error).__name__})")

    async def _settle(self, part: WaitingPart, outcome: Outcome) -> None:
        now = time.time()
        if isinstance(outcome, Blocked):
            await self._thread.run(self._journal.block, part.sender, outcome.reason)
            return
        if isinstance(outcome, RetryLater) and outcome.everyone and outcome.seconds is not None:
            self._nobody_before = now + min(outcome.seconds, self._pace.urgent_patience)
        tried = Tried(part.escalation, part.attempts + 1, part.written_at)
        decision = decide(outcome, tried, now, self._pace, random.random())
        await self._thread.run(self._journal.settle, part, decision)
        if decision.state is PartState.FAILED:
            logger.error(
                "A message (escalation: %s) was not delivered to %s: %s.",
                part.escalation.value, self._platform.name, decision.reason,
            )  # fmt: skip
        elif decision.state is PartState.WAITING and part.attempts == 0:
            logger.warning("A message to %s waits, and is tried again: %s.", self._platform.name, decision.reason)
