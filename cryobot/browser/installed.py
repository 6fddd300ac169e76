"""The files that this installation serves to browsers."""

import logging
from collections.abc import Callable

from cryobot.browser.pages import demo_files
from cryobot.browser.static_files import StaticFile
from cryobot.browser.widget_files import widget_files
from cryobot.errors import CryobotError
from cryobot.guidance.installed import installed_library
from cryobot.settings import settings
from cryobot.widget.settings import load_widget_settings

logger = logging.getLogger(__name__)


def installed_files() -> list[StaticFile]:
    """Give the demo page and the widget, or the one of the two that is there: visitors of channels do without both."""
    return [*_or_none(demo_files), *_or_none(_widget)]


def _widget() -> list[StaticFile]:
    return widget_files(installed_library(), load_widget_settings(), settings())


def _or_none(read: Callable[[], list[StaticFile]]) -> list[StaticFile]:
    try:
        return read()
    except CryobotError as error:
        logger.error("%s", error)
        return []
