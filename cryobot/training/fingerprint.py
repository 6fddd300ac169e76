"""The fingerprint of everything a model is made of."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from cryobot.paths import CONFIG, DATA, DOMAIN, PROJECT

# What changes the predictions or the dialogue when it changes.
INGREDIENTS = (
    CONFIG,
    DOMAIN,
    DATA / "nlu",
    DATA / "rules",
    DATA / "stories",
    DATA / "vocabulary",
    DATA / "encoder",
    PROJECT / "cryobot" / "reading",
    PROJECT / "cryobot" / "language",
    PROJECT / "cryobot" / "detection",
    PROJECT / "cryobot" / "understanding",
    PROJECT / "cryobot" / "nlu",
    PROJECT / "requirements.lock",
)
LENGTH = 12


def fingerprint(ingredients: Iterable[Path] = INGREDIENTS, root: Path = PROJECT) -> str:
    """Give a hash of the names and contents of files and of all files in folders, compiled Python apart."""
    digest = hashlib.sha256()
    for file in sorted(_files(ingredients)):
        digest.update(file.relative_to(root).as_posix().encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:LENGTH]


def _files(ingredients: Iterable[Path]) -> Iterable[Path]:
    for ingredient in ingredients:
        if ingredient.is_file():
            yield ingredient
        else:
            yield from (f for f in ingredient.rglob("*") if f.is_file() and "__pycache__" not in f.parts)
