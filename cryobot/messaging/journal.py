"""The journal: every event until it is answered, every message until it is sent, over any restart."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from cryobot.messaging import inbox, outbox, people, receipts, staff_words
from cryobot.messaging.errors import JournalError
from cryobot.messaging.inbox import EventState, ReceivedEvent, WaitingEvent
from cryobot.messaging.outbox import Part, Undelivered, WaitingPart
from cryobot.messaging.outcomes import Outcome
from cryobot.messaging.outgoing import URGENT, Button
from cryobot.messaging.receipts import Judge, Returned
from cryobot.messaging.retries import Decision
from cryobot.messaging.schema import INBOX, METADATA, PEOPLE, RECEIPTS
from cryobot.records.database import Database, missing_tables

# No platform repeats an event for longer than 7 days.
KEYS_KEPT_SECONDS = 8 * 24 * 60 * 60


@dataclass(frozen=True)
class Received:
    """An event that came in, and who did it, by both names."""

    event: ReceivedEvent
    person: str


class Journal:
    """The journal in one SQL database; may be used from any thread.

    Args:
        url: SQLAlchemy URL of an SQLite file (created with its folder) or of a PostgreSQL database.

    Attributes:
        database: with the tables of the journal.

    Raises:
        JournalError: by every method too, when the database cannot be opened, read or written.
    """

    def __init__(self, url: str) -> None:
        # FULL: the platform forgets an event as soon as it is acknowledged.
        self.database = Database(url, missing_tables(METADATA), "FULL", JournalError)

    def __str__(self) -> str:
        """Give the URL without its password."""
        return str(self.database)

    def receive(self, platform: str, events: Sequence[Received]) -> list[str]:
        """Write events, and give the senders of those that are new. All of them are written, or none."""
        now, new = time.time(), []
        with self.database.transaction() as connection:
            for received in events:
                sender = received.event.sender
                if inbox.add(connection, self.database.insert(INBOX), platform, received.event, now):
                    people.see(connection, self.database.insert(PEOPLE), platform, sender, received.person, now)
                    new.append(sender)
        return list(dict.fromkeys(new))

    def senders_to_answer(self, platform: str) -> list[str]:
        """Give those with an event that waits."""
        with self.database.transaction() as connection:
            return inbox.waiting_senders(connection, platform)

    def begin(self, platform: str, sender: str) -> WaitingEvent | None:
        """Give the next event of a sender, and count this attempt to answer it even if the program ends here."""
        with self.database.transaction() as connection:
            event = inbox.next_event(connection, platform, sender)
            if event:
                inbox.count_attempt(connection, event.id, 1)
        return event

    def put_back(self, event: WaitingEvent) -> None:
        """Leave an event for the next start, as if it had not been begun."""
        with self.database.transaction() as connection:
            inbox.count_attempt(connection, event.id, -1)

    def finish(
        self, platform: str, event: WaitingEvent, state: EventState, parts: Sequence[Part], offered: Sequence[Button]
    ) -> bool:
        """End an event and write what answers it, both or neither; False, and nothing written, if it was ended before.

        Args:
            platform: of the event.
            event: as `begin` gave it.
            state: what became of it.
            parts: the messages that answer it, in their order.
            offered: the buttons that these offer by number.
        """
        with self.database.transaction() as connection:
            if not inbox.finish(connection, event.id, state):
                return False
            blocked = people.is_blocking(connection, event.sender)
            outbox.add(connection, platform, event.sender, parts, blocked, time.time())
            people.offer(connection, event.sender, offered)
        return True

    def offered(self, sender: str) -> tuple[Button, ...]:
        """Give the buttons that the last reply to a sender offered by number."""
        with self.database.transaction() as connection:
            return people.offered(connection, sender)

    def senders_to_send_to(self, platform: str) -> list[str]:
        """Give those with a message that waits."""
        with self.database.transaction() as connection:
            return outbox.waiting_senders(connection, platform)

    def next_part(self, platform: str, sender: str) -> WaitingPart | None:
        """Give the message to a sender that is due first, whether it is due by now or not."""
        with self.database.transaction() as connection:
            return outbox.next_part(connection, platform, sender)

    def settle(self, part: WaitingPart, decision: Decision) -> None:
        """Write what became of a message that was tried."""
        with self.database.transaction() as connection:
            outbox.settle(connection, part.id, decision)

    def settle_taken(
        self, platform: str, part: WaitingPart, decision: Decision, key: str, judge: Judge
    ) -> Returned | None:
        """Write that the platform took a message of which it will report by `key`; an escalation can be sent again.

        Given is the message if a report that it did not arrive is there already.
        """
        insert, keep = self.database.insert(RECEIPTS), part.escalation in URGENT
        with self.database.transaction() as connection:
            if not outbox.settle(connection, part.id, decision, keep):
                return None
            return receipts.take(connection, insert, platform, key, part.id, judge, time.time())

    def report(self, platform: str, reports: Sequence[tuple[str, Outcome]], judge: Judge) -> list[Returned]:
        """Write what a platform reports of messages it took, and give those that did not arrive.

        Args:
            platform: that reports.
            reports: keys as given to `settle_taken`, and what became of the messages.
            judge: tells what becomes of each message.
        """
        insert, now = self.database.insert(RECEIPTS), time.time()
        with self.database.transaction() as connection:
            found = [
                receipts.report(connection, insert, platform, key, outcome, judge, now) for key, outcome in reports
            ]
        return [returned for returned in found if returned]

    def tidy(self) -> None:
        """Wipe what was kept for reports that are too late by now."""
        with self.database.transaction() as connection:
            wiped = receipts.tidy(connection, time.time())
        self._erase(wiped)

    def block(self, sender: str, reason: str) -> None:
        """Note that a person blocked the assistant, and end all messages to them."""
        with self.database.transaction() as connection:
            people.block(connection, sender)
            outbox.close_blocked(connection, sender, reason)

    def undelivered(self) -> list[Undelivered]:
        """Count the messages that were not delivered, or that failed and are tried again, by reason."""
        with self.database.transaction() as connection:
            return outbox.undelivered(connection)

    def waiting(self, platform: str) -> tuple[int, int]:
        """Give the number of events to answer and of messages to send."""
        events = select(func.count()).where(INBOX.c.platform == platform, INBOX.c.state == EventState.WAITING.value)
        with self.database.transaction() as connection:
            return int(connection.execute(events).scalar_one()), outbox.count_waiting(connection, platform)

    def lost_staff_words(self, platform: str) -> list[int]:
        """Give the numbers of what staff wrote that was not delivered, as long as they have not been told."""
        with self.database.transaction() as connection:
            return staff_words.lost(connection, platform)

    def staff_were_told(self, platform: str, desk_message: int) -> None:
        """Note that staff know that a message of theirs was not delivered."""
        with self.database.transaction() as connection:
            staff_words.told(connection, platform, desk_message)

    def forget(self, sender: str) -> int:
        """Delete all that is kept of a sender (but for what names nobody) and give the number of entries."""
        with self.database.transaction() as connection:
            receipts.forget(connection, sender)
            deleted = inbox.forget(connection, sender) + outbox.forget(connection, sender)
            deleted += people.forget(connection, sender)
            staff_words.clear(connection)
        self._erase(deleted)
        return deleted

    def purge(self, before: datetime) -> int:
        """Delete what is older than `before` (with a time zone) and give the number of entries."""
        since = before.timestamp()
        with self.database.transaction() as connection:
            deleted = inbox.purge(connection, since, time.time() - KEYS_KEPT_SECONDS)
            deleted += outbox.purge(connection, since) + people.purge(connection, since)
            staff_words.clear(connection)
            wiped = receipts.tidy(connection, time.time())
        self._erase(deleted + wiped)
        return deleted

    def close(self) -> None:
        """Close the connections."""
        self.database.close()

    def _erase(self, deleted: int) -> None:
        if deleted:
            self.database.erase_deleted()
