"""Runs `cryobot run` with this bot and the texts as they stand: run_command.py MODEL."""

import sys
import warnings
from pathlib import Path

from cryobot.cli import run as command
from cryobot.errors import CryobotError
from cryobot.guidance import installed

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from tiny_bot import actions

installed.load_library = lambda *_, **__: actions.LIBRARY  # type: ignore[assignment]
command.newest_model = lambda: Path(sys.argv[1])  # type: ignore[assignment]
sys.modules["actions"] = actions

try:
    command.run()
except CryobotError as error:
    sys.exit(f"error: {error}")
