"""Any text, split to any limit: the limit is kept and nothing but white space at the cuts is lost."""

from hypothesis import example, given
from hypothesis import strategies as st

from cryobot.messaging.limits import length
from cryobot.messaging.splitting import split

texts = st.text(st.characters(), max_size=400) | st.text("ab. !?\n\u200d\u0301👍🏽👩\u2028 。", max_size=400)
limits = st.integers(2, 200)


@given(texts, limits)
@example("a" * 1000, 3)
@example("👩\u200d👩\u200d👧\u200d👦" * 30, 10)
@example("e" + "\u0301" * 100, 20)
@example(" \n\n ." * 50, 2)
def test_every_piece_keeps_the_limit_and_says_something(text: str, most: int) -> None:
    pieces = split(text, most)

    assert all(0 < length(piece) <= most for piece in pieces)
    assert all(piece.strip() for piece in pieces)


@given(texts, limits)
@example("First. Second! Third? Fourth.", 8)
@example("no end" * 50, 7)
def test_nothing_is_lost_but_white_space_at_the_cuts(text: str, most: int) -> None:
    rest = text
    for piece in split(text, most):
        before, found, rest = rest.partition(piece)
        assert found
        assert not before.strip()

    assert not rest.strip()


@given(texts)
def test_what_fits_stays_as_it_is(text: str) -> None:
    assert split(text, max(2, length(text))) == ([text] if text.strip() else [])


@given(
    st.lists(st.sampled_from(["Please see a doctor.", "It is cold!", "Is it?", "Yes."]), min_size=1, max_size=40),
    st.integers(25, 200),
)
def test_sentences_that_fit_are_never_cut(sentences: list[str], most: int) -> None:
    for piece in split(" ".join(sentences), most):
        assert piece.endswith((".", "!", "?"))
        assert piece[0].isupper()
