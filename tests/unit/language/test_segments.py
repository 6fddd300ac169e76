import pytest
from spacy.language import Language

from cryobot.language.segments import MOST_SEGMENTS, segment_texts


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("Is it safe and what does it cost?", ["Is it safe", "and what does it cost?"]),
        ("Is it safe? What does it cost?", ["Is it safe?", "What does it cost?"]),
        ("is it safe\nwhat does it cost", ["is it safe", "what does it cost"]),
        ("is it safe, does it hurt", ["is it safe", ", does it hurt"]),
        (
            "is it safe plus what is the price btw do you open",
            ["is it safe", "plus what is the price", "btw do you open"],
        ),
        ("I have a scar, and I want a refund", ["I have a scar,", "and I want a refund"]),
    ],
)
def test_splits_where_a_question_may_begin(nlp: Language, text: str, segments: list[str]) -> None:
    assert segment_texts(nlp(text)) == segments


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "salt and pepper",
        "I bought it, paid and left",
        "and what does it cost?",
        "is it safe but",
        "ok. Is it safe",
        "hi, how are you",
    ],
)
def test_leaves_one_question_whole(nlp: Language, text: str) -> None:
    assert segment_texts(nlp(text)) == [text]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_message_is_one_empty_segment(nlp: Language, text: str) -> None:
    assert [segment.strip() for segment in segment_texts(nlp(text))] == [""]


def test_the_number_of_segments_is_bounded(nlp: Language) -> None:
    assert len(segment_texts(nlp("Is it safe? " * 400))) == MOST_SEGMENTS
