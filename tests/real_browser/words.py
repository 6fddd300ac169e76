"""What stands on the screen: the words of the interface by their keys, and the approved texts by their ids."""

import json
import re
from functools import cache

from cryobot.guidance.library import Library, load_library
from cryobot.paths import PROJECT

TEXTS = PROJECT / "widget" / "texts"
LANGUAGES = ("en", "es", "fr", "de")
EMERGENCY_NUMBER = "+34 900 123 456"
CENTRE_NAME = "Polar Star"


@cache
def words(language: str = "en") -> dict[str, str]:
    """Give the words of the interface, as they stand in widget/texts."""
    return dict(json.loads((TEXTS / f"{language}.json").read_text(encoding="utf-8")))


def pattern(text: str) -> re.Pattern[str]:
    """Match a text of the interface whatever stands in its placeholders."""
    return re.compile(re.sub(r"\\\{[a-z_]+\\\}", ".+", re.escape(text)))


@cache
def library() -> Library:
    """Give the approved texts as the assistant of the tests says them."""
    return load_library({"emergency_number": EMERGENCY_NUMBER, "centre_name": CENTRE_NAME})


def approved(answer: str, variant: str = "default") -> str:
    return library().text(answer, variant).text


def any_approved(answer: str) -> re.Pattern[str]:
    """Give what fits any approved text of an answer, for one whose variant depends on what happened before."""
    texts = library().get(answer).texts
    return re.compile("^(" + "|".join(re.escape(approved(answer, variant)) for variant in texts) + ")$")
