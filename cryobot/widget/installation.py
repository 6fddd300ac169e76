"""Tells the widget, when it is served, what it must know of this installation."""

import json
from typing import Any

from cryobot.errors import CryobotError
from cryobot.guidance.library import Library
from cryobot.settings import Settings
from cryobot.widget.approved import approved_texts
from cryobot.widget.baked import of_installation
from cryobot.widget.manifest import LAUNCHER
from cryobot.widget.settings import WidgetSettings

PLACE = b'"__CRYOBOT_INSTALLATION__"'
MEND = "Mend widget/src/launcher, then run `cryobot widget`."

# What could end the script or start a comment in a page.
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


class NoPlaceError(CryobotError):
    """The built launcher has not exactly one place for the installation."""

    def __init__(self, times: int) -> None:
        self.problem = f"{LAUNCHER} must have the text {PLACE.decode()} once, and has it {times} times"
        super().__init__(f"{self.problem}. {MEND}")


def installation(library: Library, widget: WidgetSettings, settings: Settings, chat: str) -> dict[str, Any]:
    """Give what the widget is told (`Installation` of its source).

    Args:
        library: with the placeholders of the installation.
        widget: data/settings/widget.yml.
        settings: of the installation.
        chat: name of the file that is loaded on demand.

    Raises:
        UnknownAnswerError: the settings name an answer that the library does not have.
    """
    return {"approved": approved_texts(library, widget), "chat": f"/{chat}", **of_installation(settings)}


def fill(script: bytes, content: dict[str, Any]) -> bytes:
    """Put `content` into the launcher.

    Raises:
        NoPlaceError: the launcher has no place for it, or several.
    """
    times = script.count(PLACE)
    if times != 1:
        raise NoPlaceError(times)
    return script.replace(PLACE, _as_script(content).encode("ascii"))


def _as_script(content: dict[str, Any]) -> str:
    text = json.dumps(content, separators=(",", ":"))
    for character, escaped in _ESCAPED.items():
        text = text.replace(character, escaped)
    return text
