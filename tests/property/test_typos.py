from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from cryobot.evaluation.typos import apply, draw, with_typos

SENTENCES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCXYZ     .,?'é7ß🙂", max_size=120)
TEXTS = st.one_of(SENTENCES, st.text(max_size=60))
SEEDS = st.integers(min_value=0, max_value=10_000)


def letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


@given(TEXTS, SEEDS)
def test_the_same_text_and_seed_give_the_same_typos(text: str, seed: int) -> None:
    assert with_typos(text, seed) == with_typos(text, seed)


@given(TEXTS, SEEDS)
def test_six_letters_get_a_typo_and_fewer_none(text: str, seed: int) -> None:
    assert (with_typos(text, seed) != text) == (letters(text) >= 6)


@given(TEXTS, SEEDS)
def test_about_one_letter_in_twelve_is_hit(text: str, seed: int) -> None:
    typos = draw(text, Random(seed))
    assert abs(len(typos) - letters(text) / 12) <= 1
    assert DamerauLevenshtein.distance(text, with_typos(text, seed)) <= len(typos)


@given(TEXTS, SEEDS)
def test_typos_do_not_touch_each_other(text: str, seed: int) -> None:
    typos = draw(text, Random(seed))
    assert all(one.position + one.length < other.position for one, other in pairwise(typos))


@given(TEXTS, SEEDS)
def test_only_letters_and_spaces_change(text: str, seed: int) -> None:
    def others(words: str) -> list[str]:
        return [character for character in words if not character.isalpha() and character != " "]

    typed = with_typos(text, seed)
    assert others(typed) == others(text)
    assert typed.count(" ") <= text.count(" ")


@given(TEXTS, SEEDS)
def test_what_is_drawn_can_be_applied_in_any_order(text: str, seed: int) -> None:
    typos = draw(text, Random(seed))
    assert apply(text, typos) == apply(text, typos[::-1])
