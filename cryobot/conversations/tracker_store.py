"""The tracker store that Rasa is configured with in endpoints.yml."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.conversation import Dialogue
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from cryobot.conversations.event_text import from_text, to_text
from cryobot.conversations.history import kept_history
from cryobot.conversations.rows import ConversationRows, ConversationStoreError
from cryobot.settings import settings


class ConversationStore(TrackerStore):  # type: ignore[misc]  # Rasa ships no types
    """Keeps the latest session of each conversation in one row, at most its last KEPT_TURNS user turns.

    The database is used in a worker thread, so that a slow one does not keep other visitors waiting.

    Args:
        domain: gives the slots; Rasa sets it again when the model is loaded.
        host: what Rasa passes as such, the `url` of endpoints.yml.
        event_broker: must be None.
        url: SQLAlchemy URL; by default that of the settings.

    Raises:
        ConversationStoreError: by every method too, when the database cannot be opened, read or written.
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        url: str | None = None,
        **kwargs: object,
    ) -> None:
        if event_broker is not None:
            # Rasa finds the new events by counting the stored ones, which goes wrong once the history is cut.
            raise ConversationStoreError("it cannot work with an event broker. Take it out of endpoints.yml.")
        super().__init__(domain, None, **kwargs)
        self._rows = ConversationRows(url or host or settings().conversations_url)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write what is kept of a conversation, in one transaction."""
        text = to_text(kept_history(tracker))
        writing = asyncio.create_task(asyncio.to_thread(self._rows.write, tracker.sender_id, text))
        try:
            await asyncio.shield(writing)
        finally:
            # A thread cannot be cancelled, and what is next in turn, such as deleting, must not find it writing still.
            while not writing.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.wait({writing})

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Give the conversation of a sender, or None if nothing is kept of it."""
        text = await asyncio.to_thread(self._rows.read, sender_id)
        if text is None:
            return None
        try:
            events = from_text(text)
        except (ValueError, KeyError, TypeError):
            raise ConversationStoreError(
                "a conversation in it was changed by another program and cannot be read. "
                "Delete it with `cryobot forget`."
            ) from None
        tracker: DialogueStateTracker = self.init_tracker(sender_id)
        tracker.recreate_from_dialogue(Dialogue(sender_id, events))
        return tracker

    async def keys(self) -> Iterable[str]:
        """Give the ids of all senders."""
        return await asyncio.to_thread(self._rows.senders)

    async def delete(self, sender_id: str) -> None:
        """Delete the conversation of a sender for good."""
        await asyncio.to_thread(self.forget, sender_id)

    def forget(self, sender_id: str) -> int:
        """Delete the conversation of a sender for good and give the number deleted: 1, or 0 if there was none."""
        return self._rows.forget(sender_id)

    def purge(self, before: datetime) -> int:
        """Delete the conversations without a turn since `before` (with a time zone) and give their number."""
        return self._rows.purge(before)

    def ping(self) -> None:
        """Make sure that the conversations can be read."""
        self._rows.ping()

    def close(self) -> None:
        """Close the connections."""
        self._rows.close()
