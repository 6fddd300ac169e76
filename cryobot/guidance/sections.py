"""The headings of the article's sections (data/guidance/sections.yml)."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from cryobot import data_files
from cryobot.guidance.answer import Language
from cryobot.paths import SECTIONS

FALLBACK_LANGUAGE = "en"

Letter = Annotated[str, StringConstraints(pattern=r"^[A-E]$")]
Heading = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]

#: The heading of each section by its letter and by language.
Sections = Mapping[str, Mapping[str, str]]


class SectionsFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sections: dict[Letter, dict[Language, Heading]]


@lru_cache(maxsize=8)
def load_sections(file: Path = SECTIONS) -> Sections:
    """Read the headings, each file once.

    Raises:
        DataFileError: the file is missing or malformed.
    """
    return data_files.load(file, SectionsFile).sections


def cited(source: Iterable[str]) -> list[str]:
    """Give the letters of the sections that paragraphs such as `C2` belong to, in order and each once."""
    return list(dict.fromkeys(paragraph[0] for paragraph in source))


def without_heading(source: Iterable[str], sections: Sections) -> list[str]:
    """Give the letters of the cited sections that have no heading in English."""
    return [letter for letter in cited(source) if FALLBACK_LANGUAGE not in sections.get(letter, {})]


def headings(source: Iterable[str], sections: Sections, language: str) -> list[str]:
    """Give the headings of the cited sections, in English where there is none in `language`.

    Raises:
        KeyError: a section is one of `without_heading`.
    """
    by_section = [sections[letter] for letter in cited(source)]
    return [by_language.get(language, by_language[FALLBACK_LANGUAGE]) for by_language in by_section]
