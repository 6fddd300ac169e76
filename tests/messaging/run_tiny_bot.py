"""Runs `cryobot run` with the tiny bot and the messaging channels of the environment: run_tiny_bot.py MODEL."""

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

    from cryobot.channels.rest import RestChannel
    from cryobot.messaging.installed import installed_messaging_channels
    from cryobot.server import app

installed.load_library = lambda *_, **__: actions.LIBRARY  # type: ignore[assignment]
command.newest_model = lambda: Path(sys.argv[1])  # type: ignore[assignment]
app.installed_channels = lambda: [RestChannel(), *installed_messaging_channels()]
sys.modules["actions"] = actions

try:
    command.run()
except CryobotError as error:
    sys.exit(f"error: {error}")
