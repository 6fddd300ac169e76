"""Looks up approved answers for staff who ask on a platform."""

from functools import lru_cache

from cryobot.consistency.example_files import by_intent, read_examples
from cryobot.guidance.installed import installed_library
from cryobot.guidance.lookup import Index
from cryobot.paths import NLU_EXAMPLES

MOST = 3


def look_up(words: str) -> list[tuple[str, str]]:
    """Give the titles and the texts of the answers that fit best, the best first; none if nothing fits."""
    library = installed_library()
    return [(hit.answer.title, library.text(hit.answer.id).text) for hit in _index().rank(words, MOST)]


@lru_cache(maxsize=1)
def _index() -> Index:
    library = installed_library()
    examples, _ = read_examples(NLU_EXAMPLES)
    return Index(library.answers.values(), by_intent(examples), library.language)
