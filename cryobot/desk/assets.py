"""Scripts, styles and pictures of the desk, under names that change with their content."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError

from cryobot.browser.static_files import CONTENT_TYPES, HASHED, StaticFile
from cryobot.desk.errors import DeskError
from cryobot.desk.routing import ROOT
from cryobot.paths import DESK_STATIC

VENDOR = "vendor"
MANIFEST = "manifest.json"
FOLDER = f"{ROOT}/static/"
HEADERS = {"Cross-Origin-Resource-Policy": "same-origin"}


class Vendored(BaseModel):
    """A file of others: what it is, and the hash of the very file that was taken."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    version: str
    licence: str
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _Manifest(RootModel[dict[str, Vendored]]):
    """desk/static/vendor/manifest.json, by file name."""


class Assets:
    """The files, by their path below desk/static."""

    def __init__(self, files: Mapping[str, StaticFile]) -> None:
        self._files = files

    @property
    def files(self) -> list[StaticFile]:
        """All of them."""
        return list(self._files.values())

    def path(self, name: str) -> str:
        """Give the address of a file; raises KeyError."""
        return self._files[name].path


def load_assets(folder: Path = DESK_STATIC) -> Assets:
    """Read all files.

    Raises:
        DeskError: one cannot be read, or one of others is not the very one that the manifest names.
    """
    for problem in vendor_problems(folder / VENDOR):
        raise problem
    try:
        files = [file for file in sorted(folder.rglob("*")) if file.is_file() and file.suffix in CONTENT_TYPES]
        return Assets({str(file.relative_to(folder)): _hashed(file, folder) for file in files})
    except OSError as error:
        raise DeskError(folder, f"A file of it cannot be read ({type(error).__name__}).") from None


def vendor_problems(folder: Path) -> list[DeskError]:
    """Hold the files of others against their manifest."""
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        manifest = _Manifest.model_validate(content).root
    except (OSError, ValueError, ValidationError) as error:
        return [DeskError(folder / MANIFEST, f"This cannot be read ({type(error).__name__}).")]
    there = {file.name: file for file in sorted(folder.iterdir()) if file.name != MANIFEST}
    missing = sorted(manifest.keys() - there)
    problems = [DeskError(folder / name, "The manifest names it, and it is not there.") for name in missing]
    for name, file in there.items():
        if name not in manifest:
            problems.append(DeskError(file, "The manifest does not name it."))
        elif hashlib.sha256(file.read_bytes()).hexdigest() != manifest[name].sha256:
            problems.append(DeskError(file, "It is not the file of which the manifest has the hash."))
    return problems


def _hashed(file: Path, folder: Path) -> StaticFile:
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:12]
    name = file.relative_to(folder).with_name(f"{file.stem}-{digest}{file.suffix}")
    return StaticFile(f"{FOLDER}{name.as_posix()}", content, HASHED, HEADERS)
