"""Twilio, made for tests."""

import pytest
from platform_fakes.adapter import Post
from platform_fakes.twilio import ACCOUNT, NUMBER, PUBLIC_URL, TOKEN

from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import Event, WebhookRequest
from cryobot.messaging.words import load_words
from cryobot.platforms.twilio_whatsapp import Twilio, TwilioSettings

PATH = "/webhooks/twilio/webhook"


def make(public_url: str = PUBLIC_URL, **values: str) -> Twilio:
    given = {"account_sid": ACCOUNT, "auth_token": TOKEN, "number": NUMBER, **values}
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("CRYOBOT_PUBLIC_URL", public_url)
        return Twilio(TwilioSettings(**given), load_words("en"))  # type: ignore[arg-type]


TWILIO = make()


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
