"""Fixtures for conftest files. What they make is imported in them: libraries warn while they are imported."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cryobot.dialogue.follow_ups import Meaning, load_follow_ups
from cryobot.guidance.library import Library, load_answers
from cryobot.language.vocabulary import Vocabulary, load_vocabulary
from cryobot.paths import NLU_EXAMPLES
from cryobot.records.installed import close_installed, installed_store
from cryobot.settings import settings

if TYPE_CHECKING:
    from spacy.language import Language

    from cryobot.reading.reader import Reader
    from cryobot.records.store import RecordStore

_EXAMPLE = re.compile(r"^ +- (.+)$", re.MULTILINE)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The vocabulary of marks and danger."""
    return load_vocabulary()


@pytest.fixture(scope="session")
def nlp(vocabulary: Vocabulary) -> "Language":
    """The spaCy pipeline, assembled but not saved."""
    from cryobot.language.assembly import assemble

    return assemble(vocabulary)


@pytest.fixture(scope="session")
def training_messages() -> list[str]:
    """The training messages, without the help of Rasa, which takes seconds to read them."""
    files = sorted(NLU_EXAMPLES.rglob("*.yml"))
    return [message for file in files for message in _EXAMPLE.findall(file.read_text(encoding="utf-8"))]


@pytest.fixture(scope="session")
def reader(vocabulary: Vocabulary, training_messages: list[str]) -> "Reader":
    """The reader, with the lexicon that training gives it."""
    from cryobot.reading.characters import fold
    from cryobot.reading.lexicon import build_lexicon
    from cryobot.reading.reader import Reader, words_of

    words = [words_of(fold(message)) for message in training_messages]
    return Reader(build_lexicon(words, vocabulary.words_that_matter(), vocabulary.known_words))


@pytest.fixture(scope="session")
def library() -> Library:
    """The answers as they stand, approved or not."""
    return Library(load_answers(), {"emergency_number": "112", "centre_name": "the centre"})


@pytest.fixture(scope="session")
def follow_ups() -> dict[str, tuple[Meaning, ...]]:
    """The table of what follow-ups mean."""
    return load_follow_ups()


@pytest.fixture
def own_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Iterator[RecordStore]":
    """The record store of the installation, empty and for one test."""
    monkeypatch.setenv("CRYOBOT_RECORDS_URL", f"sqlite:///{tmp_path / 'own-records.db'}")
    settings.cache_clear()
    close_installed()
    store = installed_store()
    yield store
    store.close()
    settings.cache_clear()
    close_installed()
