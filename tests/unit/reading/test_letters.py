import pytest

from cryobot.reading.letters import join_spaced_out, letters_for_digits, shorten_stretched

KNOWN = {"burn", "sore", "swell", "see", "bleed", "hello"}


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ("b l i s t e r", "blister"),
        ("my b.u.r.n hurts", "my burn hurts"),
        ("s-c-a-r?", "scar?"),
        ("w_e_l_t", "welt"),
        ("r*a*s*h", "rash"),
        ("B L I S T E R", "BLISTER"),
    ],
)
def test_joins_words_that_are_spaced_out(typed: str, joined: str) -> None:
    assert join_spaced_out(typed) == joined


@pytest.mark.parametrize(
    "text", ["a b c", "I am a", "e.g. me", "x y", "plan b or c", "a-b", "1 2 3 4", "no spaces here", "a b-c d"]
)
def test_leaves_short_and_mixed_rows_of_letters(text: str) -> None:
    assert join_spaced_out(text) == text


@pytest.mark.parametrize(
    ("typed", "shortened"),
    [
        ("burrrn", "burn"),
        ("swellll", "swell"),
        ("bleeeeed", "bleed"),
        ("SOOOORE", "SORE"),
        ("zzzap", "zap"),
        ("burrn", "burrn"),
        ("hello", "hello"),
    ],
)
def test_shortens_stretched_words_to_the_spelling_that_is_known(typed: str, shortened: str) -> None:
    assert shorten_stretched(typed, KNOWN.__contains__) == shortened


@pytest.mark.parametrize(
    ("typed", "letters"), [("bl1ster", "blister"), ("$c4r", "scar"), ("r@5h", "rash"), ("plain", "plain")]
)
def test_reads_digits_and_signs_as_letters(typed: str, letters: str) -> None:
    assert letters_for_digits(typed) == letters
