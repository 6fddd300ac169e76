import re
from pathlib import Path

import pytest

from cryobot.errors import DataFileError
from cryobot.guidance.library import Library
from cryobot.paths import SETTINGS
from cryobot.widget.settings import load_widget_settings

FILE = SETTINGS / "widget.yml"


def test_the_settings_name_answers_there_are(library: Library) -> None:
    settings = load_widget_settings()

    assert settings.greeting == ("greet", "bot-identity")
    assert settings.topics[0] == "skin-marks", "what matters most comes first"
    assert settings.staff == "talk-to-staff"
    assert (settings.budget_kb.launcher, settings.budget_kb.everything) == (15, 160)
    assert settings.answers <= set(library.answers)


@pytest.mark.parametrize(
    ("line", "wrong", "field"),
    [
        ("greeting: .*", "greeting: []", "greeting"),
        ("topics: .*", "topics: skin-marks", "topics"),
        ("staff: .*", "", "staff"),
        ("launcher: 15", "launcher: 0", r"budget_kb\.launcher"),
        ("staff: ", "stuff: x\nstaff: ", "stuff"),
    ],
)
def test_a_wrong_field_is_named(tmp_path: Path, line: str, wrong: str, field: str) -> None:
    file = tmp_path / "widget.yml"
    file.write_text(re.sub(line, wrong, FILE.read_text(encoding="utf-8")))

    with pytest.raises(DataFileError, match=field):
        load_widget_settings(file)
