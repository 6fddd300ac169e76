"""What the dialogue engine sends in answer to one message."""

import threading
from typing import Any

from rasa.core.channels.channel import OutputChannel


class TurnClosedError(Exception):
    """The visitor was already answered. Raised into the engine, so that it does not keep what nobody read."""


class Turn(OutputChannel):  # type: ignore[misc]  # Rasa ships no types
    """Collects the messages of one turn until it is closed.

    Attributes:
        failed: an action of this turn failed, which the engine itself passes over.
    """

    def __init__(self) -> None:
        self.failed = False
        self._open = True
        self._messages: list[dict[str, Any]] = []
        # The engine sends in one thread, the turn is closed in another.
        self._lock = threading.Lock()

    @classmethod
    def name(cls) -> str:
        """Name the channel, as Rasa asks of every channel."""
        return "guard"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:  # noqa: ARG002
        """Take one message, whole.

        Raises:
            TurnClosedError: the turn is over.
        """
        with self._lock:
            if not self._open:
                raise TurnClosedError
            self._messages.append(dict(message))

    def close(self) -> list[dict[str, Any]]:
        """End the turn and give the messages that were sent in time."""
        with self._lock:
            self._open = False
            return list(self._messages)
