from cryobot.guidance.answer import Escalation
from cryobot.messaging.layout import Layout, lay_out
from cryobot.messaging.limits import ButtonStyle, Limits
from cryobot.messaging.outgoing import Button, Message, Reply
from cryobot.messaging.rendering import render
from cryobot.messaging.splitting import split

SAFE, MARK, STAFF, SCARS = (
    Button("Is it safe?", "/overall-safety"),
    Button("Mark on the skin", "/skin-marks"),
    Button("Talk to staff", "/talk-to-staff"),
    Button("Care of scars", "/scar-care"),
)
FEW = ButtonStyle("reply", most=3, title_characters=20, payload_bytes=256)
LIST = ButtonStyle("list", most=10, title_characters=24, payload_bytes=200, text_characters=60)
CHOOSE = "Reply with a number:"


def test_a_text_is_split_at_the_ends_of_sentences() -> None:
    assert split("It is cold. Is it safe? Yes.", 14) == ["It is cold.", "Is it safe?", "Yes."]
    assert split("It is cold.\n\nIs it safe? Yes.", 20) == ["It is cold.", "Is it safe? Yes."]
    assert split('He said "stop." Then he left.', 18) == ['He said "stop."', "Then he left."]


def test_a_sentence_that_does_not_fit_is_split_between_words_and_a_word_where_it_must() -> None:
    assert split("one two three four", 9) == ["one two", "three", "four"]
    assert split("abcdefgh", 3) == ["abc", "def", "gh"]


def test_an_emoji_is_never_cut_in_two() -> None:
    assert split("👍👍👍", 4) == ["👍👍", "👍"]
    assert split("ab👩\u200d👧", 6) == ["ab", "👩\u200d👧"]


def test_the_first_style_that_takes_all_buttons_is_used() -> None:
    assert lay_out([SAFE, MARK], (FEW, LIST)) == Layout(FEW, (SAFE, MARK), ())
    assert lay_out([SAFE, MARK, STAFF, SCARS], (FEW, LIST)) == Layout(LIST, (SAFE, MARK, STAFF, SCARS), ())


def test_what_does_not_fit_is_put_in_a_list() -> None:
    long = Button("A title of more than twenty characters", "/long")

    assert lay_out([SAFE, long, MARK], (FEW,)) == Layout(FEW, (SAFE, MARK), (long,))
    assert lay_out([SAFE, MARK, STAFF, SCARS], (FEW,)) == Layout(FEW, (SAFE, MARK, STAFF), (SCARS,))
    assert lay_out([SAFE], ()) == Layout(None, (), (SAFE,))


def test_buttons_are_at_the_last_piece_of_a_text() -> None:
    limits = Limits(500, (LIST,))
    text = "A first sentence that is rather long, to be sure. A second one, of the same kind."
    reply = Reply(text, (SAFE,), Escalation.DERMATOLOGIST, "skin-marks")

    first, second = render([reply], limits, CHOOSE).messages

    assert first == Message(text[:49], (), "", Escalation.DERMATOLOGIST, "skin-marks")
    assert second == Message(text[50:], (SAFE,), "list", Escalation.DERMATOLOGIST, "skin-marks")


def test_numbers_go_on_over_the_replies_of_a_turn() -> None:
    rendered = render([Reply("One.", (SAFE, MARK)), Reply("Two.", (STAFF,))], Limits(1600), CHOOSE)

    assert [message.text for message in rendered.messages] == [
        "One.\n\nReply with a number:\n1. Is it safe?\n2. Mark on the skin",
        "Two.\n\nReply with a number:\n3. Talk to staff",
    ]
    assert rendered.offered == (SAFE, MARK, STAFF)


def test_buttons_that_would_go_away_are_all_at_the_end_of_a_turn() -> None:
    limits = Limits(2000, (LIST,), buttons_at_end=True)
    one, two = render([Reply("One.", (SAFE, MARK)), Reply("Two.", (SAFE, STAFF))], limits, CHOOSE).messages

    assert (one.buttons, two.buttons) == ((), (SAFE, MARK, STAFF))


def test_a_list_that_does_not_fit_beside_the_text_follows_it() -> None:
    rendered = render([Reply("A text that is nearly as long as it may be.", (SAFE, MARK))], Limits(60), CHOOSE)

    assert [message.text for message in rendered.messages] == [
        "A text that is nearly as long as it may be.",
        "Reply with a number:\n1. Is it safe?\n2. Mark on the skin",
    ]
