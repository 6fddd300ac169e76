"""The fingerprint of what something is made of, so that it is made again when that has changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from cryobot.paths import PROJECT

LENGTH = 12


def fingerprint(ingredients: Iterable[Path], root: Path = PROJECT, also: bytes = b"") -> str:
    """Give a hash of the names and contents of files and of all files in folders, compiled Python apart.

    Args:
        ingredients: files and folders, all below `root`.
        root: the names of the files are taken from here on.
        also: what belongs to the ingredients and is in no file.
    """
    digest = hashlib.sha256()
    for file in sorted(_files(ingredients)):
        digest.update(file.relative_to(root).as_posix().encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    digest.update(also)
    return digest.hexdigest()[:LENGTH]


def _files(ingredients: Iterable[Path]) -> Iterable[Path]:
    for ingredient in ingredients:
        if ingredient.is_file():
            yield ingredient
        else:
            yield from (f for f in ingredient.rglob("*") if f.is_file() and "__pycache__" not in f.parts)
