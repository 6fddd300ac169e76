"""Holds the rules against the sentences of marks.yml and danger.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language

from cryobot.detection.danger import danger_evidence
from cryobot.detection.marks import mark_evidence

FOUND = ("there", "what_to_do")
NOT_FOUND = ("denied", "possible", "lookalikes")


def sentences(name: str, groups: tuple[str, ...]) -> list[Any]:
    tables = yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8"))
    assert set(tables) == {*FOUND, *NOT_FOUND}
    return [pytest.param(text, id=f"{group}: {text}") for group in groups for text in tables[group]]


@pytest.mark.parametrize("text", sentences("marks", FOUND))
def test_finds_a_mark(nlp: Language, text: str) -> None:
    doc = nlp(text)
    found = mark_evidence(doc)
    assert found
    assert found in text


@pytest.mark.parametrize("text", sentences("marks", NOT_FOUND))
def test_finds_no_mark(nlp: Language, text: str) -> None:
    assert mark_evidence(nlp(text)) is None


@pytest.mark.parametrize("text", sentences("danger", FOUND))
def test_finds_danger(nlp: Language, text: str) -> None:
    found = danger_evidence(nlp(text))
    assert found
    assert found in text


@pytest.mark.parametrize("text", sentences("danger", NOT_FOUND))
def test_finds_no_danger(nlp: Language, text: str) -> None:
    assert danger_evidence(nlp(text)) is None


@pytest.mark.parametrize("text", ["", " ", "?", "👍", "皮肤"])
def test_finds_nothing_in_nothing(nlp: Language, text: str) -> None:
    assert mark_evidence(nlp(text)) is None
    assert danger_evidence(nlp(text)) is None


@pytest.mark.parametrize("text", ["I have a blister on my foot.", "My chest hurts."])
def test_finds_it_behind_thousands_of_other_words(nlp: Language, text: str) -> None:
    doc = nlp("We came by bus and had some soup for lunch. " * 80 + text)
    assert (mark_evidence(doc), danger_evidence(doc)) in [("blister", None), (None, "chest hurts")]


def test_names_the_first_mark(nlp: Language) -> None:
    assert mark_evidence(nlp("My knee has a scar and my foot has a blister.")) == "scar"
    assert mark_evidence(nlp("No scar, but my foot has a blister.")) == "blister"
