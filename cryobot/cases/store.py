"""The cases in the record database: what the desk, the channels and the background work do with them."""

from datetime import UTC, datetime

from sqlalchemy import select, update

from cryobot.cases import finding, minding, taking_over
from cryobot.cases.case import (
    Case,
    CaseEvent,
    CaseState,
    DeskMessage,
    EventKind,
    QueueNumbers,
    Standing,
)
from cryobot.cases.patience import Patience
from cryobot.cases.writing import add_event, change_if
from cryobot.channels.cleaning import storable
from cryobot.guidance.library import Library
from cryobot.records.database import Database
from cryobot.records.plain_text import escape
from cryobot.records.schema import stored_time
from cryobot.records.tables import CASES, DESK_MESSAGES


class CaseStore:
    """All cases; may be used from any thread.

    Args:
        database: of the records.
        library: gives the approved texts of the notices.

    Raises:
        StoreError: by every method, when the database cannot be read or written.
    """

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library

    def get(self, case_id: str) -> Case:
        """Give one case; raises NoSuchCaseError."""
        with self._database.transaction() as connection:
            return Case.from_row(taking_over.row_of(connection, case_id))

    def queue(self, limit: int = 200) -> list[Case]:
        """Give the cases that are not closed: the most urgent first, the newest first among equals."""
        with self._database.transaction() as connection:
            return finding.queue(connection, limit)

    def closed(self, limit: int = 50, before: datetime | None = None) -> list[Case]:
        """Give closed cases, the last closed first; only those closed before a time, if one is given."""
        with self._database.transaction() as connection:
            return finding.closed(connection, limit, before)

    def numbers(self) -> QueueNumbers:
        """Count the cases that are not closed."""
        with self._database.transaction() as connection:
            return finding.numbers(connection)

    def trail(self, case_id: str) -> list[CaseEvent]:
        """Give what happened to a case, in its order."""
        with self._database.transaction() as connection:
            return finding.trail(connection, case_id)

    def messages(self, case_id: str) -> list[DeskMessage]:
        """Give what was written to the visitor of a case, in its order."""
        with self._database.transaction() as connection:
            return finding.messages(connection, self._library, DESK_MESSAGES.c.case_id == case_id)

    def version(self) -> int:
        """Give a number that grows with everything that happens to any case."""
        with self._database.transaction() as connection:
            return finding.version(connection)

    def see(self, case_id: str, account: str) -> Case:
        """Note the first look at a case and give it; raises NoSuchCaseError."""
        with self._database.transaction() as connection:
            taking_over.see(connection, case_id, account)
            return Case.from_row(taking_over.row_of(connection, case_id))

    def take(self, case_id: str, account: str) -> Case:
        """Take a case over and tell the visitor; raises as `taking_over.take` does."""
        with self._database.transaction() as connection:
            taking_over.take(connection, self._library, case_id, account)
            return Case.from_row(taking_over.row_of(connection, case_id))

    def say(self, case_id: str, account: str, display_name: str, text: str) -> DeskMessage:
        """Write to the visitor of a case that this account has taken; raises as `taking_over.say` does."""
        with self._database.transaction() as connection:
            number = taking_over.say(connection, case_id, account, display_name, storable(text))
            return finding.messages(connection, self._library, DESK_MESSAGES.c.id == number)[0]

    def note(self, case_id: str, account: str, text: str) -> None:
        """Add a note that only staff read; raises NoSuchCaseError."""
        with self._database.transaction() as connection:
            taking_over.note(connection, case_id, account, storable(text))

    def hand_back(self, case_id: str, account: str) -> Case:
        """Let the assistant answer again and tell the visitor; raises as `taking_over.hand_back` does."""
        with self._database.transaction() as connection:
            taking_over.hand_back(connection, self._library, case_id, account)
            return Case.from_row(taking_over.row_of(connection, case_id))

    def close(self, case_id: str, account: str) -> Case:
        """Close a case; raises as `taking_over.close` does."""
        with self._database.transaction() as connection:
            taking_over.close(connection, self._library, case_id, account)
            return Case.from_row(taking_over.row_of(connection, case_id))

    def holder(self, sender_id: str) -> str | None:
        """Give the account that writes with a sender, or None when the assistant does."""
        with self._database.transaction() as connection:
            case = finding.open_case(connection, sender_id)
        return case.taken_by if case is not None and case.state == CaseState.TAKEN.value else None

    def people_before(self, sender_id: str) -> int:
        """Count those who wait for a person longer than the sender."""
        with self._database.transaction() as connection:
            return finding.people_before(connection, sender_id)

    def standing(self, sender_id: str) -> Standing:
        """Give what the sender is told of their case."""
        with self._database.transaction() as connection:
            return finding.standing(connection, sender_id)

    def messages_after(self, sender_id: str, after: int, limit: int = 50) -> list[DeskMessage]:
        """Give what was written to a sender of the chat widget after a message, and note that it was read."""
        to_sender = (DESK_MESSAGES.c.sender_id == escape(sender_id)) & (DESK_MESSAGES.c.id > after)
        with self._database.transaction() as connection:
            written = finding.messages(connection, self._library, to_sender, limit)
            if written:
                unread = DESK_MESSAGES.c.id.in_([message.id for message in written])
                connection.execute(_passed_on(unread & DESK_MESSAGES.c.passed_on_at.is_(None)))
        return written

    def leave_contact(self, sender_id: str, contact: str) -> bool:
        """Keep how staff can reach a sender; False when there is no case that is not closed."""
        now = datetime.now(UTC)
        values = {"contact": escape(storable(contact)), "contact_at": stored_time(now)}
        with self._database.transaction() as connection:
            case = finding.open_case(connection, sender_id)
            # It may be closed or deleted in between.
            if case is None or not change_if(connection, finding.is_open(case.id), now, **values):
                return False
            add_event(connection, case.id, now, "", EventKind.CONTACT)
        return True

    def to_pass_on(self, channel: str, limit: int = 50) -> list[DeskMessage]:
        """Give what waits to be brought to visitors of a messaging platform, in its order."""
        waiting = (DESK_MESSAGES.c.channel == escape(channel)) & DESK_MESSAGES.c.passed_on_at.is_(None)
        with self._database.transaction() as connection:
            return finding.messages(connection, self._library, waiting, limit)

    def passed_on(self, message_id: int) -> None:
        """Note that a message is on its way to the visitor."""
        with self._database.transaction() as connection:
            connection.execute(_passed_on(DESK_MESSAGES.c.id == message_id))

    def not_delivered(self, message_id: int) -> None:
        """Tell staff that a message does not reach the visitor; nothing if that is known, or the message is deleted."""
        now = datetime.now(UTC)
        message = (DESK_MESSAGES.c.id == message_id) & DESK_MESSAGES.c.undelivered_at.is_(None)
        with self._database.transaction() as connection:
            case_id = connection.execute(select(DESK_MESSAGES.c.case_id).where(message)).scalar_one_or_none()
            marked = update(DESK_MESSAGES).where(message).values(undelivered_at=stored_time(now))
            if case_id is not None and connection.execute(marked).rowcount:
                change_if(connection, CASES.c.id == case_id, now)
                add_event(connection, case_id, now, "", EventKind.NOT_DELIVERED)

    def mind(self, now: datetime, patience: Patience) -> list[Case]:
        """Do what is due by time, and give the cases that staff are to be reminded of."""
        with self._database.transaction() as connection:
            minding.tell_who_waits_long(connection, self._library, now, patience)
            minding.close_abandoned(connection, self._library, now, patience)
            minding.hand_back_idle(connection, self._library, now, patience)
            return minding.to_remind_of(connection, now, patience)


def _passed_on(condition: object) -> object:
    return update(DESK_MESSAGES).where(condition).values(passed_on_at=stored_time(datetime.now(UTC)))
