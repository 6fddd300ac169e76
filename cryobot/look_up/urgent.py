"""Tells whether a few words speak of danger to life or of a mark on the skin, whatever else they ask."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from cryobot.language.vocabulary import load_vocabulary

EMERGENCY = "emergency"
SKIN_MARKS = "skin-marks"
#: The most urgent first.
URGENT = (EMERGENCY, SKIN_MARKS)

#: Gives the urgent answers that the readings of a search speak of, the most urgent first.
FindUrgent = Callable[[Iterable[str]], tuple[str, ...]]


@lru_cache(maxsize=1)
def installed_urgent() -> FindUrgent:
    """Prepare the search for the vocabulary's words once.

    Unlike the rules of the chat, this does not ask whether the mark is there or is only talked about: staff are shown
    what to do about it in any case.
    """
    # These take a second to import, which `cryobot --help` must not.
    from spacy.tokens import Doc

    from cryobot.detection.spans import inside_any, spans
    from cryobot.language.assembly import DANGER_PREFIX, assemble

    pipeline = assemble(load_vocabulary())

    def there(document: Doc, groups: Iterable[str]) -> bool:
        lookalikes = spans(document, "lookalike")
        return any(not inside_any(found, lookalikes) for group in groups for found in spans(document, group))

    def find(readings: Iterable[str]) -> tuple[str, ...]:
        documents = [pipeline(reading) for reading in dict.fromkeys(readings)]
        urgent = []
        if any(there(doc, [group for group in doc.spans if group.startswith(DANGER_PREFIX)]) for doc in documents):
            urgent.append(EMERGENCY)
        if any(there(doc, ["mark"]) or _mark_on_skin(doc) for doc in documents):
            urgent.append(SKIN_MARKS)
        return tuple(urgent)

    def _mark_on_skin(document: Doc) -> bool:
        return there(document, ["mark_near_skin"]) and there(document, ["skin"])

    return find
