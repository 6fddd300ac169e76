"""Keeps what staff looked up and found no answer for, for the person who edits the guidance."""

import time
from collections import OrderedDict
from threading import Lock

from cryobot.desk.app import Desk
from cryobot.errors import StoreError
from cryobot.guidance.answer import Escalation
from cryobot.records.record import Record, RecordKind, ShownText

DESK = "desk"
#: The same question of one account within this time is the page loaded again, not asked again.
AGAIN_SECONDS = 600.0
REMEMBERED = 500

_KEY = "unanswered"
_LOCK = Lock()


def record_unanswered(desk: Desk, account: str, words: str, shown: str | None) -> bool:
    """Write one record and tell whether the question is kept.

    Args:
        desk: whose store it goes to.
        account: who asked; not recorded.
        words: what was typed.
        shown: id of the answer that was open, if there was one.
    """
    asked = account, " ".join(words.casefold().split())
    with _LOCK:
        recent: OrderedDict[tuple[str, str], float] = desk.shared.setdefault(_KEY, OrderedDict())
        if time.monotonic() - recent.get(asked, -AGAIN_SECONDS) < AGAIN_SECONDS:
            return True
        try:
            desk.store.add(_record(desk, words, shown))
        except StoreError:
            return False
        recent[asked] = time.monotonic()
        recent.move_to_end(asked)
        while len(recent) > REMEMBERED:
            recent.popitem(last=False)
    return True


def _record(desk: Desk, words: str, shown: str | None) -> Record:
    escalation = desk.library.get(shown).escalation if shown else Escalation.NONE
    texts = (ShownText(shown, desk.library.text(shown).version),) if shown else ()
    return Record(
        kind=RecordKind.UNANSWERED,
        escalation=escalation,
        sender_id=DESK,
        channel=DESK,
        question=words,
        shown=texts,
    )
