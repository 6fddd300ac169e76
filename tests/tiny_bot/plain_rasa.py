"""Runs Rasa's own command line with the texts as they stand: plain_rasa.py run ..."""

import sys
from pathlib import Path

from cryobot.guidance import installed

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

if __name__ == "__main__":
    from rasa.__main__ import main

    from tiny_bot import actions

    installed.load_library = lambda *_, **__: actions.LIBRARY  # type: ignore[assignment]
    main()
