"""Keeps what staff looked up and found no answer for, for the person who edits the guidance."""

from collections.abc import Callable

from cryobot.errors import StoreError
from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.records.record import Record, RecordKind, ShownText
from cryobot.records.store import RecordStore

#: Stands for whoever asked, who is not recorded, and for the channel.
STAFF = "desk"


def record_unanswered(open_store: Callable[[], RecordStore], library: Library, words: str, shown: str | None) -> bool:
    """Write one record and tell whether the question is kept.

    Args:
        open_store: gives the store, or raises StoreError.
        library: what `shown` is in.
        words: what was typed.
        shown: id of the answer that was open, if there was one.
    """
    texts = (ShownText(shown, library.text(shown).version),) if shown else ()
    record = Record(
        kind=RecordKind.UNANSWERED,
        escalation=library.get(shown).escalation if shown else Escalation.NONE,
        sender_id=STAFF,
        channel=STAFF,
        question=words,
        shown=texts,
    )
    try:
        open_store().add(record)
    except StoreError:
        return False
    return True
