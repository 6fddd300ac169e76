import sys

import pytest

from cryobot.consistency.owners import installed_owners
from cryobot.consistency.problem import UnreadableError
from cryobot.errors import DataFileError
from cryobot.paths import SETTINGS


def test_the_installed_actions_with_their_answers() -> None:
    owners = {owner.action: owner for owner in installed_owners()}

    assert "skin-marks" in owners["action_escalate"].answers
    assert owners["action_escalate"].file.name == "escalate.py"
    assert owners["action_follow_up"].answers == frozenset()


def test_actions_that_cannot_be_loaded_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise DataFileError(SETTINGS / "follow_ups.yml", f"wrong, says {name}")

    monkeypatch.setattr(sys.modules[installed_owners.__module__], "import_module", refuse)

    with pytest.raises(UnreadableError, match=r"the actions cannot be loaded: .*follow_ups.yml: wrong"):
        installed_owners()
