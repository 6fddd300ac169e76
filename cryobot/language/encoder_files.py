"""Checks that the files of the sentence encoder are those that were written together (data/encoder/manifest.json)."""

import hashlib
import json
from pathlib import Path
from typing import Any

from cryobot.paths import ENCODER

GRAPH = "model.onnx"
TOKENIZER = "tokenizer.json"
HEADS = "heads.npz"
FILES = (GRAPH, TOKENIZER, HEADS)
MANIFEST = "manifest.json"

_REMEDY = "Take all files of the folder from the same version of the repository."


def problems(folder: Path = ENCODER) -> list[str]:
    """Compare the files of an encoder with the hashes of its manifest.

    Returns:
        One line for each thing that is wrong, with what to do; nothing when all is well.
    """
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return [f"{manifest}: the file is missing. {_REMEDY}"]
    expected = _hashes(manifest)
    if expected is None:
        return [f"{manifest}: there is no SHA-256 of each file under 'files'. {_REMEDY}"]
    return [problem for name in FILES if (problem := _problem(folder / name, expected.get(name)))]


def sha256_of(file: Path) -> str:
    """Give the SHA-256 of a file's content, as 64 hex digits."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _hashes(manifest: Path) -> dict[str, Any] | None:
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
    except ValueError:
        return None
    files = content.get("files") if isinstance(content, dict) else None
    return files if isinstance(files, dict) else None


def _problem(file: Path, expected: object) -> str | None:
    if not file.is_file():
        return f"{file}: the file is missing. {_REMEDY}"
    if expected is None:
        return f"{file}: the manifest does not name this file. {_REMEDY}"
    if sha256_of(file) != expected:
        return f"{file}: this is not the file that the manifest names. {_REMEDY}"
    return None
