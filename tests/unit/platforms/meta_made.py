"""WhatsApp and Messenger, made for tests, and what their tests share."""

import json
from typing import Any

from hypothesis import strategies as st
from platform_fakes.adapter import Post
from platform_fakes.messenger import MessengerAdapter
from platform_fakes.meta import APP_SECRET, TOKEN, VERIFY_TOKEN, MetaAdapter
from platform_fakes.whatsapp import PHONE_ID, WhatsAppAdapter

from cryobot.messaging.incoming import Event, WebhookRequest
from cryobot.messaging.outgoing import Address, Message, Response
from cryobot.messaging.words import load_words
from cryobot.platforms.messenger import Messenger, MessengerSettings
from cryobot.platforms.meta import MetaPlatform
from cryobot.platforms.whatsapp import WhatsApp, WhatsAppSettings

VALUES: dict[str, Any] = {"token": TOKEN, "app_secret": APP_SECRET, "verify_token": VERIFY_TOKEN}
WHATSAPP_VALUES = {**VALUES, "phone_id": PHONE_ID}

WHATSAPP = WhatsApp(WhatsAppSettings(**WHATSAPP_VALUES), load_words("en"))
MESSENGER = Messenger(MessengerSettings(**VALUES), load_words("en"))
MADE: dict[str, tuple[MetaPlatform, type[MetaAdapter]]] = {
    "whatsapp": (WHATSAPP, WhatsAppAdapter),
    "messenger": (MESSENGER, MessengerAdapter),
}

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def request(post: Post) -> WebhookRequest:
    headers = {name.lower(): value for name, value in post.headers.items()}
    return WebhookRequest("POST", "/webhooks/meta/webhook", headers, post.body)


def read(platform: MetaPlatform, post: Post) -> Event:
    """Read a post in which there is one event."""
    (event,) = platform.read(request(post))
    return event


def body_of(platform: MetaPlatform, message: Message, person: str) -> dict[str, Any]:
    """Give the body of the one request that brings a message to a person."""
    (sent,) = platform.requests(message, Address(person))
    assert sent.path.endswith("/messages")
    assert sent.json is not None
    return dict(sent.json)


def answered(status: int, content: object, **headers: str) -> Response:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Response(status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


def error(code: object, subcode: int | None = None, message: str = "No", **more: object) -> dict[str, object]:
    return {"error": {"message": message, "code": code, "error_subcode": subcode, "fbtrace_id": "A", **more}}
