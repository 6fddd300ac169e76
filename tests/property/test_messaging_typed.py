"""Whatever is typed."""

from hypothesis import given
from hypothesis import strategies as st

from cryobot.channels.cleaning import clean
from cryobot.messaging.outgoing import Button
from cryobot.messaging.typed import chosen, shortened

LIMIT = 100


@given(st.text(st.characters(), max_size=400))
def test_a_shortened_text_is_short_also_when_it_is_cleaned(text: str) -> None:
    result = shortened(text, LIMIT)

    assert len(result) <= max(LIMIT, len(result) if result == text else 0)
    assert len(clean(result)) <= LIMIT
    assert bool(clean(result)) == bool(clean(text))


@given(st.text("ab /", min_size=101, max_size=400))
def test_the_start_and_the_end_are_kept(text: str) -> None:
    cleaned, result = clean(text), shortened(text, LIMIT)

    assert result[:40] == (cleaned[:40] if len(cleaned) > LIMIT else result[:40])
    assert result[-40:] == (cleaned[-40:] if len(cleaned) > LIMIT else result[-40:])


@given(st.text(st.characters(), max_size=30), st.integers(1, 12))
def test_only_what_is_offered_can_be_chosen(text: str, count: int) -> None:
    offered = [Button(f"Title {n}", f"/payload-{n}") for n in range(1, count + 1)]

    assert chosen(text, offered) in {None, *(button.payload for button in offered)}
    assert [chosen(f" {n}. ", offered) for n in range(1, count + 1)] == [button.payload for button in offered]
    assert [chosen(button.title.upper(), offered) for button in offered] == [button.payload for button in offered]
