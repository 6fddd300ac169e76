import asyncio
import json
import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platform_fakes.adapter import Post
from platform_fakes.fake import Mode
from platform_fakes.twilio import ACCOUNT, NUMBER, PUBLIC_URL, TOKEN, WEBHOOK, TwilioAdapter, basic
from pydantic import SecretStr, ValidationError

from cryobot.messaging.errors import ForgedError
from cryobot.messaging.http_client import HttpClient
from cryobot.messaging.incoming import Attachment, Event, EventKind, WebhookRequest
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import Address, Button, Message, OutgoingRequest, Reply, Response
from cryobot.messaging.rendering import render
from cryobot.messaging.words import load_words
from cryobot.platforms.twilio_whatsapp import Twilio, TwilioSettings

ANNA = Address("whatsapp:+34600000001")
PATH = "/webhooks/twilio/webhook"


def make(public_url: str = PUBLIC_URL, **values: str) -> Twilio:
    given = {"account_sid": ACCOUNT, "auth_token": TOKEN, "number": NUMBER, **values}
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("CRYOBOT_PUBLIC_URL", public_url)
        return Twilio(TwilioSettings(**given), load_words("en"))  # type: ignore[arg-type]


TWILIO = make()


@pytest.fixture
def adapter() -> TwilioAdapter:
    return TwilioAdapter()


@pytest.fixture
def fake(adapter: TwilioAdapter) -> Iterator[Any]:
    with adapter.fake as running:
        yield running
    assert running.violations == []


def request(post: Post, path: str = PATH) -> WebhookRequest:
    headers = {name.lower(): value for name, value in post.headers.items()}
    return WebhookRequest("POST", path, headers, post.body)


def read(post: Post) -> Event:
    (event,) = TWILIO.read(request(post))
    return event


def is_taken(post: Post, path: str = PATH, platform: Twilio = TWILIO) -> bool:
    try:
        platform.verify(request(post, path))
    except ForgedError:
        return False
    return True


# Who sent it.


def test_takes_what_twilio_signed_only(adapter: TwilioAdapter) -> None:
    post = adapter.text("anna", "is it safe?")

    assert is_taken(post)
    for what, forged in adapter.forged(post).items():
        with pytest.raises(ForgedError) as error:
            TWILIO.verify(request(forged))
        assert error.value.status == 403, what


def test_the_example_of_twilios_library_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_PUBLIC_URL", "https://mycompany.com")
    platform = Twilio(TwilioSettings.model_construct(auth_token=SecretStr("12345")), load_words("en"))
    fields = {
        "CallSid": "CA1234567890ABCDE",
        "Digits": "1234",
        "From": "+14158675309",
        "To": "+18005551212",
        "Caller": "+14158675309",
    }
    post = Post(urlencode(fields).encode(), {"X-Twilio-Signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8="})

    assert is_taken(post, "/myapp.php?foo=1&bar=2", platform)
    assert not is_taken(post, "/myapp.php?foo=1&bar=3", platform)


@pytest.mark.parametrize("query", ["?a=b", "?a=%C3%A9&a=b&", "?bodySHA256=00", "/"])
def test_the_query_and_the_whole_path_are_signed(adapter: TwilioAdapter, query: str) -> None:
    post = adapter.signed_bytes(adapter.text("anna", "hi").body, url=WEBHOOK + query)

    assert is_taken(post, PATH + query)
    assert not is_taken(post)


@pytest.mark.parametrize("public_url", ["https://cold.example.org:8443", "https://bot.example.org/cold/bot"])
def test_the_address_is_the_public_one(adapter: TwilioAdapter, public_url: str) -> None:
    platform, body = make(public_url), adapter.text("anna", "hi").body

    assert is_taken(adapter.signed_bytes(body, url=public_url + PATH), PATH, platform)
    assert not is_taken(adapter.signed_bytes(body), PATH, platform)


def test_the_usual_port_may_be_named_or_not(adapter: TwilioAdapter) -> None:
    body = adapter.text("anna", "hi").body

    assert is_taken(adapter.signed_bytes(body, url=WEBHOOK.replace(".org", ".org:443")))
    assert is_taken(adapter.signed_bytes(body), PATH, make("https://bot.example.org:443"))


@pytest.mark.parametrize(
    "body",
    [
        b"Body=&From=&MediaUrl0=",
        b"To=a&To=b&To=b&Body=hi",
        b"Body=Cri%C3%B3&ProfileName=%F0%9F%98%80",
        "Body=Crió&ProfileName=😀".encode(),
        b"Body=a+b%20c%2Bd%0A%00",
        b"Body=&lt;",
    ],
    ids=["empty", "repeated", "encoded", "not encoded", "odd characters", "no value"],
)
def test_fields_are_signed_as_they_came(adapter: TwilioAdapter, body: bytes) -> None:
    assert is_taken(adapter.signed_bytes(body))


@pytest.mark.parametrize("signature", ["é" * 28, "\udcff" * 28, "=" * 100_000])
def test_odd_signatures_are_refused(adapter: TwilioAdapter, signature: str) -> None:
    post = adapter.text("anna", "hi")

    assert not is_taken(Post(post.body, {"X-Twilio-Signature": signature}))


@pytest.mark.parametrize("path", [PATH + "?\udcff", PATH + "?[", "//x:y/" + PATH])
def test_odd_addresses_are_refused(adapter: TwilioAdapter, path: str) -> None:
    assert not is_taken(adapter.text("anna", "hi"), path)


def test_the_charset_that_a_stranger_names_is_not_used(adapter: TwilioAdapter) -> None:
    post = adapter.text("anna", "Crió")
    odd = Post(post.body, {**post.headers, "Content-Type": "application/x-www-form-urlencoded; charset=utf-16"})

    assert is_taken(odd)
    assert read(odd).text == "Crió"


# What comes in.


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


@pytest.mark.parametrize(("code", "said"), [("63016", "63016"), ("", "unknown"), ("+34600000001", "unknown")])
def test_a_report_of_a_failure_is_logged_without_the_person(
    adapter: TwilioAdapter, caplog: pytest.LogCaptureFixture, code: str, said: str
) -> None:
    with caplog.at_level(logging.WARNING):
        TWILIO.read(request(adapter.report("anna", MessageStatus="undelivered", ErrorCode=code)))

    assert caplog.messages == [f"Twilio took a message and could not deliver it: error {said}."]


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
    for event in TWILIO.read(WebhookRequest("POST", PATH, {}, body)):
        assert Event.from_json(event.to_json()) == event
        assert TWILIO.requests(Message("hi"), Address(event.person, event.reply_to))


@given(body=st.binary(max_size=200), header=st.text(max_size=40), query=st.text(max_size=20))
@settings(deadline=None)
def test_no_post_of_a_stranger_is_taken_or_raises(body: bytes, header: str, query: str) -> None:
    assert not is_taken(Post(body, {"X-Twilio-Signature": header}), f"{PATH}?{query}")


@given(fields=FORMS)
@settings(deadline=None)
def test_any_form_that_twilio_signs_is_taken(fields: list[tuple[str, str]]) -> None:
    assert is_taken(TwilioAdapter().signed_bytes(urlencode(fields).encode()))


def _quoted(text: str, encoding: str) -> str:
    return quote(text.encode(encoding, "replace"))


# What goes out.


def test_answers_a_person() -> None:
    (kept,) = TWILIO.requests(Message("Yes."), ANNA)
    sent = TWILIO.signed(kept)

    assert kept == OutgoingRequest("/Messages.json", form={"To": ANNA.person, "Body": "Yes."})
    assert sent.url == f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    assert sent.form == {"To": ANNA.person, "Body": "Yes.", "From": NUMBER}
    assert sent.headers == {"Authorization": basic(ACCOUNT, TOKEN)}


def test_buttons_are_a_numbered_list() -> None:
    reply = Reply("Yes.", (Button("Is it safe?", "/overall-safety"), Button("Uses", "/uses")))
    (message,) = render([reply], TWILIO.limits, TWILIO.words.choose).messages
    (sent,) = TWILIO.requests(message, ANNA)

    assert sent.form is not None
    assert sent.form["Body"] == "Yes.\n\nReply with a number:\n1. Is it safe?\n2. Uses"


@pytest.mark.parametrize("text", ["a" * 1600, "Crió & so=on + 100 % 😀\n\n1. ¿x?", "😀" * 800])
def test_the_messages_arrive_as_they_are(fake: Any, text: str) -> None:
    (message,) = render([Reply(text)], TWILIO.limits, "").messages

    assert send(make(api=fake.url), TWILIO.requests(message, ANNA)[0]) == Delivered()
    assert fake.texts(ANNA.person) == [text]


def test_a_long_text_is_split(fake: Any) -> None:
    for message in render([Reply("It is safe. " * 300)], TWILIO.limits, "").messages:
        assert send(make(api=fake.url), TWILIO.requests(message, ANNA)[0]) == Delivered()

    assert " ".join(fake.texts(ANNA.person)).split() == ("It is safe. " * 300).split()


def test_the_check_changes_nothing_and_needs_the_right_token(fake: Any) -> None:
    assert send(make(api=fake.url), TWILIO.check()) == Delivered()
    assert send(make(api=fake.url, auth_token="0" * 32), TWILIO.check()) == RetryLater("401 error 20003 Authenticate")
    assert fake.messages == []


@pytest.mark.parametrize(
    ("mode", "outcome"),
    [
        (Mode.LIMITED, RetryLater("429 error 20429 Too Many Requests", 3, everyone=True)),
        (Mode.BLOCKED, Blocked("400 error 21610 Attempt to send to unsubscribed recipient")),
        (Mode.BROKEN, RetryLater("500")),
    ],
)
def test_what_the_fake_says_is_understood(fake: Any, mode: Mode, outcome: Outcome) -> None:
    fake.switch(mode, seconds=3)

    assert send(make(api=fake.url), TWILIO.requests(Message("hi"), ANNA)[0]) == outcome


@pytest.mark.parametrize(
    ("status", "answer", "outcome"),
    [
        (201, {"sid": "SM1", "status": "queued", "error_code": None}, Delivered()),
        (200, {"sid": ACCOUNT, "status": "active"}, Delivered()),
        (200, {"sid": ACCOUNT, "status": "suspended"}, RetryLater("the account is suspended")),
        (200, "a page of the network", RetryLater("an answer that is not Twilio's")),
        (201, {"sid": "SM1", "status": "failed", "error_code": 63016, "error_message": "Outside the window"},
         Rejected("201 error 63016 Outside the window")),
        (201, {"sid": "SM1", "status": "failed", "error_code": 63024}, Blocked("201 error 63024")),
        (400, {"code": 63016, "message": "Outside the window", "status": 400},
         Rejected("400 error 63016 Outside the window")),
        (400, {"code": 63003, "message": "Channel could not find To address"},
         Blocked("400 error 63003 Channel could not find To address")),
        (400, {"code": 21614, "message": "'To' number +34600000001 is not valid"},
         Blocked("400 error 21614 'To' number +... is not valid")),
        (400, {"code": 63007, "message": "No channel"}, RetryLater("400 error 63007 No channel")),
        (400, {"code": 63018, "message": "Rate limit"}, RetryLater("400 error 63018 Rate limit")),
        (400, {"code": 21617, "message": "Too long"}, Rejected("400 error 21617 Too long")),
        (400, {"code": "21610"}, Rejected("400")),
        (400, "garbage", Rejected("400")),
        (403, {"code": 20003, "message": "Permission"}, RetryLater("403 error 20003 Permission")),
        (403, {}, Rejected("403")),
        (404, {"code": 20404, "message": "Not found"}, RetryLater("404 error 20404 Not found")),
        (429, "", RetryLater("429", everyone=True)),
        (429, {"code": 63038, "message": "Daily limit"}, RetryLater("429 error 63038 Daily limit", everyone=True)),
        (503, {"code": 20503, "message": "Unavailable"}, RetryLater("503 error 20503 Unavailable")),
        (307, "", RetryLater("307")),
    ],
)  # fmt: skip
def test_understands_what_twilio_answers(status: int, answer: object, outcome: Outcome) -> None:
    assert TWILIO.outcome(Response(status, {}, json.dumps(answer).encode())) == outcome


def test_acknowledges_without_a_message(adapter: TwilioAdapter) -> None:
    acknowledgement = TWILIO.acknowledgement(request(adapter.text("anna", "hi")))

    assert (acknowledgement.status, acknowledgement.content_type) == (200, "text/xml")
    assert acknowledgement.body == '<?xml version="1.0" encoding="UTF-8"?><Response/>'


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("account_sid", "SK" + "0" * 32),
        ("auth_token", "my-token"),
        ("number", "+14155550199"),
        ("number", "whatsapp:14155550199"),
        ("api", "api.twilio.com"),
    ],
)
def test_wrong_settings_are_refused(field: str, value: str) -> None:
    with pytest.raises(ValidationError) as error:
        make(**{field: value})
    assert value not in str(error.value)


def test_the_public_address_is_needed() -> None:
    assert TwilioSettings.needs_public_url
    assert TwilioSettings.needed() == ["account_sid", "auth_token", "number"]


def send(platform: Twilio, kept: OutgoingRequest) -> Outcome:
    async def sending() -> Response:
        async with HttpClient(5) as client:
            return await client.send(platform.signed(kept))

    return platform.outcome(asyncio.run(sending()))
