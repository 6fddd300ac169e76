import pytest

from cryobot.consistency.folding import bag_of_words, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Is it SAFE?", "is it safe"),
        ("can't breathe!!", "cant breathe"),
        ("can’t breathe", "can't breathe"),
        ("side-effects", "side effects"),
        ("café ", "CAFE"),
    ],
)
def test_case_accents_and_punctuation_make_no_difference(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("???", "..."), ("👍", "👎"), ("scar", "scars")])
def test_different_texts_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_order_of_words_makes_no_difference_in_a_bag() -> None:
    assert bag_of_words("Cryo: is it safe?") == bag_of_words("is it safe, cryo")
    assert bag_of_words("is it safe") != bag_of_words("is it not safe")
