"""Telegram: its Bot API as a server, and what it posts to a webhook."""

import json
import re
from typing import Any

from cryobot.messaging.incoming import Attachment
from cryobot.platforms.telegram import TelegramChannel
from platform_fakes.adapter import Adapter, Post
from platform_fakes.fake import Answer, FakePlatform, Received, Shown, require, units

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRET = "telegram-secret_0123456789"
BOT = {"id": 110201543, "is_bot": True, "first_name": "Cryo", "username": "cryo_test_bot"}

FIELDS = {"chat_id", "text", "link_preview_options", "message_thread_id", "reply_parameters", "reply_markup"}


class FakeTelegram(FakePlatform):
    """https://core.telegram.org/bots/api: sendMessage, getMe, setWebhook."""

    def person_of(self, received: Received) -> str | None:
        return str(received.json()["chat_id"]) if received.path.endswith("/sendMessage") else None

    def respond(self, received: Received) -> tuple[Answer, Shown | None]:
        token, _, method = received.path.removeprefix("/bot").partition("/")
        if token != TOKEN:
            return _failed(401, "Unauthorized"), None
        require(received.headers.get("content-type") == "application/json", "the body must be JSON")
        content = received.json()
        if method == "getMe":
            return _done(BOT), None
        if method == "setWebhook":
            return _done(self._set_webhook(content)), None
        if method != "sendMessage":
            return _failed(404, "Not Found"), None
        shown = self._message(content)
        return _done({"message_id": len(self.messages) + 1, "text": shown.text}), shown

    def refusal(self, reason: str) -> Answer:
        return _failed(400, f"Bad Request: {reason}")

    def limited(self, seconds: float) -> Answer:
        words = f"Too Many Requests: retry after {seconds:g}"
        return _failed(429, words, {"retry_after": seconds}, {"Retry-After": f"{seconds:g}"})

    def blocked(self) -> Answer:
        return _failed(403, "Forbidden: bot was blocked by the user")

    def _message(self, content: dict[str, Any]) -> Shown:
        require(set(content) <= FIELDS, f"sendMessage has no {set(content) - FIELDS}")
        require(isinstance(content["chat_id"], int), "chat_id is a number")
        text = content["text"]
        require(1 <= units(text) <= 4096 and text == text.strip(), "a text has 1 to 4096 characters")
        buttons = []
        for row in content.get("reply_markup", {"inline_keyboard": []})["inline_keyboard"]:
            require(1 <= len(row) <= 8, "a row has 1 to 8 buttons")
            for button in row:
                require(set(button) == {"text", "callback_data"}, "a button has a text and data")
                require(button["text"].strip(), "a button has a text")
                require(1 <= len(button["callback_data"].encode()) <= 64, "callback_data has 1 to 64 bytes")
                buttons.append((button["text"], button["callback_data"]))
        require(len(buttons) <= 100, "a message has at most 100 buttons")
        return Shown(str(content["chat_id"]), text, tuple(buttons))

    def _set_webhook(self, content: dict[str, Any]) -> bool:
        require(set(content) <= {"url", "allowed_updates", "secret_token"}, "setWebhook has no such field")
        require(content["url"].startswith("https://"), "a webhook is encrypted")
        require(re.fullmatch(r"[A-Za-z0-9_-]{1,256}", content["secret_token"]), "secret_token is not allowed")
        return True


class TelegramAdapter(Adapter):
    """Private chats."""

    channel_type = TelegramChannel

    def make_fake(self) -> FakePlatform:
        return FakeTelegram()

    def environment(self) -> dict[str, str]:
        return {
            "CRYOBOT_TELEGRAM_TOKEN": TOKEN,
            "CRYOBOT_TELEGRAM_SECRET": SECRET,
            "CRYOBOT_TELEGRAM_API": self.fake.url,
        }

    def id_of(self, person: str) -> str:
        return str(700_000_000 + self.number_of(person))

    def text(self, person: str, text: str) -> Post:
        return self.update(message=self.message(person, text=text))

    def press(self, person: str, payload: str) -> Post:
        query = {
            "id": f"43820{self.number()}",
            "from": self.user(person),
            "message": {**self.message(person, text="..."), "from": BOT},
            "chat_instance": "-1",
            "data": payload,
        }
        return self.update(callback_query=query)

    def attach(self, person: str, kind: Attachment, caption: str = "") -> Post:
        file = {"file_id": "AgAC", "file_unique_id": "AQAD", "file_size": 1}
        content = {
            Attachment.PHOTO: {"photo": [{**file, "width": 90, "height": 51}]},
            Attachment.VIDEO: {"video": {**file, "width": 90, "height": 51, "duration": 1}},
            Attachment.VOICE: {"voice": {**file, "duration": 1}},
            Attachment.FILE: {"document": file},
            Attachment.STICKER: {"sticker": {**file, "width": 512, "height": 512, "type": "regular", "emoji": "👍"}},
            Attachment.OTHER: {"location": {"latitude": 40.4, "longitude": -3.7}},
        }[kind]
        return self.update(message=self.message(person, **content, **({"caption": caption} if caption else {})))

    def greet(self, person: str) -> Post:
        entities = [{"type": "bot_command", "offset": 0, "length": 6}]
        return self.update(message=self.message(person, text="/start", entities=entities))

    def quiet(self, person: str) -> dict[str, Post]:
        said = self.message(person, text="is cryotherapy safe?")
        member = {"user": BOT, "status": "member"}
        chat = said["chat"]
        reaction = {"chat": chat, "message_id": 1, "date": 1, "old_reaction": [], "new_reaction": []}
        joined = {
            "chat": chat,
            "from": self.user(person),
            "date": 1,
            "old_chat_member": member,
            "new_chat_member": member,
        }
        bare = {name: value for name, value in said.items() if name != "text"}
        return {
            "edit": self.update(edited_message={**said, "edit_date": said["date"] + 5}),
            "reaction": self.update(message_reaction=reaction),
            "member": self.update(my_chat_member=joined),
            "join": self.update(message={**bare, "new_chat_members": [BOT]}),
            "channel post": self.update(channel_post={**said, "chat": {"id": -1001, "type": "channel"}}),
            "other bot": self.update(message={**said, "from": {**self.user(person), "is_bot": True}}),
            "group": self.update(message={**said, "chat": {"id": -1002, "type": "supergroup", "title": "Friends"}}),
            "new kind": self.update(something_new={"id": 1}),
        }

    def forged(self, post: Post) -> dict[str, Post]:
        header = "X-Telegram-Bot-Api-Secret-Token"
        return {
            "no secret": Post(post.body, {}),
            "wrong secret": Post(post.body, {header: SECRET[:-1] + "x"}),
            "empty secret": Post(post.body, {header: ""}),
            "longer secret": Post(post.body, {header: SECRET + "x"}),
            "secret elsewhere": Post(post.body, {"Authorization": SECRET}),
            "not even JSON": Post(b"\xff{", {header: "x"}),
        }

    def garbled(self) -> dict[str, Post]:
        bodies = {
            "empty": b"",
            "not UTF-8": b"\xff\xfe\x00",
            "not JSON": b"{",
            "null": b"null",
            "list": b"[1]",
            "deep": b"[" * 100_000,
            "no message": b'{"update_id": 1}',
            "wrong types": b'{"update_id": "x", "message": [{"chat": 3}]}',
            "huge number": b'{"update_id": 1e999, "message": {"text": 5}}',
            "message of nobody": b'{"update_id": 99, "message": {"text": "hi"}}',
        }
        return {name: Post(body, self.headers()) for name, body in bodies.items()}

    # Parts of updates, for the tests of Telegram alone.

    def headers(self) -> dict[str, str]:
        return {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": SECRET}

    def update(self, **content: Any) -> Post:
        return Post(json.dumps({"update_id": 10_000 + self.number(), **content}).encode(), self.headers())

    def user(self, person: str) -> dict[str, Any]:
        return {"id": int(self.id_of(person)), "is_bot": False, "first_name": person}

    def message(self, person: str, **content: Any) -> dict[str, Any]:
        number, user = self.number(), self.user(person)
        chat = {"id": user["id"], "type": "private", "first_name": person}
        return {"message_id": number, "from": user, "chat": chat, "date": 1_760_000_000 + number, **content}


def _done(result: object) -> Answer:
    return Answer(200, {"ok": True, "result": result})


def _failed(
    status: int, words: str, parameters: dict[str, Any] | None = None, headers: dict[str, str] | None = None
) -> Answer:
    content: dict[str, Any] = {"ok": False, "error_code": status, "description": words}
    return Answer(status, content | ({"parameters": parameters} if parameters else {}), headers or {})
