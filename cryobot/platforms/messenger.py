"""Facebook Messenger, by Meta's Messenger Platform."""

import re
from typing import Any

from pydantic_settings import SettingsConfigDict

from cryobot.messaging.channel import MessagingChannel
from cryobot.messaging.incoming import Attachment, Event, EventKind, WebhookRequest
from cryobot.messaging.json_values import at, list_at, number_at, text_at
from cryobot.messaging.limits import ButtonStyle, Limits
from cryobot.messaging.outgoing import Address, Message, OutgoingRequest
from cryobot.platforms.meta import MetaPlatform, MetaSettings, entries_of, said

ATTACHMENTS = {
    "image": Attachment.PHOTO,
    "video": Attachment.VIDEO,
    "audio": Attachment.VOICE,
    "file": Attachment.FILE,
    "sticker": Attachment.STICKER,
}
# The preview of an address that stands in the text.
PREVIEW = "fallback"
# The thumb beside the field in which people type, in its three sizes, is a sticker.
THUMB = "👍"
THUMBS = frozenset({"369239263222822", "369239343222814", "369239383222810"})

GET_STARTED = "GET_STARTED"
_PERSON = re.compile(r"[0-9]{1,40}")


class MessengerSettings(MetaSettings):
    """The environment variables of Messenger."""

    model_config = SettingsConfigDict(env_prefix="CRYOBOT_MESSENGER_", frozen=True, hide_input_in_errors=True)


class Messenger(MetaPlatform):
    """A Facebook page. A person is the id that Meta gave them for this page."""

    name = "messenger"
    settings_type = MessengerSettings
    limits = Limits(
        text_characters=2000,
        styles=(ButtonStyle("quick_replies", most=13, title_characters=20, payload_bytes=1000),),
        buttons_at_end=True,
    )

    def read(self, request: WebhookRequest) -> list[Event]:
        """Give what persons wrote, sent and pressed."""
        return [
            event
            for entry in entries_of(request.json(), "page")
            for item in list_at(entry, "messaging")
            if (event := _event(item, text_at(entry, "id")))
        ]

    def requests(self, message: Message, to: Address) -> list[OutgoingRequest]:
        """Give the one request for a message."""
        content: dict[str, Any] = {"text": message.text}
        if message.buttons:
            content["quick_replies"] = [
                {"content_type": "text", "title": button.title, "payload": button.payload} for button in message.buttons
            ]
        body = {"recipient": {"id": to.person}, "messaging_type": "RESPONSE", "message": content}
        return [OutgoingRequest("me/messages", body)]

    def check(self) -> OutgoingRequest:
        """Ask for our page."""
        return OutgoingRequest("me?fields=id", method="GET")


class MessengerChannel(MessagingChannel):
    """POST and GET /webhooks/messenger/webhook."""

    platform_type = Messenger


def _event(item: Any, page: str) -> Event | None:
    person, order = text_at(item, "sender", "id"), int(number_at(item, "timestamp") or 0)
    # What the page itself sends, by us or by staff, comes back as an echo.
    if not _PERSON.fullmatch(person) or person == page or at(item, "message", "is_echo") is True:
        return None
    if at(item, "message"):
        return _written(at(item, "message"), person, order)
    if at(item, "postback"):
        return _pressed(at(item, "postback"), person, order)
    if at(item, "referral") and order:
        # Somebody who knows us came back by a link.
        return Event(f"referral/{person}/{order}", person, EventKind.START, order=order)
    return None


def _written(message: Any, person: str, order: int) -> Event | None:
    event_id, text = text_at(message, "mid"), text_at(message, "text")
    if not event_id:
        return None
    if payload := text_at(message, "quick_reply", "payload"):
        return Event(event_id, person, EventKind.BUTTON, payload=payload, order=order)
    attachments = list_at(message, "attachments")
    stickers = {text_at(message, "sticker_id"), *(text_at(a, "payload", "sticker_id") for a in attachments)} - {""}
    if stickers & THUMBS:
        return said(event_id, person, text or THUMB, order)
    kinds = [text_at(attachment, "type") for attachment in attachments]
    if kinds and not (text and set(kinds) == {PREVIEW}):
        kind = Attachment.STICKER if stickers else ATTACHMENTS.get(kinds[0], Attachment.OTHER)
        return Event(event_id, person, EventKind.ATTACHMENT, text, "", kind, order)
    return said(event_id, person, text, order) if text else None


def _pressed(postback: Any, person: str, order: int) -> Event | None:
    """Give the event of a button that stays, such as "Get started" or one of a menu that the centre made."""
    payload, title = text_at(postback, "payload"), text_at(postback, "title")
    event_id = text_at(postback, "mid") or (f"postback/{person}/{order}" if order else "")
    if not event_id:
        return None
    if payload.startswith("/"):
        return Event(event_id, person, EventKind.BUTTON, payload=payload, order=order)
    if payload == GET_STARTED or not title:
        return Event(event_id, person, EventKind.START, order=order)
    return said(event_id, person, title, order)
