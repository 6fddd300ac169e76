"""The settings whose schema is all there is to check: thresholds and release gate."""

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.consistency.reading import each_readable
from cryobot.evaluation.gate import load_gate
from cryobot.understanding.thresholds import load_thresholds


def problems(files: Files) -> list[Problem]:
    """List what is wrong with data/settings/understanding.yml and release_gate.yml."""
    thresholds, gate = files.setting("understanding"), files.setting("release_gate")
    _, wrong_thresholds = each_readable([thresholds], lambda file: load_thresholds(file.parent))
    _, wrong_gate = each_readable([gate], load_gate)
    return wrong_thresholds + wrong_gate
