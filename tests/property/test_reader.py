"""Whatever is written, reading it ends in plain text, changes no word that is right, and undoes every disguise."""

import string
import unicodedata
from collections.abc import Callable

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cryobot.language.components import base_form
from cryobot.reading.characters import fold
from cryobot.reading.lexicon import COMMON_FREQUENCY, english_frequencies
from cryobot.reading.reader import Reader

# The fixtures are made once and never change.
steady = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

COMMON = sorted(word for word, count in english_frequencies().items() if count >= COMMON_FREQUENCY and len(word) > 1)
MATTERING = ("blister", "scar", "burn", "rash", "wound", "bleed", "swell", "mark", "breathe", "chest", "frostbite")
SEPARATORS = (" ", ".", "-", "_", "*", " -", "  ")

words = st.sampled_from(COMMON) | st.sampled_from(MATTERING) | st.text("abdeilnorstu", min_size=1, max_size=9)


def spaced_out(word: str, separator: str) -> str:
    return separator.join(word)


def stretched(word: str, index: int, times: int) -> str:
    index %= len(word)
    return word[:index] + word[index] * times + word[index + 1 :]


def mistyped(word: str, index: int, typed: str) -> str:
    index %= len(word) + 1
    return word[:index] + typed + word[index:]


disguised = (
    st.builds(spaced_out, words, st.sampled_from(SEPARATORS))
    | st.builds(stretched, words, st.integers(0, 9), st.integers(1, 5))
    | st.builds(mistyped, words, st.integers(0, 9), st.sampled_from("aeiorst0178@$!|'-. \u200bіé"))
)
sentences = st.builds(
    lambda parts, separator: separator.join(parts),
    st.lists(words | disguised, max_size=6),
    st.sampled_from([" ", ", ", ". ", "", "-"]),
)
anything = st.text(st.characters(), max_size=80) | sentences


@given(text=anything)
@steady
@example(text="\ud800")
@example(text="ﷺ" * 20)
@example(text="a\u0301\u0302\u0303" * 20)
def test_reads_any_text_and_reads_it_once(reader: Reader, text: str) -> None:
    """Reading again changes nothing.

    A word is replaced by words of the lexicon only, which are known, and a shortened one has nothing to shorten left.
    """
    read = reader.read(text)
    assert reader.read(read) == read


@given(text=anything)
@steady
def test_nothing_hidden_is_left(reader: Reader, text: str) -> None:
    read = reader.read(text)
    assert not [
        c for c in read if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn"} or unicodedata.combining(c)
    ]
    assert read == " ".join(read.split())


@given(text=anything)
@steady
def test_what_is_not_ascii_has_no_plain_form(reader: Reader, text: str) -> None:
    foreign = [character for character in reader.read(text) if not character.isascii()]
    assert all(fold(character) == character for character in foreign)
    assert set(foreign) <= set(unicodedata.normalize("NFKD", text)), "nothing is made up"


@given(known=st.lists(st.sampled_from(COMMON), max_size=8), case=st.sampled_from([str, str.upper, str.title]))
@steady
def test_a_known_word_stays(reader: Reader, known: list[str], case: Callable[[str], str]) -> None:
    text = " ".join(map(case, known))
    assert reader.read(text) == text


def test_every_word_of_the_lexicon_stays(reader: Reader) -> None:
    assert [word for word in reader.lexicon.words if reader.read(word) != word] == []


def look_alikes() -> dict[str, list[str]]:
    """Cyrillic and Greek letters that look like a Latin one, as anybody can type them, and the wide forms."""
    pairs = zip("асеорхуіјѕԁһνου", "aceopxyijsdhvou", strict=True)
    table = {letter: [chr(ord(letter) + 0xFEE0)] for letter in string.ascii_lowercase}
    for other, letter in pairs:
        table[letter].append(other)
    return table


LOOK_ALIKES = look_alikes()


@given(data=st.data(), word=st.sampled_from(MATTERING))
@steady
def test_look_alike_letters_are_read_back(reader: Reader, data: st.DataObject, word: str) -> None:
    typed = "".join(data.draw(st.sampled_from([letter, *LOOK_ALIKES[letter]])) for letter in word)
    assert reader.read(f"my {typed} since monday") == f"my {word} since monday"


@given(data=st.data(), word=st.sampled_from(MATTERING))
@steady
def test_hidden_characters_inside_a_word_are_dropped(reader: Reader, data: st.DataObject, word: str) -> None:
    hidden = st.text("\u200b\u200c\u200d\u2060\ufeff\u00ad\u0336\u0301\x00", max_size=3)
    typed = "".join(letter + data.draw(hidden) for letter in word)
    assert reader.read(f"my {typed}") == f"my {word}"


@given(word=st.sampled_from(MATTERING), separator=st.sampled_from(SEPARATORS))
@steady
def test_a_spaced_out_word_is_read_back(reader: Reader, word: str, separator: str) -> None:
    assert reader.read(f"my {spaced_out(word, separator)}, since monday") == f"my {word}, since monday"


def test_every_spaced_out_word_that_matters_is_read_back(reader: Reader) -> None:
    lost = [
        word for word in sorted(reader.lexicon.matters) if reader.read(f"my {spaced_out(word, ' ')}") != f"my {word}"
    ]
    assert lost == []


def test_every_stretched_word_that_matters_is_read_back(reader: Reader) -> None:
    lost = {
        word
        for word in reader.lexicon.matters
        for index in range(len(word))
        if base_form(reader.read(stretched(word, index, 5))) != base_form(word)
    }
    assert sorted(lost) == []


def test_digits_for_letters_are_read_back_in_every_word_that_matters(reader: Reader) -> None:
    digits = {"o": "0", "i": "1", "e": "3", "a": "4", "s": "5", "t": "7"}
    lost = {
        typed
        for word in reader.lexicon.matters
        for typed in (word.replace(letter, digit, 1) for letter, digit in digits.items())
        if not typed.isdigit() and reader.read(typed) != word
    }
    assert sorted(lost) == []
