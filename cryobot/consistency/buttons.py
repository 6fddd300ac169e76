"""Buttons: each leads to an answer, and no two read the same."""

from collections import Counter
from collections.abc import Collection, Mapping

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.guidance.answer import Answer

FALLBACK_LANGUAGE = "en"


def problems(answers: Mapping[str, Answer], ids: Collection[str], files: Files) -> list[Problem]:
    """Check the follow-ups and the button titles of all answers; `ids` are all ids there are."""
    found = []
    for answer in answers.values():
        file = files.answer(answer.id)
        for name, count in Counter(answer.follow_ups).items():
            if name == answer.id:
                found.append(Problem(file, "follow_ups: the answer offers itself", f"Remove '{name}'."))
            elif name not in ids:
                found.append(Problem(file, f"follow_ups: there is no answer '{name}'", "Name another, or remove it."))
            if count > 1:
                found.append(Problem(file, f"follow_ups: '{name}' is there {count} times", "Keep one of them."))
        if FALLBACK_LANGUAGE not in answer.button:
            found.append(Problem(file, "button: there is no title in English", f"Add `{FALLBACK_LANGUAGE}:`."))
    return found + _same_titles(answers, files)


def _same_titles(answers: Mapping[str, Answer], files: Files) -> list[Problem]:
    first: dict[tuple[str, str], str] = {}
    found = []
    for answer in answers.values():
        for language, title in answer.button.items():
            other = first.setdefault((language, title.casefold()), answer.id)
            if other != answer.id:
                reason = f"button: '{title}' ({language}) is also the title of '{other}'"
                found.append(Problem(files.answer(answer.id), reason, "Choose another title for one of the two."))
    return found
