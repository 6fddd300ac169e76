"""The stamp: what the environment was made from, so that the next run knows whether it is still right."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from setup_steps.layout import Layout

# Part of every stamp: raise it when set-up itself changes so that environments must be made anew.
RECIPE = "1"


class Stamp(NamedTuple):
    """Hashes of what is installed. `dev_libraries` is empty when the libraries of the tests are not."""

    folder: str
    libraries: str
    dev_libraries: str
    project: str


def wanted_stamp(layout: Layout) -> Stamp:
    """The stamp of an environment with everything, made from the files as they are now. Raises OSError."""
    sources = sorted(layout.placeholder.glob("src/**/*.py"))
    return Stamp(
        folder=str(layout.project),
        libraries=_hash([layout.libraries]),
        dev_libraries=_hash([layout.dev_libraries]),
        project=_hash([layout.settings, layout.placeholder / "pyproject.toml", *sources]),
    )


def read_stamp(file: Path) -> Stamp | None:
    """The stamp of the environment, or None when it has none: it is not there, or its set-up was interrupted."""
    try:
        return Stamp(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(file: Path, stamp: Stamp) -> None:
    """Says that the environment is complete. The last thing that set-up does."""
    file.write_text(json.dumps(stamp._asdict(), indent=2) + "\n", encoding="utf-8")


def _hash(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(RECIPE.encode())
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
