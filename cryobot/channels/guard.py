"""The one piece that every message passes on its way to the dialogue engine, and every reply on its way back."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Future
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.channels.channel import UserMessage

from cryobot.channels.desk_line import DeskLine
from cryobot.channels.failure import Failure, failure_of, place_of
from cryobot.channels.incoming import HEALTH_SENDER, HELD, IncomingMessage
from cryobot.channels.outgoing import Approved, OutgoingMessage
from cryobot.channels.passage import Outcome, Passage
from cryobot.channels.worker import Worker, WorkerClosedError

Handler = Callable[[UserMessage], Awaitable[Any]]

WAITING_MESSAGES = 64

# A call that waits is ended within this share of the deadline. Only one that blocks the worker reaches the deadline.
ENGINE_SHARE = 0.95

# Whether a person has taken over is found out within this share of the deadline, or taken for not so.
HOLDER_SHARE = 0.1

# A visitor waits no longer for the exchange to be written, unless a person is to answer it, who must get to read it.
KEEPING_SECONDS = 0.5
HEARING_SECONDS = 3.0

logger = logging.getLogger(__name__)


class Guard:
    """Answers every message within the deadline, and with approved texts only.

    The engine runs in a worker thread: whatever it does there, the loop of the caller goes on. The messages of one
    sender are handled one after the other, in the order in which they came.

    Args:
        handler: passes a message to the dialogue engine.
        approved: what may leave the assistant.
        deadline_seconds: longest time a visitor waits.
        waiting_messages: most messages that are in hand at a time; more are answered at once, with an excuse.
        line: to the staff desk; without it, nothing is kept and nobody can take over.
    """

    def __init__(
        self,
        handler: Handler,
        approved: Approved,
        deadline_seconds: float,
        waiting_messages: int = WAITING_MESSAGES,
        line: DeskLine | None = None,
    ) -> None:
        self._handler = handler
        self._approved = approved
        self._deadline = deadline_seconds
        self._most = waiting_messages
        self._line = line
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
        self,
        incoming: IncomingMessage,
        channel_name: str,
        request_metadata: Mapping[str, Any] | None = None,
        can_be_held: bool = False,
    ) -> Outcome:
        """Give what `answer` gives, together with what failed.

        Args:
            incoming: the message.
            channel_name: where it came in.
            request_metadata: what else is known of it.
            can_be_held: whether a person may have taken over. There may be no message then.
        """
        passage = Passage(incoming, channel_name, self._approved)
        known = {name: value for name, value in (request_metadata or {}).items() if name != HELD}
        message = UserMessage(
            incoming.text,
            passage.turn,
            incoming.sender,
            input_channel=channel_name,
            metadata={**known, "question": incoming.question},
        )
        failure = await self.alone(incoming.sender, lambda: self._pass(message, passage, can_be_held))
        outcome, ended_here = passage.end(failure)
        if ended_here:
            # Past the deadline, or refused: the visitor waits for nothing more.
            await self._keep(passage, outcome, 0)
        if not outcome.messages and not passage.kept:
            outcome = passage.unheard()
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
        if self._line is not None:
            self._line.close()

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

    async def _pass(self, message: UserMessage, passage: Passage, can_be_held: bool) -> None:
        """Have the engine answer, and keep the exchange, also when the visitor is gone by then."""
        if can_be_held and self._line is not None:
            passage.held = await self._line.is_held(message.sender_id, self._deadline * HOLDER_SHARE)
        if passage.held:
            message.metadata[HELD] = True
        failure = None
        try:
            await self._handler(message)
        # Parts of Rasa end the program when something is wrong.
        except (Exception, SystemExit) as error:
            failure = _failure_of(error)
        except asyncio.CancelledError:
            outcome, ended_here = passage.end(Failure.DEADLINE)
            if ended_here:
                await self._keep(passage, outcome, 0)
            raise
        outcome, ended_here = passage.end(failure)
        if ended_here:
            await self._keep(passage, outcome, KEEPING_SECONDS if outcome.messages else HEARING_SECONDS)

    async def _keep(self, passage: Passage, outcome: Outcome, seconds: float) -> None:
        exchange = passage.exchange(outcome)
        if self._line is not None and exchange.sender_id != HEALTH_SENDER:
            passage.kept = await self._line.keep(exchange, seconds)


def _failure_of(error: BaseException | None) -> Failure | None:
    if error is None:
        return None
    logger.error("The work on a conversation failed: %s.", place_of(error))
    return failure_of(error)
