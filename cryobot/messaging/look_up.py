"""Looks up approved answers for staff who ask on a platform."""

from functools import lru_cache

from cryobot.desk.texts import Section, load_texts
from cryobot.guidance.installed import installed_library
from cryobot.look_up.index import LookUp, Standing
from cryobot.look_up.installed import installed_index
from cryobot.look_up.notice import notice
from cryobot.look_up.unanswered import record_unanswered
from cryobot.records.installed import installed_store

MOST = 3
# The second best of what is not covered is no answer to it.
_MOST_LISTED = {Standing.NOT_COVERED: 1, Standing.ASK_A_DOCTOR: 1}


def look_up(words: str) -> list[tuple[str, str]]:
    """Give titles and texts: what is urgent, that there is no answer, the answers that fit best.

    What has no answer is recorded for the person who edits the guidance.
    """
    library = installed_library()
    result = installed_index().look_up(words, MOST)
    hits = [hit.answer.id for hit in result.hits[: _MOST_LISTED.get(result.standing, MOST)]]
    return [
        *((f"{_texts().on_top}: {library.get(answer).title}", library.text(answer).text) for answer in result.above),
        *_no_answer(words, result),
        *((library.get(answer).title, library.text(answer).text) for answer in hits if answer not in result.above),
    ]


def _no_answer(words: str, result: LookUp) -> list[tuple[str, str]]:
    texts = _texts()
    said = notice(result.standing, texts)
    if said is None:
        return []
    opened = result.hits[0].answer.id if result.standing in _MOST_LISTED else None
    is_noted = record_unanswered(installed_store, installed_library(), words, opened)
    return [(said.head, f"{said.text}\n{texts.noted if is_noted else texts.not_noted}")]


@lru_cache(maxsize=1)
def _texts() -> Section:
    return load_texts(installed_library().language).look_up
