"""`cryobot forget`: deletes everything that is kept of one person."""

from contextlib import closing
from typing import Annotated

import typer

from cryobot.conversations.rows import ConversationRows
from cryobot.messaging.journal import Journal
from cryobot.messaging.settings import messaging_settings
from cryobot.records.store import RecordStore
from cryobot.settings import settings


def forget(sender: Annotated[str, typer.Argument(help="The sender id, as the channel gives it.")]) -> None:
    """Delete for good all that is kept of one sender, and print how much there was.

    Raises:
        StoreError, ConversationStoreError, JournalError: a store does not answer. Running it again finishes the work.
    """
    here = settings()
    with closing(RecordStore(here.records_url)) as records:
        typer.echo(f"Records deleted: {records.forget(sender)} ({records})")
    with closing(ConversationRows(here.conversations_url)) as conversations:
        typer.echo(f"Conversations deleted: {conversations.forget(sender)} ({conversations})")
    with closing(Journal(messaging_settings().messaging_url)) as journal:
        typer.echo(f"Messages in hand deleted: {journal.forget(sender)} ({journal})")
