"""The files whose schema is all there is to check: settings, and words beside the approved texts."""

from collections.abc import Callable
from pathlib import Path

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem
from cryobot.consistency.reading import each_readable
from cryobot.evaluation.gate import load_gate
from cryobot.gaps.settings import load_gap_settings
from cryobot.look_up.settings import load_look_up_settings
from cryobot.messaging.words import load_words
from cryobot.notifications.texts import load_notification_texts
from cryobot.understanding.thresholds import load_thresholds


def problems(files: Files) -> list[Problem]:
    """List what is wrong with files of data/settings and data/interface that no other check reads."""
    loads: list[tuple[list[Path], Callable[[Path], object]]] = [
        ([files.setting("understanding")], lambda file: load_thresholds(file.parent)),
        ([files.setting("release_gate")], load_gate),
        ([files.setting("look_up")], load_look_up_settings),
        ([files.setting("gaps")], lambda file: load_gap_settings(file.parent)),
        (files.interface("messaging"), lambda file: load_words(file.stem, file.parent)),
        (files.interface("notifications"), lambda file: load_notification_texts(file.stem, file.parent)),
    ]
    return [problem for paths, load in loads for problem in each_readable(paths, load)[1]]
