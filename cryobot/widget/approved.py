"""The approved texts and buttons that the widget has without asking the server (`ApprovedTexts` of its source)."""

from collections.abc import Mapping
from typing import Any

from cryobot.channels.outgoing import UNAVAILABLE
from cryobot.guidance.library import Library
from cryobot.widget.settings import WidgetSettings


def approved_texts(library: Library, settings: WidgetSettings) -> dict[str, Any]:
    """Give the texts by language, with the placeholders of the library filled.

    Raises:
        UnknownAnswerError: the settings name an answer that the library does not have.
    """
    return {
        "unavailable": library.texts(UNAVAILABLE),
        "greeting": [library.texts(answer) for answer in settings.greeting],
        "topics": _buttons({answer: library.get(answer).button for answer in settings.topics}),
        "staffPayload": f"/{library.get(settings.staff).id}",
    }


def _buttons(titles: Mapping[str, Mapping[str, str]]) -> dict[str, list[dict[str, str]]]:
    """Give the buttons in every language that all of them have a title in."""
    languages = frozenset.intersection(*(frozenset(by_language) for by_language in titles.values()))
    return {
        language: [{"title": by_language[language], "payload": f"/{answer}"} for answer, by_language in titles.items()]
        for language in sorted(languages)
    }
