"""The vocabulary: every file can be read, every pattern parses, and none is there twice."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from cryobot import data_files
from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.consistency.reading import each_readable
from cryobot.language.patterns import token_pattern
from cryobot.language.vocabulary import Clauses, Cues, Danger, KnownWords, Lemmas, Lookalikes, Marks

Groups = dict[str, tuple[str, ...]]


def _lists(content: BaseModel) -> Groups:
    return {name: tuple(values) for name, values in content.model_dump(mode="python").items()}


_PATTERNS: dict[str, Callable[[Path], Groups]] = {
    "marks": lambda file: _lists(data_files.load(file, Marks)),
    "cues": lambda file: _lists(data_files.load(file, Cues)),
    "danger": lambda file: data_files.load(file, Danger).root,
    "lookalikes": lambda file: _lists(data_files.load(file, Lookalikes)),
}
_WORDS: dict[str, Callable[[Path], Groups]] = {
    "clauses": lambda file: _lists(data_files.load(file, Clauses)),
    "known_words": lambda file: _lists(data_files.load(file, KnownWords)),
    "lemmas": lambda file: _lists(data_files.load(file, Lemmas)),
}


def problems(files: Files) -> list[Problem]:
    """Check every file of data/vocabulary."""
    found = []
    for name, load in (_PATTERNS | _WORDS).items():
        read, unread = each_readable([files.vocabulary / f"{name}.yml"], load)
        found += unread
        for file, groups in read:
            found += repeated(file, groups)
            if name in _PATTERNS:
                found += malformed(file, groups)
    return found


def malformed(file: Path, groups: Groups) -> list[Problem]:
    """List the patterns that do not follow the notation."""
    found = []
    for group, patterns in groups.items():
        for pattern in patterns:
            try:
                tokens = token_pattern(pattern)
            except ValueError as error:
                found.append(Problem(file, f"{group}: {error}", "Mend the pattern."))
                continue
            if any("" in _words(token) for token in tokens):
                found.append(Problem(file, f"{group}: '{pattern}' has an empty word", "Remove the stray sign."))
    return found


def _words(token: Mapping[str, Any]) -> list[str]:
    lemma = token.get("LEMMA", {"IN": []})
    return [lemma] if isinstance(lemma, str) else lemma["IN"]


def repeated(file: Path, groups: Groups) -> list[Problem]:
    """List what stands twice in the same group."""
    return [
        Problem(file, f"{group}: '{line}' is there {count} times", "Keep one of them.")
        for group, lines in groups.items()
        for line, count in Counter(" ".join(line.lower().split()) for line in lines).items()
        if count > 1
    ]
