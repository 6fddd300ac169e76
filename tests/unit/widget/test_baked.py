import json

import pytest

from cryobot.guidance.library import Library
from cryobot.settings import Settings
from cryobot.widget.baked import as_json, baked, of_installation
from cryobot.widget.settings import load_widget_settings

SETTINGS = load_widget_settings()


def test_placeholders_stay_and_the_defaults_stand_beside_them(library: Library) -> None:
    content = baked(library, SETTINGS)

    assert set(content) == {"approved", "defaults"}
    assert "call {emergency_number} now" in content["approved"]["unavailable"]["en"]
    assert "the bot of {centre_name}" in content["approved"]["greeting"][0]["en"]
    assert content["defaults"] == {
        "emergencyNumber": "112",
        "centreName": "the centre",
        "keepHours": 24,
        "messageCharacters": 4000,
        "timeoutSeconds": 12.0,
    }


def test_nothing_depends_on_the_installation(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    before = as_json(baked(library, SETTINGS))
    for name, value in {"EMERGENCY_NUMBER": "999", "CHAT_KEEP_HOURS": "5", "DEADLINE_SECONDS": "3"}.items():
        monkeypatch.setenv(f"CRYOBOT_{name}", value)
    there = Library(library.answers, {"emergency_number": "999", "centre_name": "Cold Corner"}, "es")

    assert as_json(baked(there, SETTINGS)) == before
    assert json.loads(before) == baked(library, SETTINGS)


def test_an_installation_has_its_own_values() -> None:
    here = Settings(emergency_number="999", centre_name="Cold Corner", deadline_seconds=2.5, chat_keep_hours=1)

    assert of_installation(here) == {
        "emergencyNumber": "999",
        "centreName": "Cold Corner",
        "keepHours": 1,
        "messageCharacters": 4000,
        "timeoutSeconds": 6.5,
    }
