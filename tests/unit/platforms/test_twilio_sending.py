"""What goes out to Twilio, what its answers mean, and the settings."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from platform_fakes.fake import Mode
from platform_fakes.twilio import ACCOUNT, NUMBER, TOKEN, WEBHOOK, TwilioAdapter, basic
from pydantic import ValidationError

from cryobot.messaging.http_client import HttpClient
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import Address, Button, Message, OutgoingRequest, Reply, Response
from cryobot.messaging.rendering import render
from cryobot.platforms.twilio_whatsapp import Twilio, TwilioSettings

from .twilio_made import TWILIO, make, request

ANNA = Address("whatsapp:+34600000001")


@pytest.fixture
def adapter() -> TwilioAdapter:
    return TwilioAdapter()


@pytest.fixture
def fake(adapter: TwilioAdapter) -> Iterator[Any]:
    with adapter.fake as running:
        yield running
    assert running.violations == []


def test_answers_a_person() -> None:
    (kept,) = TWILIO.requests(Message("Yes."), ANNA)
    sent = TWILIO.signed(kept)

    assert kept == OutgoingRequest("/Messages.json", form={"To": ANNA.person, "Body": "Yes."})
    assert sent.url == f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    assert sent.form == {"To": ANNA.person, "Body": "Yes.", "From": NUMBER, "StatusCallback": WEBHOOK}
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

    assert send(make(api=fake.url), TWILIO.requests(message, ANNA)[0]) == Delivered(fake.message_ids[-1])
    assert fake.texts(ANNA.person) == [text]


def test_a_long_text_is_split(fake: Any) -> None:
    for message in render([Reply("It is safe. " * 300)], TWILIO.limits, "").messages:
        assert send(make(api=fake.url), TWILIO.requests(message, ANNA)[0]) == Delivered(fake.message_ids[-1])

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
        (201, {"sid": "SM1", "status": "queued", "error_code": None}, Delivered("SM1")),
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
