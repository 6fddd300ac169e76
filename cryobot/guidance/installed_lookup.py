"""The index of this installation's answers and training examples."""

from functools import lru_cache

from cryobot.consistency.example_files import by_intent, read_examples
from cryobot.guidance.installed import installed_library
from cryobot.guidance.library import Library
from cryobot.guidance.lookup import Index
from cryobot.paths import NLU_EXAMPLES


def index_of(library: Library) -> Index:
    """Make the index of a library; raises as `Index` does."""
    examples, _ = read_examples(NLU_EXAMPLES)
    return Index(library.answers.values(), by_intent(examples), library.language)


@lru_cache(maxsize=1)
def installed_index() -> Index:
    """Make the index of this installation once; raises as `installed_library` and `Index` do."""
    return index_of(installed_library())
