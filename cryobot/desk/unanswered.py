"""Keeps each question that has no answer once, however often the page is loaded."""

import time
from collections import OrderedDict
from threading import Lock

from cryobot.desk.app import Desk
from cryobot.look_up.unanswered import record_unanswered

#: The same question of one account within this time is the page loaded again, not asked again.
AGAIN_SECONDS = 600.0
REMEMBERED = 500

_KEY = "unanswered"
_LOCK = Lock()


def record_once(desk: Desk, account: str, words: str, shown: str | None) -> bool:
    """Tell whether the question is kept; it is recorded unless the account has just asked it.

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
        if not record_unanswered(lambda: desk.store, desk.library, words, shown):
            return False
        recent[asked] = time.monotonic()
        recent.move_to_end(asked)
        while len(recent) > REMEMBERED:
            recent.popitem(last=False)
    return True
