from pathlib import Path

import pytest

from cryobot.paths import WIDGET
from cryobot.widget.source import source_fingerprint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("build.mjs", "package-lock.json", "src/launcher/start.ts", "texts/en.json", "tests/a.test.ts"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.mark.parametrize(
    "name", ["build.mjs", "package-lock.json", "src/launcher/start.ts", "src/new.ts", "texts/en.json", "build/new.mjs"]
)
def test_changes_with_everything_it_is_built_from(folder: Path, name: str) -> None:
    before = source_fingerprint("{}", folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("other")

    assert source_fingerprint("{}", folder) != before


@pytest.mark.parametrize(
    "name", ["dist/widget.js", "node_modules/lit/a.js", "tests/a.test.ts", "demo/index.html", "README.md", ".npmrc"]
)
def test_does_not_change_with_anything_else(folder: Path, name: str) -> None:
    before = source_fingerprint("{}", folder)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("other")

    assert source_fingerprint("{}", folder) == before


def test_changes_with_what_is_built_in(folder: Path) -> None:
    assert source_fingerprint("{}", folder) != source_fingerprint('{"approved": 1}', folder)


def test_is_that_of_the_checkout_by_default() -> None:
    assert source_fingerprint("{}") == source_fingerprint("{}", WIDGET)
