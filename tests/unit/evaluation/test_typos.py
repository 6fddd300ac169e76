from random import Random

import pytest

from cryobot.evaluation.typos import NEIGHBOURS, Kind, Typo, apply, draw, with_typos

TEXT = "I have a red mark on my arm after the session, what should I do now?"


def test_neighbours_are_those_of_a_qwerty_keyboard() -> None:
    assert set(NEIGHBOURS["g"]) == set("tyfhvb")
    assert set(NEIGHBOURS["q"]) == set("wa")
    assert set(NEIGHBOURS["p"]) == set("ol")
    assert set(NEIGHBOURS["m"]) == set("njk")
    assert all(key in NEIGHBOURS[near] for key, keys in NEIGHBOURS.items() for near in keys)


def test_every_kind_is_drawn() -> None:
    drawn = {typo.kind for seed in range(100) for typo in draw(TEXT, Random(seed))}
    assert drawn == set(Kind)


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_does_what_its_name_says(kind: Kind) -> None:
    typos = [typo for seed in range(300) for typo in draw(TEXT, Random(seed)) if typo.kind is kind]
    assert typos
    for typo in typos:
        before = TEXT[typo.position : typo.position + typo.length]
        expected = {
            Kind.NEIGHBOUR: typo.typed.lower() in NEIGHBOURS.get(before.lower(), ""),
            Kind.INSERTION: typo.typed[:1] == before and typo.typed[1:].lower() in NEIGHBOURS.get(before.lower(), ""),
            Kind.TRANSPOSITION: typo.typed == before[::-1] and before.isalpha() and typo.typed != before,
            Kind.OMISSION: typo.typed == "" and before.isalpha(),
            Kind.DOUBLING: typo.typed == before * 2,
            Kind.MISSING_SPACE: before == typo.typed + " ",
        }
        assert expected[kind], typo


def test_a_word_of_one_letter_is_never_left_out() -> None:
    drawn = [typo for seed in range(300) for typo in draw("a b c d e f", Random(seed))]
    assert Kind.OMISSION not in {typo.kind for typo in drawn}


def test_capitals_stay_capitals() -> None:
    assert all(with_typos("BLISTERS", seed).isupper() for seed in range(50))


def test_typos_are_made_at_their_places_in_any_order() -> None:
    typos = [Typo(Kind.OMISSION, 0, 1, ""), Typo(Kind.TRANSPOSITION, 3, 2, "kr")]
    assert apply("amark", typos) == apply("amark", typos[::-1]) == "makr"


def test_the_result_is_fixed_across_runs() -> None:
    # A literal, so that a change of the typos, which would make figures incomparable, does not pass unseen.
    assert with_typos("Is there a scar on my leg?", 1) == "Is thnere a scar on my legf?"


def test_seeds_differ() -> None:
    assert len({with_typos(TEXT, seed) for seed in (1, 2, 3)}) == 3
