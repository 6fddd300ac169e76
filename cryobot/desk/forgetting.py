"""Deletes everything that is kept of a person, in every store."""

from contextlib import closing
from datetime import UTC, datetime

from sqlalchemy import func, select

from cryobot.conversations.rows import ConversationRows
from cryobot.desk.app import Desk
from cryobot.messaging.journal import Journal
from cryobot.messaging.settings import messaging_settings
from cryobot.records.tables import EXCHANGES


def forget_everywhere(desk: Desk, sender_id: str) -> None:
    """Delete all that is kept of a sender for good.

    The records come last, since the case in them is what the deletion is started from again after a failure.

    Raises:
        StoreError, ConversationStoreError, JournalError: a store does not answer. Doing it again finishes the work.
    """
    with closing(ConversationRows(desk.settings.conversations_url)) as conversations:
        conversations.forget(sender_id)
    with closing(Journal(messaging_settings().messaging_url)) as journal:
        journal.forget(sender_id)
    desk.store.forget(sender_id)


def oldest_exchange(desk: Desk) -> datetime | None:
    """Give when the oldest conversation that is kept took place; raises StoreError."""
    with desk.store.database.transaction() as connection:
        at: datetime | None = connection.execute(select(func.min(EXCHANGES.c.at))).scalar_one()
    return at.replace(tzinfo=UTC) if at else None
