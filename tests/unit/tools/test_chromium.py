from pathlib import Path

import pytest

from tools.chromium import NoChromiumError, find_chromium


def program(folder: Path, name: str) -> Path:
    file = folder / name
    file.write_text("#!/bin/sh\n", encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CRYOBOT_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_finds_what_is_on_the_path(path: Path) -> None:
    chrome = program(path, "google-chrome")
    assert find_chromium() == chrome
    chromium = program(path, "chromium")
    assert find_chromium() == chromium


def test_the_variable_comes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path, "chromium")
    other = program(path, "other")
    monkeypatch.setenv("CRYOBOT_CHROMIUM", str(other))
    assert find_chromium() == other


def test_says_what_to_do_when_there_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoChromiumError, match="apt-get install chromium"):
        find_chromium()
    monkeypatch.setenv("CRYOBOT_CHROMIUM", str(path / "nothing"))
    with pytest.raises(NoChromiumError, match="CRYOBOT_CHROMIUM"):
        find_chromium()
