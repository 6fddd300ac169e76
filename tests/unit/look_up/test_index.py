"""Looks up what staff type while somebody waits at the desk: few words, in a hurry, often misspelled."""

import pytest

from cryobot.consistency.example_files import by_intent, read_examples
from cryobot.guidance.library import load_answers
from cryobot.look_up.index import Index
from cryobot.paths import NLU_EXAMPLES

LOOKUPS = [
    ("side effects", "side-effects-overview"),
    ("any side effects at all", "side-effects-overview"),
    ("sideefects", "side-effects-overview"),
    ("which side effects list", "side-effects-possible"),
    ("most common side effect", "side-effects-possible"),
    ("scar risk", "scarring-risk"),
    ("can it leave scars", "scarring-risk"),
    ("scaring chance", "scarring-risk"),
    ("antiseptic on wound", "scar-care"),
    ("scar cream", "scar-care"),
    ("blisters bleeding infection", "rare-side-effects"),
    ("infecton", "rare-side-effects"),
    ("home kit", "equipment-safety"),
    ("homekit", "equipment-safety"),
    ("homologated cabin", "equipment-safety"),
    ("uncertified machine", "equipment-safety"),
    ("red mark on arm", "skin-marks"),
    ("client has rash after session", "skin-marks"),
    ("blsiter on leg", "skin-marks"),
    ("check skin after session", "skin-check"),
    ("inspect skin injury", "skin-check"),
    ("is it safe", "overall-safety"),
    ("how dangerous is cryo", "overall-safety"),
    ("cold burns", "burns-and-temperature"),
    ("temprature control", "burns-and-temperature"),
    ("body after session", "after-session"),
    ("liquid nitrogen what for", "uses"),
    ("inflammation pain", "uses"),
    ("who wrote this", "about-provider"),
    ("cryosense", "about-provider"),
    ("chest pain", "emergency"),
    ("client passed out", "emergency"),
    ("frostbite white hard", "emergency"),
    ("pregnent", "ask-a-doctor"),
    ("pacemaker", "ask-a-doctor"),
    ("high blood pressure tablets", "ask-a-doctor"),
    ("raynauds", "ask-a-doctor"),
    ("price", "not-covered"),
    ("refund booking", "not-covered"),
    ("how many sessions", "not-covered"),
    ("football", "out-of-scope"),
    ("speak to staff", "talk-to-staff"),
    ("robot or human", "bot-identity"),
    ("what can the chatbot answer", "capabilities"),
    ("chatbot not working", "service-unavailable"),
    ("message not understood", "unclear"),
    ("useless answer complaint", "feedback-negative"),
    ("thanks", "thanks"),
    ("good morning", "greet"),
    ("bye", "goodbye"),
]
REQUIRED = 0.9


@pytest.fixture(scope="module")
def index() -> Index:
    examples, _ = read_examples(NLU_EXAMPLES)
    return Index(load_answers().values(), by_intent(examples))


def found(index: Index, search: str, most: int = 3) -> list[str]:
    return [hit.answer.id for hit in index.look_up(search, most).hits]


def test_the_right_answer_comes_first(index: Index) -> None:
    missed = [
        (search, wanted, found(index, search)) for search, wanted in LOOKUPS if found(index, search, 1) != [wanted]
    ]

    assert len(missed) <= (1 - REQUIRED) * len(LOOKUPS), missed


def test_every_answer_can_be_found_by_its_title(index: Index) -> None:
    missed = [answer.title for answer in load_answers().values() if answer.id not in found(index, answer.title)]

    assert missed == []


def test_the_best_comes_first_and_no_more_than_asked_for(index: Index) -> None:
    hits = index.look_up("blister home kit", 3).hits

    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert {"equipment-safety", "rare-side-effects"} <= {hit.answer.id for hit in hits}


@pytest.mark.parametrize(("typed", "meant"), [("dermatoligst", "dermatologist"), ("nitrogn", "nitrogen")])
def test_a_misspelled_word_finds_what_the_right_one_finds(index: Index, typed: str, meant: str) -> None:
    assert found(index, typed, 1) == found(index, meant, 1)


def test_the_beginning_of_a_word_is_enough(index: Index) -> None:
    assert found(index, "homolog", 1) == ["equipment-safety"]


@pytest.mark.parametrize("search", ["", "  ", "?!", "qzwxj", "漢字"])
def test_nothing_is_found(index: Index, search: str) -> None:
    assert found(index, search) == []


def test_what_cannot_be_written_in_utf_8_does_no_harm(index: Index) -> None:
    assert found(index, "blister \udce9", 1) == found(index, "blister", 1)


def test_answers_are_found_without_any_examples() -> None:
    bare = Index(load_answers().values(), {})

    assert found(bare, "antiseptic", 1) == ["scar-care"]


def test_texts_in_another_language_are_found() -> None:
    uses = load_answers()["uses"]
    spanish = uses.model_copy(update={"texts": {"default": {"en": "Pain.", "es": "Alivia el dolor."}}})

    assert found(Index([spanish], {}, "es"), "dolor") == ["uses"]
    assert found(Index([spanish], {}, "en"), "dolor") == []
