"""What is built into the widget, for when no assistant can tell it anything better."""

import json
from dataclasses import replace
from typing import Any

from cryobot.guidance.library import Library
from cryobot.settings import Settings
from cryobot.widget.approved import approved_texts
from cryobot.widget.settings import WidgetSettings

# How much longer the widget waits than the assistant may take: for the way there and back.
NETWORK_SECONDS = 4


def baked(library: Library, settings: WidgetSettings) -> dict[str, Any]:
    """Give the approved texts with their placeholders as they are, and the defaults of the settings.

    Nothing here depends on the installation, so that the same source always makes the same widget.

    Raises:
        UnknownAnswerError: the settings name an answer that the library does not have.
    """
    return {
        "approved": approved_texts(replace(library, placeholders={}), settings),
        "defaults": of_installation(Settings.model_construct()),
    }


def of_installation(settings: Settings) -> dict[str, Any]:
    """Give what the widget must know of the settings of an assistant."""
    return {
        "emergencyNumber": settings.emergency_number,
        "centreName": settings.centre_name,
        "keepHours": settings.chat_keep_hours,
        "messageCharacters": settings.message_characters,
        "timeoutSeconds": settings.deadline_seconds + NETWORK_SECONDS,
    }


def as_json(content: object) -> str:
    """Write JSON that is always the same for the same content."""
    return json.dumps(content, sort_keys=True, indent=1) + "\n"
