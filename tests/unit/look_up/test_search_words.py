import pytest

from cryobot.look_up.search_words import SearchWords, lines, stem, trigrams, words

KNOWN = SearchWords(
    {"blister": 50, "blisters": 20, "home": 40, "kit": 30, "homologated": 25, "prevent": 60, "pregnant": 60}
)


def test_words_without_case_and_signs() -> None:
    assert words("Can't I SEE “a” skin-doctor?") == ["cant", "i", "see", "a", "skin", "doctor"]
    assert words("Señor, ¿qué?") == ["señor", "¿qué"]


def test_many_texts_are_cut_like_one() -> None:
    texts = ["Is it safe?", "", "Line\nbreak", "can’t – won't"]

    assert lines(texts) == [words(text) for text in texts]
    assert lines([]) == []


@pytest.mark.parametrize(
    ("forms", "same"),
    [
        (("blister", "blisters", "blistering", "blistered"), True),
        (("scar", "scars", "scarring", "scarred"), True),
        (("cabin", "cabins"), True),
        (("injury", "injuries"), True),
        (("safe", "safely"), True),
        (("manage", "managed", "managing"), True),
        (("care", "cares", "caring"), True),
        (("rash", "rashes"), True),
        (("freeze", "freezing"), True),
        (("scare", "scares", "scared"), True),
        (("scar", "scared"), False),
        (("kiss", "kit"), False),
        (("bus", "bu"), False),
    ],
)
def test_forms_of_a_word_have_the_same_stem(forms: tuple[str, ...], same: bool) -> None:
    assert (len({stem(form) for form in forms}) == 1) is same


def test_trigrams() -> None:
    assert trigrams("burns") == {"bur", "urn", "rns"}
    assert trigrams("a") == frozenset()


def test_all_forms_of_a_known_word_are_meant() -> None:
    assert KNOWN.meant_by("blistering") == {"blister": 1.0, "blisters": 1.0}


def test_a_misspelled_word_means_the_nearest_one_and_counts_less() -> None:
    meant = KNOWN.meant_by("pregnent")

    assert list(meant) == ["pregnant"]
    assert 0.5 < meant["pregnant"] < 1


def test_a_part_of_a_word_means_the_whole() -> None:
    assert list(KNOWN.meant_by("homolog")) == ["homologated"]


@pytest.mark.parametrize("word", ["xyzzy", "kid", "ho"])
def test_an_unknown_word_means_nothing(word: str) -> None:
    assert KNOWN.meant_by(word) == {}


def test_two_words_written_as_one_are_cut() -> None:
    assert KNOWN.split("Homekit blister, home") == ["home", "kit", "blister"]
    assert KNOWN.split("xyzzykit") == ["xyzzykit"]
