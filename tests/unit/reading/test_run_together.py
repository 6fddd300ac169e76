import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cryobot.reading.lexicon import english_frequencies
from cryobot.reading.run_together import LONGEST, pieces_of


def frequency(word: str) -> int:
    return english_frequencies().get(word, 0)


@pytest.mark.parametrize(
    ("run", "pieces"),
    [
        ("doesitleavearedring", "does it leave a red ring"),
        ("canigothereinthemorning", "can i go there in the morning"),
        ("thisisaxqzwordinthemiddle", "this is axqz word in the middle"),
    ],
)
def test_parts_what_reads_as_a_sentence(run: str, pieces: str) -> None:
    assert pieces_of(run, frequency) == pieces.split()


@pytest.mark.parametrize(
    "run",
    [
        "",
        "theskin",
        "cryptocurrency",
        "polyneuropathy",
        "qwertzuiopasdfghjkl",
        "a" * 50,
        "whatisit" * LONGEST,
    ],
)
def test_leaves_everything_else(run: str) -> None:
    assert pieces_of(run, frequency) is None


@given(st.text(string.ascii_lowercase, max_size=60))
def test_no_letter_is_lost(run: str) -> None:
    pieces = pieces_of(run, frequency)
    assert pieces is None or "".join(pieces) == run
