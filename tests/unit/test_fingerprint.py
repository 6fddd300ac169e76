from collections.abc import Callable
from pathlib import Path

import pytest

from cryobot.fingerprint import LENGTH, fingerprint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data" / "deep").mkdir(parents=True)
    (tmp_path / "data" / "one.yml").write_text("one", encoding="utf-8")
    (tmp_path / "data" / "deep" / "two.yml").write_text("two", encoding="utf-8")
    (tmp_path / "config.yml").write_text("config", encoding="utf-8")
    return tmp_path


def of(folder: Path) -> str:
    return fingerprint([folder / "config.yml", folder / "data"], folder)


def test_is_short_and_always_the_same(folder: Path) -> None:
    assert of(folder) == of(folder)
    assert len(of(folder)) == LENGTH
    assert fingerprint([folder / "data", folder / "config.yml"], folder) == of(folder), "whatever the order"


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file": lambda folder: (folder / "config.yml").write_text("other", encoding="utf-8"),
    "a file deep in a folder": lambda folder: (folder / "data" / "deep" / "two.yml").write_bytes(b"two "),
    "a new file": lambda folder: (folder / "data" / "three.yml").touch(),
    "a missing file": lambda folder: (folder / "data" / "one.yml").unlink(),
    "a new name": lambda folder: (folder / "data" / "one.yml").rename(folder / "data" / "uno.yml"),
    "another folder": lambda folder: (folder / "data" / "one.yml").rename(folder / "data" / "deep" / "one.yml"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_changes_with_an_ingredient(folder: Path, change: str) -> None:
    before = of(folder)
    CHANGES[change](folder)
    assert of(folder) != before


def test_does_not_change_with_what_is_compiled_or_elsewhere(folder: Path) -> None:
    before = of(folder)
    (folder / "data" / "deep" / "__pycache__").mkdir()
    (folder / "data" / "deep" / "__pycache__" / "two.cpython-311.pyc").write_bytes(b"compiled")
    (folder / "elsewhere.yml").touch()
    (folder / "data" / "empty folder").mkdir()
    assert of(folder) == before


def test_does_not_depend_on_where_the_project_is(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "project"
    folder.rename(elsewhere)
    moved = of(elsewhere)
    elsewhere.rename(folder)
    assert of(folder) == moved


def test_changes_with_what_is_in_no_file(folder: Path) -> None:
    some, other = (fingerprint([folder / "data"], folder, also) for also in (b"some", b"other"))
    assert len({some, other, fingerprint([folder / "data"], folder)}) == 3


def test_what_is_not_there_makes_no_difference(folder: Path) -> None:
    assert fingerprint([folder / "config.yml", folder / "data", folder / "none"], folder) == of(folder)
