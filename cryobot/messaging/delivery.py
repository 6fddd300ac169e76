"""Sends what waits in the journal, to each person in order."""

import logging
import random
import time
from collections.abc import Sequence

from cryobot.messaging.errors import UnreachableError
from cryobot.messaging.http_client import HttpClient
from cryobot.messaging.journal import Journal
from cryobot.messaging.one_thread import OneThread
from cryobot.messaging.outbox import WaitingPart
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import OutgoingRequest
from cryobot.messaging.pace import Pace
from cryobot.messaging.platform import Platform
from cryobot.messaging.pseudonyms import Pseudonyms
from cryobot.messaging.reports import Report
from cryobot.messaging.retries import Decision, PartState, Tried, decide, decide_late

logger = logging.getLogger(__name__)


class Delivery:
    """Sends the messages of one platform; `work` is for `SideBySide`."""

    def __init__(
        self,
        platform: Platform,
        journal: Journal,
        pseudonyms: Pseudonyms,
        thread: OneThread,
        client: HttpClient,
        pace: Pace,
    ) -> None:
        self._platform = platform
        self._journal = journal
        self._pseudonyms = pseudonyms
        self._thread = thread
        self._client = client
        self._pace = pace
        self._nobody_before = 0.0
        # What the platform took and the journal does not know yet, because it did not answer.
        self._delivered: dict[int, Delivered] = {}

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
        outcome: Outcome | None = self._delivered.get(part.id)
        if outcome is None:
            if part.next_at > now:
                return part.next_at
            outcome = await self._send(part)
            if isinstance(outcome, Delivered):
                self._delivered[part.id] = outcome
        await self._settle(part, outcome)
        self._delivered.pop(part.id, None)
        return time.time()

    async def heed(self, reports: Sequence[Report]) -> list[str]:
        """Write down what the platform reports of messages it had taken, and give those to whom one is sent again.

        Raises:
            JournalError: nothing is written.
        """
        keyed = [(self._key(report.message_id), report.outcome) for report in reports]
        found = await self._thread.run(self._journal.report, self._platform.name, keyed, self._judge)
        for returned in found:
            self._log(returned.tried, returned.decision)
        return [returned.sender for returned in found if returned.decision.state is PartState.WAITING]

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
        if isinstance(outcome, Delivered) and outcome.message_id:
            await self._settle_taken(part, decision, self._key(outcome.message_id))
        else:
            await self._thread.run(self._journal.settle, part, decision)
            self._log(tried, decision)

    async def _settle_taken(self, part: WaitingPart, decision: Decision, key: str) -> None:
        name = self._platform.name
        returned = await self._thread.run(self._journal.settle_taken, name, part, decision, key, self._judge)
        if returned:
            self._log(returned.tried, returned.decision)

    def _judge(self, outcome: Outcome, tried: Tried) -> Decision:
        return decide_late(outcome, tried, time.time(), self._pace, random.random())

    def _key(self, message_id: str) -> str:
        return self._pseudonyms.message(self._platform.name, message_id)

    def _log(self, tried: Tried, decision: Decision) -> None:
        name, reason = self._platform.name, decision.reason
        if decision.state is PartState.FAILED:
            escalation = tried.escalation.value
            logger.error("A message (escalation: %s) was not delivered to %s: %s.", escalation, name, reason)
        elif decision.state is PartState.WAITING and tried.attempts == 1:
            logger.warning("A message to %s waits, and is tried again: %s.", name, reason)
