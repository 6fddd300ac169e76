from pathlib import Path

import pytest

from cryobot.errors import DataFileError
from cryobot.paths import SETTINGS
from cryobot.understanding.thresholds import load_thresholds

INSTALLED = (SETTINGS / "understanding.yml").read_text(encoding="utf-8")


def test_an_answer_needs_more_than_an_escalation() -> None:
    installed = load_thresholds()
    for flag in (installed.mark, installed.danger):
        assert flag.with_words < flag.intent < installed.article
        assert flag.with_words < flag.detector


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("margin:", "margn:", "margin"),
        ("most_parts: 3", "most_parts: 0", "most_parts"),
        ("most_parts: 3", "most_parts: three", "most_parts"),
        ("article: 0.", "article: 1.", "article"),
    ],
)
def test_names_the_value_that_is_wrong(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in INSTALLED
    (tmp_path / "understanding.yml").write_text(INSTALLED.replace(old, new), encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        load_thresholds(tmp_path)
