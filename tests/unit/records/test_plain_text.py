import re

from hypothesis import example, given
from hypothesis import strategies as st

from cryobot.records.plain_text import escape, unescape

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
@example("\x00")
@example("\\0000")
@example("\ud83d\ude00 \udfff")
def test_every_text_comes_back_and_its_stored_form_suits_every_database(text: str) -> None:
    stored = escape(text)

    assert unescape(stored) == text
    assert "\x00" not in stored
    stored.encode("utf-8")


@given(ANY_TEXT, ANY_TEXT)
@example("\x00", "\\0000")
def test_two_texts_never_share_a_stored_form(one: str, other: str) -> None:
    assert (escape(one) == escape(other)) == (one == other)


def test_ordinary_text_is_stored_as_it_is() -> None:
    text = '¿Quedan marcas? 皮膚 \U0001f976\n\t"it\'s" 100 %'

    assert escape(text) == text
    assert not re.search(r"\\", escape(text))
