"""`cryobot forget`: deletes everything that is kept of one person."""

from contextlib import closing
from typing import Annotated

import typer

from cryobot.conversations.rows import ConversationRows
from cryobot.records.store import RecordStore
from cryobot.settings import settings


def forget(sender: Annotated[str, typer.Argument(help="The sender id, as the channel gives it.")]) -> None:
    """Delete all records and the conversation of one sender for good, and print how many there were.

    Raises:
        StoreError, ConversationStoreError: a store does not answer. Running it again finishes the work.
    """
    here = settings()
    with closing(RecordStore(here.records_url)) as records:
        typer.echo(f"Records deleted: {records.forget(sender)} ({records})")
    with closing(ConversationRows(here.conversations_url)) as conversations:
        typer.echo(f"Conversations deleted: {conversations.forget(sender)} ({conversations})")
