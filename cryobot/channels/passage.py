"""One message on its way through the guard, from what was asked to what the visitor gets."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime

from cryobot.channels.failure import Failure
from cryobot.channels.incoming import IncomingMessage
from cryobot.channels.outgoing import UNAVAILABLE, Approved, OutgoingMessage, checked, unavailable
from cryobot.channels.turn import Turn
from cryobot.guidance.answer import Escalation
from cryobot.records.exchanges import Exchange
from cryobot.records.record import ShownText

_URGENCY = list(Escalation)


@dataclass(frozen=True)
class Outcome:
    """The messages that answer a visitor, and what failed, if anything did.

    Attributes:
        messages: none of them only if a person has taken over.
        failure: what failed.
        held: whether a person has taken over, so that the assistant is silent but for danger and marks.
    """

    messages: list[OutgoingMessage]
    failure: Failure | None
    held: bool = False


class Passage:
    """One message and what becomes of it; ended once, by the thread that is first.

    Attributes:
        turn: takes what the engine sends.
        held: whether a person has taken over.
        kept: whether the exchange is written.
    """

    def __init__(self, incoming: IncomingMessage, channel: str, approved: Approved) -> None:
        self.turn = Turn()
        self.held = False
        self.kept = False
        self._incoming = incoming
        self._channel = channel
        self._approved = approved
        self._at = datetime.now(UTC)
        self._outcome: Outcome | None = None
        self._ending = threading.Lock()

    def end(self, failure: Failure | None) -> tuple[Outcome, bool]:
        """End the turn, and give its outcome and whether this call ended it."""
        with self._ending:
            if self._outcome is not None:
                return self._outcome, False
            self._outcome = self._outcome_of(failure)
            return self._outcome, True

    def exchange(self, outcome: Outcome) -> Exchange:
        """Give what is kept of it."""
        shown = [message["metadata"] for message in outcome.messages]
        escalations = {str(metadata.get("escalation")) for metadata in shown}
        return Exchange(
            at=self._at,
            sender_id=self._incoming.sender,
            channel=self._channel,
            question=self._incoming.question,
            shown=tuple(ShownText(metadata["guidance_id"], str(metadata.get("version", ""))) for metadata in shown),
            escalation=next((level for level in _URGENCY if level.value in escalations), Escalation.NONE),
            held=outcome.held,
        )

    def unheard(self) -> Outcome:
        """Give the outcome when a person has taken over and does not get to read the message either."""
        return Outcome([unavailable(self._incoming.sender, self._approved)], Failure.STORE, self.held)

    def _outcome_of(self, failure: Failure | None) -> Outcome:
        sender = self._incoming.sender
        sent = [checked(message, sender, self._approved) for message in self.turn.close()]
        messages = [message for message in sent if message is not None]
        excused = any(message["metadata"]["guidance_id"] == UNAVAILABLE for message in messages)
        if failure is None and (self.turn.failed or excused):
            failure = Failure.ACTION
        if failure is None and len(messages) < len(sent):
            failure = Failure.UNAPPROVED
        if failure is None and not sent and not self.held:
            failure = Failure.SILENCE
        if failure is not None and not excused:
            messages.append(unavailable(sender, self._approved))
        return Outcome(messages, failure, self.held)
