"""Telegram, by its Bot API."""

import hmac
import json
import re
from http import HTTPStatus
from typing import Any

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import SettingsConfigDict

from cryobot.messaging.channel import MessagingChannel
from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import Attachment, Event, EventKind, WebhookRequest
from cryobot.messaging.json_values import at, number_at, text_at
from cryobot.messaging.limits import ButtonStyle, Limits
from cryobot.messaging.outcomes import Blocked, Outcome, RetryLater, by_status, plain_reason
from cryobot.messaging.outgoing import Address, HttpRequest, Message, OutgoingRequest, Response
from cryobot.messaging.platform import Acknowledgement, Platform
from cryobot.messaging.settings import PlatformSettings, plain

SECRET_HEADER = "x-telegram-bot-api-secret-token"
SET_WEBHOOK = "setWebhook"
UPDATES = ["message", "callback_query"]

# What a message has for each kind of attachment, the more telling first: an animation is a document, too.
ATTACHMENTS = {
    "photo": Attachment.PHOTO,
    "video": Attachment.VIDEO,
    "video_note": Attachment.VIDEO,
    "animation": Attachment.VIDEO,
    "voice": Attachment.VOICE,
    "audio": Attachment.VOICE,
    "sticker": Attachment.STICKER,
    "document": Attachment.FILE,
    **dict.fromkeys(
        ("contact", "location", "venue", "poll", "dice", "game", "story", "paid_media", "checklist"), Attachment.OTHER
    ),
}

_HELP = re.compile(r"/(start|help)(@\w+)?(\s.*)?", re.DOTALL | re.IGNORECASE)
_PRIVATE, _GROUPS = "private", ("group", "supergroup")


class TelegramSettings(PlatformSettings):
    """The environment variables of Telegram."""

    model_config = SettingsConfigDict(env_prefix="CRYOBOT_TELEGRAM_", frozen=True, hide_input_in_errors=True)

    token: SecretStr = Field(SecretStr(""), description="token of the bot, from @BotFather")
    secret: SecretStr = Field(SecretStr(""), description="16 to 256 random letters, digits, '_' and '-'")
    api: str = Field("https://api.telegram.org", pattern=r"^https?://\S+$", description="address of the Bot API")

    @field_validator("token")
    @classmethod
    def _is_a_token(cls, value: SecretStr) -> SecretStr:
        if value and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", value.get_secret_value()):
            raise ValueError("copy it from @BotFather; it is a number, a colon, and letters")
        return value

    @field_validator("secret")
    @classmethod
    def _is_a_secret(cls, value: SecretStr) -> SecretStr:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
            raise ValueError("give 16 to 256 random letters, digits, '_' and '-'")
        return value


class Telegram(Platform):
    """A bot of Telegram.

    A person is "CHAT" in private, and "CHAT/THREAD/USER" in a group, where each member has a conversation of their own.
    """

    name = "telegram"
    settings_type = TelegramSettings
    limits = Limits(
        text_characters=4096, styles=(ButtonStyle("keyboard", most=100, title_characters=64, payload_bytes=64),)
    )
    wants_introduction = True

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._bot_id = plain(self.settings.token).partition(":")[0]
        # Known when Telegram has told it.
        self._mention: re.Pattern[str] | None = None
        self._command: re.Pattern[str] | None = None

    def verify(self, request: WebhookRequest) -> None:
        """Hold the secret token of the header against ours; raises ForgedError."""
        given, ours = request.header(SECRET_HEADER).encode("utf-8", "replace"), plain(self.settings.secret).encode()
        if not hmac.compare_digest(given, ours):
            raise ForgedError(HTTPStatus.UNAUTHORIZED)

    def read(self, request: WebhookRequest) -> list[Event]:
        """Give the message or the pressed button of an update."""
        update = request.json()
        number = number_at(update, "update_id")
        if number is None:
            return []
        query, message = at(update, "callback_query"), at(update, "message")
        found = self._pressed(query, int(number)) if query else self._written(message, int(number))
        return [found] if found else []

    def acknowledgement(self, request: WebhookRequest) -> Acknowledgement:
        """Stop the waiting sign on a button that was pressed."""
        query = text_at(request.json(), "callback_query", "id")
        if not query:
            return Acknowledgement()
        answer = {"method": "answerCallbackQuery", "callback_query_id": query}
        return Acknowledgement(json.dumps(answer), "application/json")

    def requests(self, message: Message, to: Address) -> list[OutgoingRequest]:
        """Give the one request for a message."""
        chat, thread, _ = (*to.person.split("/"), "", "")[:3]
        body: dict[str, Any] = {
            "chat_id": int(chat),
            "text": message.text,
            "link_preview_options": {"is_disabled": True},
        }
        if thread:
            body["message_thread_id"] = int(thread)
        if to.reply_to:
            body["reply_parameters"] = {"message_id": int(to.reply_to), "allow_sending_without_reply": True}
        if message.buttons:
            rows = [[{"text": button.title, "callback_data": button.payload}] for button in message.buttons]
            body["reply_markup"] = {"inline_keyboard": rows}
        return [OutgoingRequest("sendMessage", body)]

    def signed(self, request: OutgoingRequest) -> HttpRequest:
        """Give the request with the token in its address."""
        url = f"{self.settings.api.rstrip('/')}/bot{plain(self.settings.token)}/{request.path}"
        secret = {"secret_token": plain(self.settings.secret)} if request.path == SET_WEBHOOK else {}
        return HttpRequest(url, json={**(request.json or {}), **secret})

    def outcome(self, response: Response) -> Outcome:
        """Give what the answer of the Bot API means."""
        answer = response.json()
        words = text_at(answer, "description")
        if response.status == HTTPStatus.OK and at(answer, "ok") is not True:
            return RetryLater("an answer that is not Telegram's")
        if response.status == HTTPStatus.FORBIDDEN or "chat not found" in words:
            return Blocked(plain_reason(f"{response.status} {words}"))
        seconds = number_at(answer, "parameters", "retry_after")
        found = by_status(response, words)
        if isinstance(found, RetryLater) and seconds is not None and seconds >= 0:
            return RetryLater(found.reason, seconds)
        return found

    def check(self) -> OutgoingRequest:
        """Ask who we are."""
        return OutgoingRequest("getMe", {})

    def introduced(self, response: Response) -> None:
        """Learn our name, by which we are addressed in groups."""
        if name := re.escape(text_at(response.json(), "result", "username")):
            self._mention = re.compile(rf"\s*(?<!\w)@{name}(?!\w)\s*", re.IGNORECASE)
            self._command = re.compile(rf"\s*(/\w+)@{name}(?!\w)", re.IGNORECASE)

    def connect(self, webhook: str) -> OutgoingRequest:
        """Tell Telegram where to send updates, and which."""
        return OutgoingRequest(SET_WEBHOOK, {"url": webhook, "allowed_updates": UPDATES})

    def _pressed(self, query: Any, number: int) -> Event | None:
        payload, user = text_at(query, "data"), text_at(query, "from", "id")
        person = _person(at(query, "message"), user) or _number(user)
        if not payload or not person:
            return None
        return Event(str(number), person, EventKind.BUTTON, payload=payload, order=number)

    def _written(self, message: Any, number: int) -> Event | None:
        person = _person(message, text_at(message, "from", "id"))
        if not person or at(message, "from", "is_bot") is True:
            return None
        text = text_at(message, "text") or text_at(message, "caption")
        reply_to = None
        if text_at(message, "chat", "type") != _PRIVATE:
            found = self._addressed(message, text)
            if found is None:
                return None
            text, reply_to = found, _number(text_at(message, "message_id")) or None
        attachment = next((kind for key, kind in ATTACHMENTS.items() if at(message, key)), None)
        if attachment:
            album = text_at(message, "media_group_id")
            # The pictures of an album come one by one; those without words are one event.
            event_id = f"album/{person}/{album}" if album and not text else str(number)
            return Event(event_id, person, EventKind.ATTACHMENT, text, "", attachment, number, reply_to)
        if not isinstance(at(message, "text"), str):
            return None
        kind = EventKind.START if not text.strip() or _HELP.fullmatch(text.strip()) else EventKind.MESSAGE
        return Event(str(number), person, kind, text, order=number, reply_to=reply_to)

    def _addressed(self, message: Any, text: str) -> str | None:
        """Give what is said to us in a group, without our name; None if it is said to others."""
        if self._command and (command := self._command.match(text)):
            return command[1] + text[command.end() :]
        if self._mention and self._mention.search(text):
            return self._mention.sub(" ", text).strip()
        return text if text_at(message, "reply_to_message", "from", "id") == self._bot_id else None


class TelegramChannel(MessagingChannel):
    """POST /webhooks/telegram/webhook."""

    platform_type = Telegram


def _person(message: Any, user: str) -> str:
    chat, kind = _number(text_at(message, "chat", "id")), text_at(message, "chat", "type")
    if not chat or kind == _PRIVATE:
        return chat
    thread = text_at(message, "message_thread_id") if at(message, "is_topic_message") is True else ""
    usable = kind in _GROUPS and _number(user) and (not thread or _number(thread))
    return f"{chat}/{thread}/{user}" if usable else ""


def _number(text: str) -> str:
    """Give a number that is an id of Telegram's, or nothing if it is none."""
    return text if re.fullmatch(r"-?[0-9]{1,20}", text) else ""
