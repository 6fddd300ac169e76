import pytest
from spacy.language import Language

from cryobot.language.components import base_form


@pytest.mark.parametrize(
    ("word", "base"),
    [("blisters", "blister"), ("burning", "burn"), ("swollen", "swell"), ("feet", "foot"), ("zzq", "zzq"), ("", "")],
)
def test_gives_the_base_form(word: str, base: str) -> None:
    assert base_form(word) == base


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("can't breathe", ["can", "not", "breathe"]),
        ("She won't wake", ["she", "will", "not", "wake"]),
        ("They've burnt", ["they", "have", "burn"]),
        ("SCARRING", ["scar"]),
        ("wounds", ["wound"]),
        ("left bleeding", ["left", "bleed"]),
    ],
)
def test_sets_lemmas(nlp: Language, text: str, lemmas: list[str]) -> None:
    assert [token.lemma_ for token in nlp(text)] == lemmas


def test_marks_the_vocabulary(nlp: Language) -> None:
    doc = nlp("My friend Mark has no blisters on his arm, but chest pain. What should I do if a scar appears?")
    found = {group: [span.text for span in spans] for group, spans in doc.spans.items() if spans}

    assert found["mark"] == ["blisters", "scar"]
    assert found["lookalike"] == ["friend Mark"]
    assert found["skin"] == ["arm", "chest"]
    assert found["negation"] == ["no"]
    assert found["danger_chest"] == ["chest pain"]
    assert "What should I do if" in found["what_to_do"][0]


def test_the_longest_match_of_a_group_wins(nlp: Language) -> None:
    doc = nlp("She is gasping for air.")
    assert [span.text for span in doc.spans["danger_breathing"]] == ["gasping for air"]


def test_every_document_has_every_group(nlp: Language) -> None:
    groups = set(nlp("").spans)
    assert {"mark", "mark_near_skin", "skin", "lookalike", "negation", "danger_breathing", "segment"} <= groups
    assert groups == set(nlp("I have a blister").spans)
