"""The table of follow-ups: complete, without dead lines, and all its answers exist."""

from collections.abc import Collection, Mapping

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.dialogue.follow_ups import AGAIN, ALONE, RELATED, Meaning
from cryobot.understanding.labels import FOLLOW_UPS

ANY = "any"
NOTHING = "nothing"


def problems(table: Mapping[str, tuple[Meaning, ...]], answers: Collection[str], files: Files) -> list[Problem]:
    """Hold data/settings/follow_ups.yml against the intents that lean on the conversation and the answer ids."""
    file = files.setting("follow_ups")
    found = [
        Problem(file, f"there is no table for '{kind}'", f"Add `{kind}:` with a line for `{ANY}` and `{NOTHING}`.")
        for kind in sorted(FOLLOW_UPS - set(table))
    ]
    found += [
        Problem(file, f"'{kind}' is no follow-up", f"Remove it. The follow-ups are {', '.join(sorted(FOLLOW_UPS))}.")
        for kind in sorted(set(table) - FOLLOW_UPS)
    ]
    for kind, lines in table.items():
        found += [Problem(file, f"{kind}: {reason}", remedy) for reason, remedy in _wrong(lines, answers)]
    return found


def _wrong(lines: tuple[Meaning, ...], answers: Collection[str]) -> list[tuple[str, str]]:
    found = []
    states = [line.after for line in lines]
    for needed in (ANY, NOTHING):
        if needed not in states:
            found.append((f"there is no line for `after: {needed}`", "Add it."))
    for number, line in enumerate(lines):
        if line.after in states[:number]:
            found.append((f"`after: {line.after}` is there twice, the second is never used", "Keep one of them."))
        elif ANY in states[:number] and line.after != NOTHING:
            found.append((f"`after: {line.after}` stands behind `{ANY}` and is never used", "Move it before it."))
        if line.answer in (AGAIN, RELATED):
            if line.after == NOTHING:
                found.append((f"after nothing there is no answer to take '{line.answer}' from", "Name an answer."))
        elif line.answer != ALONE and line.answer not in answers:
            found.append((f"there is no answer '{line.answer}'", f"Name one, `{AGAIN}`, `{RELATED}` or `{ALONE}`."))
    return found
