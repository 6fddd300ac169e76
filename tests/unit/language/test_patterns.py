from collections.abc import Iterator

import pytest
from spacy.language import Language

from cryobot.language.assembly import _patterns
from cryobot.language.patterns import GAP, token_pattern
from cryobot.language.vocabulary import Vocabulary


def matches(nlp: Language, pattern: str, text: str) -> list[str]:
    from spacy.matcher import Matcher

    matcher = Matcher(nlp.vocab)
    matcher.add("it", [token_pattern(pattern)], greedy="LONGEST")
    doc = nlp(text)
    return [span.text for span in sorted(matcher(doc, as_spans=True), key=lambda span: span.start)]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("blister", "two BLISTERS blistered", ["BLISTERS", "blistered"]),
        ("chest pain|hurt", "chest pains, my chest hurts", ["chest pains", "chest hurts"]),
        ("wake up? with", "woke with it, woke up with it", ["woke with", "woke up with"]),
        ("tank ... leak", "the tank by the door is leaking", ["tank by the door is leaking"]),
        ("tank ... leak", "tank a b c d leak", ["tank a b c d leak"]),
        ("tank ... leak", "tank a b c d e leak", []),
        ("not breathe", "he isn't breathing", ["n't breathing"]),
    ],
)
def test_a_pattern_finds_what_it_says(nlp: Language, pattern: str, text: str, found: list[str]) -> None:
    assert matches(nlp, pattern, text) == found


def test_a_gap_does_not_reach_into_the_next_sentence(nlp: Language) -> None:
    assert matches(nlp, "tank ... leak", "I saw the tank. It has a leak.") == []


def test_a_gap_at_the_end_means_nothing() -> None:
    assert token_pattern("have ...") == token_pattern("have")
    assert len(token_pattern("have ... scar")) == 2 + GAP


@pytest.mark.parametrize("pattern", ["", "   ", "...", "... scar"])
def test_refuses_a_pattern_that_begins_with_no_word(pattern: str) -> None:
    with pytest.raises(ValueError, match="begins and ends with a word"):
        token_pattern(pattern)


def words_of_patterns(vocabulary: Vocabulary) -> Iterator[tuple[str, list[str]]]:
    for lines in _patterns(vocabulary).values():
        for line in lines:
            yield from ((line, word.rstrip("?").split("|")) for word in line.split() if word != "...")


def test_every_word_of_the_vocabulary_can_be_found(nlp: Language, vocabulary: Vocabulary) -> None:
    """A word that is not written in its base form matches no token, and its pattern is shorter than it looks."""
    lost = [
        f"{word} in '{line}'"
        for line, alternatives in words_of_patterns(vocabulary)
        for word in alternatives
        if nlp(word)[0].lemma_ not in alternatives
    ]
    assert lost == []
