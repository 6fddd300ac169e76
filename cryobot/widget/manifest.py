"""What a built widget consists of, and what it was built from (widget/dist/manifest.json)."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

from cryobot.errors import CryobotError

MANIFEST = "manifest.json"
LAUNCHER = "widget.js"

# Nothing that leads out of the folder.
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$")]


class WidgetMissingError(CryobotError):
    """There is no built widget that can be served."""

    def __init__(self, folder: Path, problem: str) -> None:
        super().__init__(f"The chat widget in {folder} cannot be served: {problem}. Run `cryobot widget --force`.")
        self.problem = problem


class Manifest(BaseModel):
    """The whole file: the fingerprint of the source, the part that is loaded on demand, the SHA-256 of each file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    chat: FileName
    files: dict[FileName, str]

    @model_validator(mode="after")
    def _has_both_parts(self) -> "Manifest":
        for name in (LAUNCHER, self.chat):
            if name not in self.files:
                raise ValueError(f"the file {name} is not listed")
        return self


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a built widget.

    Raises:
        WidgetMissingError: there is none, or it is malformed.
    """
    try:
        return Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except OSError:
        raise WidgetMissingError(folder, f"{MANIFEST} is not there") from None
    except ValidationError as error:
        raise WidgetMissingError(folder, f"{MANIFEST} is malformed ({error.errors()[0]['msg']})") from None


def write_manifest(folder: Path, source: str, chat: str, files: Mapping[str, bytes]) -> Manifest:
    """Write the manifest of a built widget.

    Args:
        folder: the built widget.
        source: fingerprint of what it was built from.
        chat: name of the part that is loaded on demand.
        files: content of each file by name.
    """
    hashes = {name: _hash(content) for name, content in sorted(files.items())}
    manifest = Manifest(source=source, chat=chat, files=hashes)
    (folder / MANIFEST).write_text(json.dumps(manifest.model_dump(), indent=2) + "\n", encoding="utf-8")
    return manifest


def read_built(folder: Path) -> tuple[Manifest, dict[str, bytes]]:
    """Read a built widget: its manifest, and the content of each file by name.

    Raises:
        WidgetMissingError: a file is not there, or is not the one that was built.
    """
    manifest = read_manifest(folder)
    content = {}
    for name, expected in manifest.files.items():
        try:
            content[name] = (folder / name).read_bytes()
        except OSError:
            raise WidgetMissingError(folder, f"{name} is not there") from None
        # It may say what nobody approved.
        if _hash(content[name]) != expected:
            raise WidgetMissingError(folder, f"{name} is not the file that was built")
    return manifest, content


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
