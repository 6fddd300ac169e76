"""The words that staff read, from data/interface/desk/<language>/<page>.yml."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import RootModel

from cryobot import data_files
from cryobot.errors import DataFileError
from cryobot.paths import DESK_TEXTS

FALLBACK_LANGUAGE = "en"


class _File(RootModel[dict[str, str]]):
    """One file: flat keys."""


class Section:
    """The texts of one page, as attributes or by `section[key]`."""

    def __init__(self, name: str, texts: Mapping[str, str]) -> None:
        self._name = name
        self._texts = texts

    def __getattr__(self, key: str) -> str:
        return self[key]

    def __getitem__(self, key: str) -> str:
        try:
            return self._texts[key]
        except KeyError:
            raise AttributeError(f"There is no text '{self._name}.{key}'.") from None

    def __contains__(self, key: str) -> bool:
        return key in self._texts


class Texts:
    """The texts of all pages: `texts.queue.title`.

    Attributes:
        language_: code of the language they are in.
    """

    def __init__(self, language: str, sections: Mapping[str, Mapping[str, str]]) -> None:
        self.language_ = language
        self._sections = {name: Section(name, texts) for name, texts in sections.items()}

    def __getattr__(self, page: str) -> Section:
        return self[page]

    def __contains__(self, page: str) -> bool:
        return page in self._sections

    def __getitem__(self, page: str) -> Section:
        try:
            return self._sections[page]
        except KeyError:
            raise AttributeError(f"There are no texts of the page '{page}'.") from None


def load_texts(language: str, folder: Path = DESK_TEXTS) -> Texts:
    """Read the texts in a language, or in English if there are none in it.

    Raises:
        DataFileError: a file is malformed, or there is none.
    """
    chosen = language if (folder / language).is_dir() else FALLBACK_LANGUAGE
    return Texts(chosen, read_sections(folder / chosen))


def read_sections(folder: Path) -> dict[str, dict[str, str]]:
    """Read the texts of every page, by page and key; raises DataFileError."""
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise DataFileError(folder, "there are no texts of the staff desk.")
    return {file.stem: data_files.load(file, _File).root for file in files}
