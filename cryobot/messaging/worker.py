"""Answers what waits in the journal, of each person in order."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cryobot.browser.limits import Limiter, LimitReachedError
from cryobot.channels.failure import place_of
from cryobot.channels.outgoing import OutgoingMessage
from cryobot.guidance.answer import Escalation
from cryobot.messaging.asks import asks_of
from cryobot.messaging.errors import JournalError
from cryobot.messaging.inbox import EventState, WaitingEvent
from cryobot.messaging.incoming import Event, EventKind
from cryobot.messaging.journal import Journal
from cryobot.messaging.one_thread import OneThread
from cryobot.messaging.outbox import Part
from cryobot.messaging.outgoing import URGENT, Address, Button, Reply
from cryobot.messaging.pace import Pace
from cryobot.messaging.platform import Platform
from cryobot.messaging.rendering import render

logger = logging.getLogger(__name__)

Ask = Callable[[str, str, Mapping[str, Any]], Awaitable[list[OutgoingMessage]]]
LookUp = Callable[[str], Sequence[tuple[str, str]]]


@dataclass(frozen=True)
class Assistant:
    """What the worker needs of the assistant.

    Attributes:
        ask: gives the approved replies to a message of a sender.
        look_up: gives titles and texts for the words of staff, never none.
        unavailable: the reply when an event cannot be answered.
        message_characters: longest message that is read.
    """

    ask: Ask
    look_up: LookUp
    unavailable: Reply
    message_characters: int


@dataclass(frozen=True)
class _Answer:
    parts: tuple[Part, ...] = ()
    offered: tuple[Button, ...] = ()
    state: EventState = EventState.DONE


class Worker:
    """Answers the events of one platform; `work` is for `SideBySide`.

    Args:
        platform: whose events.
        journal: where they are, and where the answers are written to.
        thread: in which the journal is used.
        assistant: answers.
        limiter: of the events of one sender; more are answered later.
        answered: is called with the sender when there is something to send.
        pace: of the pipeline.
    """

    def __init__(
        self,
        platform: Platform,
        journal: Journal,
        thread: OneThread,
        assistant: Assistant,
        limiter: Limiter,
        answered: Callable[[str], None],
        pace: Pace,
    ) -> None:
        self._platform = platform
        self._journal = journal
        self._thread = thread
        self._assistant = assistant
        self._limiter = limiter
        self._answered = answered
        self._pace = pace
        # What is answered and not written yet, because the journal did not answer.
        self._ready: dict[int, _Answer] = {}

    async def backlog(self) -> list[str]:
        """Give those with an event that waits."""
        return await self._thread.run(self._journal.senders_to_answer, self._platform.name)

    async def work(self, sender: str) -> float | None:
        """Answer the next event of a sender, and give when there may be another.

        Raises:
            JournalError: nothing is lost or answered twice when it is called again.
        """
        event = await self._thread.run(self._journal.begin, self._platform.name, sender)
        if event is None:
            return None
        try:
            self._limiter.count(sender, sender)
        except LimitReachedError as reached:
            await self._thread.run(self._journal.put_back, event)
            return time.time() + reached.retry_after
        try:
            answer = self._ready.get(event.id) or await self._answer(event)
        except asyncio.CancelledError:
            await self._thread.run(self._journal.put_back, event)
            raise
        self._ready[event.id] = answer
        await self._thread.run(
            self._journal.finish, self._platform.name, event, answer.state, answer.parts, answer.offered
        )
        del self._ready[event.id]
        if answer.parts:
            self._answered(sender)
        return time.time()

    async def _answer(self, waiting: WaitingEvent) -> _Answer:
        """Give the answer to an event; to one that fails again and again, an excuse."""
        try:
            if waiting.attempts >= self._pace.attempts:
                raise _GivenUpError
            return await self._find_answer(waiting)
        except JournalError:
            raise
        except Exception as error:
            if waiting.attempts + 1 < self._pace.attempts:
                raise
            logger.error("An event of %s is put aside: %s.", self._platform.name, place_of(error))
        return self._excuse(waiting)

    async def _find_answer(self, waiting: WaitingEvent) -> _Answer:
        event = Event.from_json(waiting.event)
        to = Address(event.person, event.reply_to)
        if event.kind is EventKind.LOOKUP:
            return await self._look_up(event, to)
        offered = await self._thread.run(self._journal.offered, waiting.sender)
        replies: list[Reply] = []
        for ask in asks_of(event, offered, self._assistant.message_characters):
            if not (ask.only_without_escalation and any(reply.escalation in URGENT for reply in replies)):
                messages = await self._assistant.ask(waiting.sender, ask.message, ask.metadata)
                replies += map(reply_of, messages)
        return self._written(replies, to)

    async def _look_up(self, event: Event, to: Address) -> _Answer:
        # The first time, an index is built.
        found = await asyncio.to_thread(self._assistant.look_up, event.text)
        requests = [request for title, text in found for request in self._platform.found(title, text, to)]
        return _Answer(tuple(Part(request.to_json(), "", Escalation.NONE) for request in requests))

    def _excuse(self, waiting: WaitingEvent) -> _Answer:
        try:
            event = Event.from_json(waiting.event)
            answer = self._written([self._assistant.unavailable], Address(event.person, event.reply_to))
        except Exception as error:
            logger.error("Nobody can be told that an event was put aside: %s.", place_of(error))
            return _Answer(state=EventState.FAILED)
        return replace(answer, state=EventState.FAILED)

    def _written(self, replies: Sequence[Reply], to: Address) -> _Answer:
        rendered = render(replies, self._platform.limits, self._platform.words.choose)
        parts = [
            Part(request.to_json(), message.guidance_id, message.escalation)
            for message in rendered.messages
            for request in self._platform.requests(message, to)
        ]
        return _Answer(tuple(parts), rendered.offered)


class _GivenUpError(Exception):
    """The program ended each time that this event was answered."""


def reply_of(message: OutgoingMessage) -> Reply:
    """Give what a message that passed the guard says."""
    metadata = message["metadata"]
    try:
        escalation = Escalation(metadata.get("escalation"))
    except ValueError:
        escalation = Escalation.NONE
    buttons = tuple(Button(button["title"], button["payload"]) for button in message["buttons"])
    return Reply(message["text"], buttons, escalation, str(metadata["guidance_id"]))
