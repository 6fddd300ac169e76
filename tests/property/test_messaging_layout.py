"""Any number of buttons with any titles: limits are kept, and each is offered exactly once."""

from hypothesis import given
from hypothesis import strategies as st

from cryobot.messaging.layout import lay_out
from cryobot.messaging.limits import ButtonStyle, Limits, length
from cryobot.messaging.outgoing import Button, Reply
from cryobot.messaging.rendering import render

CHOOSE = "Reply with a number:"

words = st.text(
    st.characters(blacklist_characters="\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", blacklist_categories=("Cs",)),
    min_size=1,
    max_size=60,
)
titles = words.map(str.strip).filter(bool)
buttons = st.lists(
    st.builds(Button, titles, st.text(st.characters(), min_size=1, max_size=60).map("/".__add__)), max_size=40
)
styles = st.lists(
    st.builds(
        ButtonStyle,
        st.sampled_from(["buttons", "list"]),
        st.integers(1, 13),
        st.integers(1, 75),
        st.integers(1, 100),
        st.none() | st.integers(100, 500),
    ),
    max_size=3,
).map(tuple)
limits = st.builds(Limits, st.integers(100, 1000), styles, st.booleans())
texts = st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=300).filter(str.strip)
replies = st.lists(st.builds(Reply, texts, buttons.map(tuple)), min_size=1, max_size=3)


@given(buttons, styles)
def test_each_button_is_shown_once_and_native_ones_keep_the_limits(
    given_buttons: list[Button], given_styles: tuple[ButtonStyle, ...]
) -> None:
    layout = lay_out(given_buttons, given_styles)

    shown = [*layout.native, *layout.listed]
    assert sorted(b.payload for b in shown) == sorted({b.payload for b in given_buttons})
    assert set(shown) <= set(given_buttons)
    assert bool(layout.native) == bool(layout.style)
    if layout.style:
        assert len(layout.native) <= layout.style.most
        assert all(length(b.title) <= layout.style.title_characters for b in layout.native)
        assert all(len(b.payload.encode("utf-8", "surrogatepass")) <= layout.style.payload_bytes for b in layout.native)


@given(buttons, styles)
def test_buttons_that_all_fit_in_one_style_are_all_native(
    given_buttons: list[Button], given_styles: tuple[ButtonStyle, ...]
) -> None:
    wide = ButtonStyle("wide", 100, 200, 1000)

    assert lay_out(given_buttons, (*given_styles, wide)).listed == ()


@given(replies, limits)
def test_a_turn_keeps_every_limit_and_loses_no_button(given_replies: list[Reply], given_limits: Limits) -> None:
    rendered = render(given_replies, given_limits, CHOOSE)
    by_name = {(style.name, style.most, style.title_characters) for style in given_limits.styles}

    assert len(rendered.messages) >= len(given_replies)
    for message in rendered.messages:
        assert 0 < length(message.text) <= given_limits.text_characters
        assert bool(message.buttons) == bool(message.style)
        assert not message.buttons or any(
            name == message.style and len(message.buttons) <= most for name, most, _ in by_name
        )
    offered = [b.payload for m in rendered.messages for b in m.buttons] + [b.payload for b in rendered.offered]
    assert set(offered) == {b.payload for reply in given_replies for b in reply.buttons}
    numbered = " ".join(" ".join(m.text for m in rendered.messages).split())
    for number, button in enumerate(rendered.offered, 1):
        assert f"{number}. {' '.join(button.title.split())}" in numbered


@given(replies, limits)
def test_the_texts_are_all_there_in_their_order(given_replies: list[Reply], given_limits: Limits) -> None:
    rest = "\n".join(message.text for message in render(given_replies, given_limits, CHOOSE).messages)
    rest = "".join(rest.split())
    for reply in given_replies:
        _, found, rest = rest.partition("".join(reply.text.split()))
        assert found


@given(replies, limits)
def test_buttons_that_would_go_away_are_at_the_end(given_replies: list[Reply], given_limits: Limits) -> None:
    rendered = render(given_replies, Limits(given_limits.text_characters, given_limits.styles, True), CHOOSE)

    assert not [message for message in rendered.messages[:-1] if message.buttons]
