"""The index of the answers that the desk searches, made once."""

from threading import Lock

from cryobot.desk.app import Desk
from cryobot.guidance.installed_lookup import index_of
from cryobot.guidance.lookup import Index, LookUp

MOST = 6
#: Longer searches are cut: an answer needs a few words, and a long text takes long to read.
MOST_CHARACTERS = 200

_KEY = "look_up"
_MAKING = Lock()


def look_up(desk: Desk, words: str) -> LookUp:
    """Find the answers for a few words; waits until the index is made. To be called in a thread."""
    return _index(desk).look_up(words[:MOST_CHARACTERS], MOST)


def _index(desk: Desk) -> Index:
    with _MAKING:
        if _KEY not in desk.shared:
            index = index_of(desk.library)
            # The first search loads the rest.
            index.look_up("warm up", 1)
            desk.shared[_KEY] = index
    found: Index = desk.shared[_KEY]
    return found
