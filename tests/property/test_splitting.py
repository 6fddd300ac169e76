"""However a message is split, no word is lost and none changes its place."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from cryobot.language.segments import GROUP, MOST_SEGMENTS, segment_texts

steady = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

WORDS = [
    "is",
    "it",
    "safe",
    "what",
    "does",
    "cost",
    "and",
    "but",
    "also",
    "i",
    "my",
    "skin",
    "scar",
    "hello",
    "no",
    "can't",
]
MARKS = ["?", ".", ",", ";", "...", "-", "(", ")", "&", "\n", "!", ":"]
messages = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS), max_size=40).map(" ".join)


@given(text=messages | st.text(st.characters(codec="utf-8"), max_size=60))
@steady
@example(text="")
@example(text="and and and and")
def test_segments_hold_every_word_in_order(nlp: Language, text: str) -> None:
    doc = nlp(text)
    segments = list(doc.spans[GROUP])
    kept = [token.i for span in segments for token in span]
    assert kept == list(range(len(kept))), "no gap, no word twice"
    if len(segments) < MOST_SEGMENTS:
        assert len(kept) == len(doc)
        typed = "".join(text.split())
        assert "".join("".join(segment.split()) for segment in segment_texts(doc)) == typed


@given(text=messages)
@steady
def test_segments_are_bounded_and_not_empty(nlp: Language, text: str) -> None:
    segments = segment_texts(nlp(text))
    assert 1 <= len(segments) <= MOST_SEGMENTS
    if len(segments) > 1:
        assert all(segments)
