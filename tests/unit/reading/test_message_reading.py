import pytest

from cryobot.reading.reader import Reader, words_of


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("i have a blsiter on my leg", "i have a blister on my leg"),
        ("its verry smal", "its very small"),
        ("there is a scra on my sholder", "there is a scar on my shoulder"),
        ("burrrrn!!!", "burn!!!"),
        ("a bl1ster and a $car", "a blister and a scar"),
        ("bl!ster", "blister"),
        ("b l i s t e r on my leg", "blister on my leg"),
        ("i have theblister", "i have the blister"),
        ("isthistreatment safe", "isthistreatment safe"),
        ("whatifitleavesamarkonmyarm", "what if it leaves a mark on my arm"),
        ("Iamsafe? mykneeisredsincemonday!", "Iamsafe? my knee is red since monday!"),
        ("", ""),
    ],
)
def test_mends_spelling(reader: Reader, typed: str, read: str) -> None:
    assert reader.read(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "Is it safe, and what does it cost?",
        "I'm not sure; can't you tell?",
        "My friend Mark lives in Lasagne-on-Sea (no. 42).",
        "I take ibuprofen and statins, and use savlon.",
        "ROACCUTANE",
        "hydroxychloroquine, polyneuropathy, pseudoephedrine, cryptocurrency, hyperpigmented",
        "hahahahahahahaha asdkjfhaskdjfhaskjd",
        "3 sessions at 110 degrees",
        "https://example.com/a?b=c",
    ],
)
def test_leaves_what_is_spelled_right(reader: Reader, text: str) -> None:
    assert reader.read(text) == text


def test_digits_become_letters_only_for_a_word_that_matters(reader: Reader) -> None:
    assert reader.read("sc4r") == "scar"
    assert reader.read("b4 my t3rm") == "b4 my t3rm"


@pytest.mark.parametrize(
    ("text", "words"),
    [("I can't, REALLY!", ["i", "can't", "really"]), ("42 x1y", ["x", "y"]), ("", []), ("'quoted'", ["quoted"])],
)
def test_words_are_lower_case(text: str, words: list[str]) -> None:
    assert words_of(text) == words
