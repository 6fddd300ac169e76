from random import Random

import pytest

from cryobot.evaluation.typos import NEIGHBOURS
from cryobot.understanding.labels import BACKGROUND
from tools.encoder.examples import Example
from tools.encoder.noise import JOINTS, Noise, concatenate, disturb, misspell

TEXT = "I have a red mark on my arm after the session, what should I do now?"
SILENCE = Noise(concatenate=0, misspell=0, lower_case=0)
MARK = Example("There is a mark", ("skin-marks",), "plain")
PRICE = Example("How much is it", ("not-covered",), "terse")
TOLD = Example("I went on Monday", (BACKGROUND,), "world")


def test_without_noise_examples_stay_as_they_are() -> None:
    assert disturb([MARK, PRICE, TOLD], SILENCE, Random(0)) == [MARK, PRICE, TOLD]


def test_the_same_seed_disturbs_in_the_same_way() -> None:
    examples = [MARK, PRICE, TOLD] * 20
    assert disturb(examples, Noise(), Random(1)) == disturb(examples, Noise(), Random(1))
    assert disturb(examples, Noise(), Random(1)) != disturb(examples, Noise(), Random(2))


def test_each_example_is_given_once_and_keeps_its_voice() -> None:
    disturbed = disturb([MARK, PRICE, TOLD] * 20, Noise(), Random(3))
    assert [example.voice for example in disturbed] == ["plain", "terse", "world"] * 20


def test_a_concatenation_holds_both_texts_in_either_order() -> None:
    texts = {concatenate(MARK, PRICE, Random(seed)).text for seed in range(200)}
    expected = {a.text + joint + b.text for joint in JOINTS for a, b in ((MARK, PRICE), (PRICE, MARK))}
    assert texts == expected


def test_a_concatenation_has_the_labels_of_both() -> None:
    assert set(concatenate(MARK, PRICE, Random(0)).labels) == {"skin-marks", "not-covered"}
    assert concatenate(MARK, MARK, Random(0)).labels == ("skin-marks",)


@pytest.mark.parametrize("seed", range(6))
def test_background_is_no_label_beside_a_question(seed: int) -> None:
    assert concatenate(MARK, TOLD, Random(seed)).labels == ("skin-marks",)
    assert concatenate(TOLD, TOLD, Random(seed)).labels == (BACKGROUND,)


def test_what_is_put_beside_a_question_may_be_background_only() -> None:
    noise = Noise(concatenate=1, with_background=1, misspell=0, lower_case=0)
    disturbed = disturb([MARK, PRICE, TOLD], noise, Random(0))
    assert [example.labels for example in disturbed] == [MARK.labels, PRICE.labels, TOLD.labels]
    assert all(TOLD.text in example.text for example in disturbed)


def test_without_background_examples_any_other_is_put_beside() -> None:
    noise = Noise(concatenate=1, with_background=1, misspell=0, lower_case=0)
    (disturbed,) = disturb([MARK], noise, Random(0))
    assert disturbed.text.count(MARK.text) == 2


def test_capitals_are_lost() -> None:
    (disturbed,) = disturb([MARK], Noise(concatenate=0, misspell=0, lower_case=1), Random(0))
    assert disturbed.text == "there is a mark"


def test_typos_come_as_often_as_asked() -> None:
    same = sum(misspell("a", 5, Random(seed)) == "a" for seed in range(4000))
    # One in five letters is touched, and each touch of a single letter but the swap changes it.
    assert same / 4000 == pytest.approx(0.8 + 0.2 / 5, abs=0.02)


def test_every_kind_of_typo_is_made() -> None:
    typed = {misspell("gh", 2, Random(seed)) for seed in range(2000)}
    assert {near + "h" for near in NEIGHBOURS["g"]} <= typed
    assert {"g" + near + "h" for near in NEIGHBOURS["g"]} <= typed
    assert {"hg", "h", "ggh", "gh"} <= typed


def test_only_letters_are_misspelled() -> None:
    assert all(misspell("1. 2? 3-4!", 1, Random(seed)) == "1. 2? 3-4!" for seed in range(50))


def test_a_letter_without_a_key_can_be_misspelled() -> None:
    assert {misspell("é", 1, Random(seed)) for seed in range(100)} == {"é", "", "éé"}


def test_nothing_is_lost_in_a_swap() -> None:
    swapped = [typed for seed in range(3000) if sorted(typed := misspell(TEXT, 12, Random(seed))) == sorted(TEXT)]
    assert any(typed != TEXT for typed in swapped)
