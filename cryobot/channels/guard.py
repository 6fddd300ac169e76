"""The one piece that every message passes on its way to the dialogue engine, and every reply on its way back."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.channels.channel import UserMessage

from cryobot.channels.failure import Failure, failure_of, place_of
from cryobot.channels.incoming import IncomingMessage
from cryobot.channels.outgoing import UNAVAILABLE, Approved, OutgoingMessage, checked, unavailable
from cryobot.channels.turn import Turn
from cryobot.channels.worker import Worker, WorkerClosedError

Handler = Callable[[UserMessage], Awaitable[Any]]

WAITING_MESSAGES = 64

# A call that waits is ended within this share of the deadline. Only one that blocks the worker reaches the deadline.
ENGINE_SHARE = 0.95

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """The messages that answer a visitor, never none of them, and what failed, if anything did."""

    messages: list[OutgoingMessage]
    failure: Failure | None


class Guard:
    """Answers every message within the deadline, and with approved texts only.

    The engine runs in a worker thread: whatever it does there, the loop of the caller goes on. The messages of one
    sender are handled one after the other, in the order in which they came.

    Args:
        handler: passes a message to the dialogue engine.
        approved: what may leave the assistant.
        deadline_seconds: longest time a visitor waits.
        waiting_messages: most messages that are in hand at a time; more are answered at once, with an excuse.
    """

    def __init__(
        self, handler: Handler, approved: Approved, deadline_seconds: float, waiting_messages: int = WAITING_MESSAGES
    ) -> None:
        self._handler = handler
        self._approved = approved
        self._deadline = deadline_seconds
        self._most = waiting_messages
        self._in_hand: set[Future[BaseException | None]] = set()
        self._worker = Worker()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @property
    def blocked(self) -> bool:
        """Whether a message that is past its deadline still blocks the others."""
        return self._worker.stuck

    async def answer(
        self, incoming: IncomingMessage, channel_name: str, request_metadata: Mapping[str, Any] | None = None
    ) -> list[OutgoingMessage]:
        """Give the messages that answer `incoming`; there is always at least one, and nothing is ever raised."""
        return (await self.attempt(incoming, channel_name, request_metadata)).messages

    async def attempt(
        self, incoming: IncomingMessage, channel_name: str, request_metadata: Mapping[str, Any] | None = None
    ) -> Outcome:
        """Give what `answer` gives, together with what failed."""
        turn = Turn()
        message = UserMessage(
            incoming.text,
            turn,
            incoming.sender,
            input_channel=channel_name,
            metadata={**(request_metadata or {}), "question": incoming.question},
        )
        failure = await self.alone(incoming.sender, lambda: self._handler(message))
        outcome = self._outcome(turn, incoming.sender, failure)
        if outcome.failure is not None:
            logger.error("A message of the channel '%s' was not fully answered: %s.", channel_name, outcome.failure)
        return outcome

    async def alone(self, sender: str, work: Callable[[], Awaitable[object]]) -> Failure | None:
        """Run `work` in the worker, after all that is in hand of `sender`, and give what kept it from being done.

        Like a message, it is ended when it takes too long, and nothing is ever raised.
        """
        return self._refusal() or await self._run(sender, work)

    def close(self) -> None:
        """Drop what is in hand and stop."""
        self._worker.close()

    def _refusal(self) -> Failure | None:
        if self._worker.stuck:
            return Failure.BLOCKED
        return Failure.BUSY if len(self._in_hand) >= self._most else None

    async def _run(self, sender: str, work: Callable[[], Awaitable[object]]) -> Failure | None:
        try:
            future = self._worker.submit(self._take_turn, sender, work)
        except WorkerClosedError:
            return Failure.ERROR
        self._in_hand.add(future)
        future.add_done_callback(self._in_hand.discard)
        done, _ = await asyncio.wait({asyncio.wrap_future(future)}, timeout=self._deadline)
        if not done:
            future.cancel()
            self._worker.suspect()
            return Failure.DEADLINE
        return Failure.ERROR if future.cancelled() else _failure_of(future.result())

    async def _take_turn(self, sender: str, work: Callable[[], Awaitable[object]]) -> BaseException | None:
        """Do what is to be done for a sender when it is its turn, and give what it raised."""
        lock = self._turns.setdefault(sender, asyncio.Lock())
        try:
            async with asyncio.timeout(self._deadline * ENGINE_SHARE), lock:
                await work()
        # Parts of Rasa end the program when something is wrong.
        except (Exception, SystemExit) as error:
            return error
        return None

    def _outcome(self, turn: Turn, sender: str, failure: Failure | None) -> Outcome:
        sent = [checked(message, sender, self._approved) for message in turn.close()]
        messages = [message for message in sent if message is not None]
        excused = any(message["metadata"]["guidance_id"] == UNAVAILABLE for message in messages)
        if failure is None and (turn.failed or excused):
            failure = Failure.ACTION
        if failure is None and len(messages) < len(sent):
            failure = Failure.UNAPPROVED
        if failure is None and not sent:
            failure = Failure.SILENCE
        if failure is not None and not excused:
            messages.append(unavailable(sender, self._approved))
        return Outcome(messages, failure)


def _failure_of(error: BaseException | None) -> Failure | None:
    if error is None:
        return None
    logger.error("The work on a conversation failed: %s.", place_of(error))
    return failure_of(error)
