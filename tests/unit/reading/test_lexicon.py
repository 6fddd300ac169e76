import pytest

from cryobot.reading.lexicon import Lexicon, build_lexicon, english_frequencies

LEXICON = Lexicon(
    {"blister": 9, "treatment": 40, "session": 60, "scar": 9, "burn": 5, "form": 3},
    frozenset({"blister", "scar", "burn"}),
)


def test_english_words_come_with_their_frequency() -> None:
    words = english_frequencies()
    assert len(words) > 80_000
    assert words["the"] > words["blister"] > 0


@pytest.mark.parametrize("word", ["blister", "session", "house"])
def test_knows_the_words_of_the_lexicon_and_common_english(word: str) -> None:
    assert LEXICON.is_known(word)


@pytest.mark.parametrize("word", ["blsiter", "qwpoe", ""])
def test_does_not_know_what_is_no_word(word: str) -> None:
    assert not LEXICON.is_known(word)
    assert not LEXICON.is_rare(word)


def test_a_rare_english_word_may_be_a_slip() -> None:
    assert LEXICON.is_rare("scarp")
    assert LEXICON.nearest("scarp", only_what_matters=True) == "scar"
    assert LEXICON.nearest("blistery", only_what_matters=True) == "blister"
    assert LEXICON.nearest("sessions", only_what_matters=True) is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("blsiter", "blister"),
        ("blistr", "blister"),
        ("blitser", "blister"),
        ("treatmnet", "treatment"),
        ("sesion", "session"),
        ("sccar", "scar"),
        ("bburn", "burn"),
    ],
)
def test_finds_the_nearest_word(typed: str, word: str) -> None:
    assert LEXICON.nearest(typed) == word


@pytest.mark.parametrize("typed", ["bur", "qwpoezzxt", "xylophone", "b" * 30, ""])
def test_finds_none_when_too_short_too_long_or_too_far(typed: str) -> None:
    assert LEXICON.nearest(typed) is None


def test_what_matters_wins_at_the_same_distance() -> None:
    lexicon = Lexicon({"scar": 1, "scam": 1000}, frozenset({"scar"}))
    assert lexicon.nearest("scaq") == "scar"


def test_another_first_letter_counts_against_a_word() -> None:
    lexicon = Lexicon({"form": 1, "norm": 1000}, frozenset())
    assert lexicon.nearest("forn") == "form"
    assert lexicon.nearest("fform") == "form"


def test_is_built_from_messages_and_the_words_that_matter() -> None:
    messages = [["my", "session", "plz"], ["session", "plz", "zzq"], *[["plz"]] * 6]
    lexicon = build_lexicon(messages, matters=["blister"], known=["statins"])

    assert lexicon.words["session"] == 2
    assert lexicon.is_known("plz"), "slang that is used often is no mistake"
    assert not lexicon.is_known("zzq")
    assert lexicon.is_known("statins")
    assert lexicon.matters == {"blister"}
    assert lexicon.is_known("blister")
