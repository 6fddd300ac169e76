"""The copy of the widget that is shipped for servers without Node.js is the build of the source."""

from pathlib import Path

from cryobot.guidance.installed import installed_library
from cryobot.paths import WIDGET_BUILT
from cryobot.widget.build import build, source_of
from cryobot.widget.settings import load_widget_settings


def test_the_shipped_copy_is_the_build_of_the_source(tmp_path: Path) -> None:
    build(source_of(installed_library(), load_widget_settings()), tmp_path, lambda _: None)

    assert contents(tmp_path) == contents(WIDGET_BUILT)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}
