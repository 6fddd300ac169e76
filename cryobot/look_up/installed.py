"""The index of this installation's answers and training examples."""

from functools import lru_cache
from threading import Lock

from cryobot.consistency.example_files import by_intent, read_examples
from cryobot.guidance.installed import installed_library
from cryobot.guidance.library import Library
from cryobot.look_up.index import Index
from cryobot.paths import NLU_EXAMPLES

_MAKING = Lock()


def index_of(library: Library) -> Index:
    """Make the index of a library, once; whoever asks meanwhile waits. Raises as `Index` does."""
    with _MAKING:
        return _made(library)


def installed_index() -> Index:
    """Give the index of this installation; raises as `installed_library` and `Index` do."""
    return index_of(installed_library())


@lru_cache(maxsize=1)
def _made(library: Library) -> Index:
    examples, _ = read_examples(NLU_EXAMPLES)
    index = Index(library.answers.values(), by_intent(examples), library.language)
    # The first search loads the rest.
    index.look_up("warm up", 1)
    return index
