import shutil
from pathlib import Path

import pytest

from cryobot.consistency.files import Files
from cryobot.consistency.limits import load_limits
from cryobot.consistency.settings_files import problems
from cryobot.errors import DataFileError
from cryobot.paths import DATA, SETTINGS

from .builders import reasons


def test_settings_that_are_wrong(tmp_path: Path) -> None:
    files = Files(tmp_path)
    shutil.copytree(SETTINGS, files.setting("any").parent)
    shutil.copytree(DATA / "interface", files.interface("messaging")[0].parents[1])
    assert problems(files) == []

    thresholds, gate = files.setting("understanding"), files.setting("release_gate")
    thresholds.write_text(thresholds.read_text() + "\nmargin_of_error: 2\n")
    gate.write_text("figures: {}\n")
    found = problems(files)

    assert [problem.file for problem in found] == [thresholds, gate]
    assert "margin_of_error" in reasons(found)[0]
    assert "no goal and gate for" in reasons(found)[1]


def test_words_that_are_wrong(tmp_path: Path) -> None:
    files = Files(tmp_path)
    shutil.copytree(SETTINGS, files.setting("any").parent)
    shutil.copytree(DATA / "interface", files.interface("messaging")[0].parents[1])
    (told,) = files.interface("notifications")
    told.write_text(told.read_text().replace("now: {link}", "now: {lnk}"))
    files.interface("messaging")[0].write_text("choose: Choose\n")

    found = problems(files)

    assert [problem.file.parent.name for problem in found] == ["messaging", "notifications"]
    assert "person" in reasons(found)[0]
    assert "{link} may stand in it" in reasons(found)[1]


def test_limits_that_are_wrong(tmp_path: Path) -> None:
    file = tmp_path / "data_checks.yml"
    file.write_text((SETTINGS / "data_checks.yml").read_text().replace("article: 100", "article: 0"))

    with pytest.raises(DataFileError, match=r"training_examples.article"):
        load_limits(file)
