"""WhatsApp, by Meta's Cloud API."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from pydantic import Field
from pydantic_settings import SettingsConfigDict

from cryobot.messaging.channel import MessagingChannel
from cryobot.messaging.incoming import Attachment, Event, EventKind, WebhookRequest
from cryobot.messaging.json_values import at, list_at, number_at, text_at
from cryobot.messaging.limits import ButtonStyle, Limits
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater, reason_of
from cryobot.messaging.outgoing import Address, Message, OutgoingRequest, Response
from cryobot.messaging.reports import Report
from cryobot.platforms.meta import GONE, MetaPlatform, MetaSettings, entries_of, said

BUTTONS = "button"
LIST = "list"

ATTACHMENTS = {
    "image": Attachment.PHOTO,
    "video": Attachment.VIDEO,
    "audio": Attachment.VOICE,
    "voice": Attachment.VOICE,
    "document": Attachment.FILE,
    "sticker": Attachment.STICKER,
    "location": Attachment.OTHER,
    "contacts": Attachment.OTHER,
}
# What the Cloud API tells of but does not pass on, such as pictures that can be seen once. Edits, polls and pins come
# in the same way, and are no messages.
UNAVAILABLE = {**ATTACHMENTS, "gif": Attachment.VIDEO, "media_placeholder": Attachment.OTHER}

_PHONE_NUMBER = re.compile(r"[0-9]{5,20}")
# The id of a person who has a user name and hides the number.
_USER_ID = re.compile(r"[A-Z]{2}\.[A-Za-z0-9.]{1,140}")

ARRIVED = frozenset({"delivered", "read", "played"})
# What would fail again: it is not as it has to be, or Meta's rules are against it.
HOPELESS = frozenset({100, 130472, 131008, 131009, 131021, 131051})

logger = logging.getLogger(__name__)


class WhatsAppSettings(MetaSettings):
    """The environment variables of WhatsApp."""

    model_config = SettingsConfigDict(env_prefix="CRYOBOT_WHATSAPP_", frozen=True, hide_input_in_errors=True)

    phone_id: str = Field("", pattern=r"^([0-9]{5,20})?$", description="id of the number, which is not the number")


class WhatsApp(MetaPlatform):
    """A number of the WhatsApp Business Platform. A person is a phone number, or "XX.ID" if they hide theirs."""

    name = "whatsapp"
    settings_type = WhatsAppSettings
    limits = Limits(
        text_characters=4096,
        styles=(
            ButtonStyle(BUTTONS, most=3, title_characters=20, payload_bytes=256, text_characters=1024),
            ButtonStyle(LIST, most=10, title_characters=24, payload_bytes=200, text_characters=1024),
        ),
    )

    def read(self, request: WebhookRequest) -> list[Event]:
        """Give the messages to our number; of others, which may belong to the same account, none."""
        values = self._values(request)
        return [event for value in values for message in list_at(value, "messages") if (event := _event(message))]

    def reports(self, request: WebhookRequest) -> list[Report]:
        """Give what became of the messages of our number; what is wrong with the account is logged."""
        found = []
        for value in self._values(request):
            for error in list_at(value, "errors"):
                logger.error("WhatsApp says that something is wrong: %s.", _reason("account", error))
            found += [report for status in list_at(value, "statuses") if (report := _report(status))]
        return found

    def requests(self, message: Message, to: Address) -> list[OutgoingRequest]:
        """Give the one request for a message."""
        # With a user id in "to", Meta takes the message and delivers it to nobody.
        recipient = "to" if _PHONE_NUMBER.fullmatch(to.person) else "recipient"
        body: dict[str, Any] = {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            recipient: to.person,
        }
        if message.buttons:
            action = self._list(message) if message.style == LIST else _buttons(message)
            interactive = {"type": message.style, "body": {"text": message.text}, "action": action}
            body |= {"type": "interactive", "interactive": interactive}
        else:
            body |= {"type": "text", "text": {"preview_url": False, "body": message.text}}
        return [OutgoingRequest(f"{self.settings.phone_id}/messages", body)]

    def outcome(self, response: Response) -> Outcome:
        """Give what the answer means; the id of a message that is taken comes back in its reports."""
        found = super().outcome(response)
        return Delivered(text_at(response.json(), "messages", 0, "id")) if isinstance(found, Delivered) else found

    def check(self) -> OutgoingRequest:
        """Ask for our number."""
        return OutgoingRequest(f"{self.settings.phone_id}?fields=id", method="GET")

    def _values(self, request: WebhookRequest) -> Iterator[Any]:
        for entry in entries_of(request.json(), "whatsapp_business_account"):
            for change in list_at(entry, "changes"):
                value = at(change, "value")
                ours = text_at(value, "metadata", "phone_number_id") == self.settings.phone_id
                if ours and at(change, "field") == "messages":
                    yield value

    def _list(self, message: Message) -> dict[str, Any]:
        rows = [{"id": button.payload, "title": button.title} for button in message.buttons]
        return {"button": self.words.open_list, "sections": [{"rows": rows}]}


class WhatsAppChannel(MessagingChannel):
    """POST and GET /webhooks/whatsapp/webhook."""

    platform_type = WhatsApp


def _buttons(message: Message) -> dict[str, Any]:
    replies = [{"id": button.payload, "title": button.title} for button in message.buttons]
    return {"buttons": [{"type": "reply", "reply": reply} for reply in replies]}


def _event(message: Any) -> Event | None:
    event_id, person, kind = text_at(message, "id"), _person(message), text_at(message, "type")
    # In groups, it is not the assistant who is asked.
    if not event_id or not person or at(message, "group_id"):
        return None
    order = _seconds(text_at(message, "timestamp"))
    if kind == "interactive":
        # The id of a button or of a row of a list; forms and permissions have none.
        payload = text_at(message, kind, text_at(message, kind, "type"), "id")
        return Event(event_id, person, EventKind.BUTTON, payload=payload, order=order) if payload else None
    if kind == "request_welcome":
        return Event(event_id, person, EventKind.START, order=order)
    available = ATTACHMENTS.get(kind)
    attachment = UNAVAILABLE.get(text_at(message, kind, "type")) if kind == "unsupported" else available
    if attachment:
        return Event(event_id, person, EventKind.ATTACHMENT, _caption(message, kind), "", attachment, order)
    # A button of a template, which the centre sent, says what it means.
    text = {"text": at(message, "text", "body"), "button": at(message, "button", "text")}.get(kind)
    return said(event_id, person, text, order) if isinstance(text, str) else None


def _person(message: Any) -> str:
    found = text_at(message, "from") or text_at(message, "from_user_id")
    return found if _PHONE_NUMBER.fullmatch(found) or _USER_ID.fullmatch(found) else ""


def _caption(message: Any, kind: str) -> str:
    caption = text_at(message, kind, "caption")
    # Some devices put the name of a document there.
    return "" if caption == text_at(message, kind, "filename") else caption


def _seconds(timestamp: str) -> int:
    return int(timestamp) if re.fullmatch(r"[0-9]{1,12}", timestamp) else 0


def _report(status: Any) -> Report | None:
    """Give what a status says of the end of a message."""
    message_id, state, error = text_at(status, "id"), text_at(status, "status"), at(status, "errors", 0)
    if not message_id:
        return None
    if state in ARRIVED:
        return Report(message_id, Delivered())
    if state != "failed":
        return None
    code, reason = number_at(error, "code"), _reason("failed", error)
    if code in GONE:
        return Report(message_id, Blocked(reason))
    return Report(message_id, Rejected(reason) if code in HOPELESS else RetryLater(reason))


def _reason(what: str, error: Any) -> str:
    code, title = number_at(error, "code"), text_at(error, "title")
    return reason_of(what if code is None else f"{what}, code {code}:" if title else f"{what}, code {code}", title)
