"""Builds the widget into widget/dist, when what it is made of has changed."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryobot.guidance.library import Library
from cryobot.paths import WIDGET
from cryobot.widget.baked import as_json, baked
from cryobot.widget.manifest import Manifest, WidgetMissingError, read_built, read_manifest, write_manifest
from cryobot.widget.node import BuildFailedError, find_node, install_packages, run_build
from cryobot.widget.settings import WidgetSettings
from cryobot.widget.source import source_fingerprint


@dataclass(frozen=True)
class Source:
    """What the widget is made of.

    Attributes:
        baked_json: what is built into it.
        folder: everything else.
    """

    baked_json: str
    folder: Path

    @property
    def fingerprint(self) -> str:
        """The fingerprint of all of it."""
        return source_fingerprint(self.baked_json, self.folder)


def source_of(library: Library, settings: WidgetSettings, folder: Path = WIDGET) -> Source:
    """Give what the widget is made of now.

    Raises:
        UnknownAnswerError: the settings name an answer that the library does not have.
    """
    return Source(as_json(baked(library, settings)), folder)


def is_built(output: Path) -> bool:
    """Tell whether there is a whole widget in a folder, of whatever source."""
    try:
        read_built(output)
    except WidgetMissingError:
        return False
    return True


def is_up_to_date(source: Source, output: Path) -> bool:
    """Tell whether the widget in a folder is whole, and that of the source."""
    return is_built(output) and read_manifest(output).source == source.fingerprint


def build(source: Source, output: Path, tell: Callable[[str], None]) -> dict[str, int]:
    """Build the widget, and give the size of each file in bytes after compression. What was there stays if this fails.

    Args:
        source: what it is made of.
        output: the folder for it.
        tell: called with what is happening now, in plain words.

    Raises:
        ToolsMissingError: it cannot be built on this machine.
        BuildFailedError: it cannot be built from this source.
    """
    node = find_node()
    tell("Building the chat widget ...")
    if install_packages(source.folder):
        tell("Installed the packages that it is built with.")
    with tempfile.TemporaryDirectory(prefix="cryobot-widget-") as folder:
        fresh, baked_file = Path(folder) / "dist", Path(folder) / "baked.json"
        fresh.mkdir()
        baked_file.write_text(source.baked_json, encoding="utf-8")
        said = run_build(node, source.folder, baked_file, fresh)
        try:
            files = {name: (fresh / name).read_bytes() for name in said["files"]}
            manifest = write_manifest(fresh, source.fingerprint, said["chat"], files)
        except (OSError, ValueError) as error:
            raise BuildFailedError(["build.mjs"], f"it did not write what it said: {error}") from None
        _replace(output, fresh, manifest)
    return {name: int(size) for name, size in said["files"].items()}


def _replace(output: Path, fresh: Path, manifest: Manifest) -> None:
    """Copy a built widget, and take away the files of the one before; anything else in the folder stays."""
    output.mkdir(parents=True, exist_ok=True)
    try:
        before = set(read_manifest(output).files)
    except WidgetMissingError:
        before = set()
    for file in fresh.iterdir():
        shutil.copyfile(file, output / file.name)
    for name in before - set(manifest.files):
        (output / name).unlink(missing_ok=True)
