"""What persons do in WhatsApp, as Twilio posts it."""

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platform_fakes.twilio import TwilioAdapter

from cryobot.messaging.incoming import Attachment, Event, EventKind, WebhookRequest
from cryobot.messaging.outgoing import Address, Message

from .twilio_made import PATH, TWILIO, read, request


@pytest.fixture
def adapter() -> TwilioAdapter:
    return TwilioAdapter()


def test_reads_a_message(adapter: TwilioAdapter) -> None:
    post = adapter.text("anna", "¿is it safe? 😀 & so=on")

    assert read(post) == Event(f"SM{1:032x}", adapter.id_of("anna"), EventKind.MESSAGE, "¿is it safe? 😀 & so=on")


def test_the_old_name_of_the_id_will_do(adapter: TwilioAdapter) -> None:
    form = adapter.form("anna", Body="hi")
    sid = form.pop("MessageSid")

    assert read(adapter.signed(form)).id == sid


def test_somebody_who_hides_their_number_is_a_person(adapter: TwilioAdapter) -> None:
    post = adapter.signed(adapter.form("anna", Body="hi", From="whatsapp:ES.13491208655302741918"))

    assert read(post).person == "whatsapp:ES.13491208655302741918"


def test_a_message_that_went_to_the_fallback_address_is_read(adapter: TwilioAdapter) -> None:
    post = adapter.signed(adapter.form("anna", Body="hi", ErrorCode="11200", ErrorUrl="https://bot.example.org"))

    assert read(post).text == "hi"


@pytest.mark.parametrize("text", ["/start", "/help", " /START\n"])
def test_reads_the_start(adapter: TwilioAdapter, text: str) -> None:
    assert read(adapter.text("anna", text)).kind is EventKind.START


@pytest.mark.parametrize("answered", ["START", "HELP"])
def test_who_asks_for_help_with_twilios_own_words_gets_ours_too(adapter: TwilioAdapter, answered: str) -> None:
    post = adapter.signed(adapter.form("anna", Body=answered.lower(), OptOutType=answered))

    assert read(post).kind is EventKind.START


def test_the_word_stop_alone_is_a_question(adapter: TwilioAdapter) -> None:
    assert read(adapter.text("anna", "STOP")).kind is EventKind.MESSAGE


@pytest.mark.parametrize("kind", list(Attachment))
@pytest.mark.parametrize("caption", ["", "what is this?"])
def test_reads_attachments(adapter: TwilioAdapter, kind: Attachment, caption: str) -> None:
    event = read(adapter.attach("anna", kind, caption))

    assert (event.kind, event.attachment, event.text) == (EventKind.ATTACHMENT, kind, caption)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"NumMedia": "1", "MediaContentType0": "image/jpeg"}, Attachment.PHOTO),
        ({"NumMedia": "2", "MediaContentType0": "IMAGE/WEBP; a=b"}, Attachment.STICKER),
        ({"NumMedia": "1", "MediaContentType0": "audio/ogg; codecs=opus"}, Attachment.VOICE),
        ({"NumMedia": "1", "MediaContentType0": "video/3gpp"}, Attachment.VIDEO),
        ({"NumMedia": "1", "MediaContentType0": "text/x-vcard"}, Attachment.OTHER),
        ({"NumMedia": "1", "MediaContentType0": "application/zip"}, Attachment.FILE),
        ({"NumMedia": "1", "MediaContentType0": ""}, Attachment.FILE),
        ({"NumMedia": "1"}, Attachment.FILE),
        ({"NumMedia": "0", "Latitude": "40.4", "Longitude": "-3.7"}, Attachment.OTHER),
        ({"MessageType": "document", "NumMedia": "1", "MediaContentType0": "image/png"}, Attachment.FILE),
        ({"MessageType": "image"}, Attachment.PHOTO),
        ({"MessageType": "location", "Latitude": "40.4"}, Attachment.OTHER),
        ({"MessageType": "unsupported"}, Attachment.OTHER),
        ({"MessageType": "order", "Body": " "}, Attachment.OTHER),
    ],
)
def test_reads_attachments_however_they_are_named(
    adapter: TwilioAdapter, fields: dict[str, str], kind: Attachment
) -> None:
    form = adapter.form("anna")
    del form["MessageType"]

    assert read(adapter.signed({**form, **fields})).attachment is kind


def test_words_of_a_new_kind_are_a_question(adapter: TwilioAdapter) -> None:
    event = read(adapter.signed(adapter.form("anna", MessageType="something", Body="is it safe?")))

    assert (event.kind, event.text) == (EventKind.MESSAGE, "is it safe?")


@pytest.mark.parametrize("names", [("ButtonPayload", "ButtonText"), ("ListId", "ListTitle")])
@pytest.mark.parametrize(
    ("payload", "event"),
    [
        ("/skin-marks", (EventKind.BUTTON, "/skin-marks", "")),
        ("yes_1", (EventKind.MESSAGE, "", "Is it safe?")),
        ("", (EventKind.MESSAGE, "", "Is it safe?")),
    ],
)
def test_a_button_of_a_template_is_a_payload_of_ours_or_its_words(
    adapter: TwilioAdapter, names: tuple[str, str], payload: str, event: tuple[EventKind, str, str]
) -> None:
    pressed = {names[0]: payload, names[1]: "Is it safe?", "MessageType": "interactive"}
    found = read(adapter.signed(adapter.form("anna", **pressed)))

    assert (found.kind, found.payload, found.text) == event


def test_passes_over_what_is_not_said_to_it(adapter: TwilioAdapter) -> None:
    quiet = adapter.quiet("anna")

    assert {what: TWILIO.read(request(post)) for what, post in quiet.items()} == {what: [] for what in quiet}


NAMES = ["MessageSid", "SmsSid", "From", "To", "Body", "NumMedia", "MediaContentType0", "MessageType", "SmsStatus",
         "MessageStatus", "ButtonPayload", "ButtonText", "ListId", "Latitude", "OptOutType", "ErrorCode"]  # fmt: skip
VALUES = st.sampled_from(
    ["", "0", "1", "-1", "received", "failed", "image", "reaction", "STOP", "SM" + "0" * 32, "whatsapp:+34600000001"]
)
FORMS = st.lists(st.tuples(st.sampled_from(NAMES) | st.text(max_size=5), VALUES | st.text(max_size=20)), max_size=30)


@given(fields=FORMS, encoding=st.sampled_from(["utf-8", "latin-1", "utf-16", "cp1252"]))
@settings(deadline=None)
def test_no_form_raises(fields: list[tuple[str, str]], encoding: str) -> None:
    body = "&".join(f"{_quoted(name, encoding)}={_quoted(value, encoding)}" for name, value in fields).encode()
    posted = WebhookRequest("POST", PATH, {}, body)
    assert len(TWILIO.reports(posted)) <= 1
    for event in TWILIO.read(posted):
        assert Event.from_json(event.to_json()) == event
        assert TWILIO.requests(Message("hi"), Address(event.person, event.reply_to))


def _quoted(text: str, encoding: str) -> str:
    return quote(text.encode(encoding, "replace"))
