"""Messenger: the Send API as a server, and what it posts to a webhook."""

import json
import re
from collections.abc import Sequence
from typing import Any

from cryobot.messaging.incoming import Attachment
from cryobot.platforms.messenger import GET_STARTED, MessengerChannel
from platform_fakes.adapter import Post
from platform_fakes.fake import Answer, FakePlatform, Shown, require, units
from platform_fakes.meta import FakeGraph, MetaAdapter

PAGE = "682498302938465"


class FakeMessenger(FakeGraph):
    """https://developers.facebook.com/documentation/business-messaging/messenger-platform: the Send API."""

    node = "me"

    def person(self, content: Any) -> str:
        return str(content["recipient"]["id"])

    def sent(self, content: Any, number: int) -> object:
        return {"recipient_id": self.person(content), "message_id": f"m_OUT{number}"}

    def limited(self, seconds: float) -> Answer:
        # Its status is that of any error.
        headers = {"Retry-After": f"{seconds:g}"}
        return self.failed(400, 613, "(#613) Calls to this api have exceeded the rate limit.", headers=headers)

    def blocked(self) -> Answer:
        return self.failed(400, 551, "(#551) This person isn't available right now.", 1545041)

    def shown(self, content: Any) -> Shown:
        require(set(content) == {"recipient", "messaging_type", "message"}, "a request has no other fields")
        require(content["messaging_type"] == "RESPONSE", "messaging_type is RESPONSE within 24 hours")
        require(set(content["recipient"]) == {"id"}, "a recipient is an id")
        require(re.fullmatch(r"[0-9]+", content["recipient"]["id"]), "the id of a person is a number")
        message = content["message"]
        require(set(message) <= {"text", "quick_replies"}, "a message has a text and quick replies")
        text = message["text"]
        require(1 <= units(text) <= 2000 and text.strip(), "a text has 1 to 2000 characters")
        replies = message.get("quick_replies", [])
        require("quick_replies" not in message or 1 <= len(replies) <= 13, "there are 1 to 13 quick replies")
        for reply in replies:
            require(set(reply) == {"content_type", "title", "payload"}, "a quick reply has a title and a payload")
            require(reply["content_type"] == "text", "a quick reply is a text")
            require(reply["title"].strip() and units(reply["title"]) <= 20, "a title has 1 to 20 characters")
            require(1 <= units(reply["payload"]) <= 1000, "a payload has 1 to 1000 characters")
        return Shown(self.person(content), text, tuple((reply["title"], reply["payload"]) for reply in replies))


class MessengerAdapter(MetaAdapter):
    """Persons who write to a page."""

    channel_type = MessengerChannel
    object = "page"

    def make_fake(self) -> FakePlatform:
        return FakeMessenger()

    def id_of(self, person: str) -> str:
        return str(7_254_777_777_000_000 + self.number_of(person))

    def text(self, person: str, text: str) -> Post:
        return self.message(person, text=text)

    def press(self, person: str, payload: str) -> Post:
        if self.number() % 2:
            return self.message(person, text="A button", quick_reply={"payload": payload})
        title = "A button" if payload.startswith("/") else payload
        return self.event(person, postback={"mid": self.mid(), "title": title, "payload": payload})

    def attach(self, person: str, kind: Attachment, caption: str = "") -> Post:
        file = {"url": "https://cdn.example.com/1"}
        attachment = {
            Attachment.PHOTO: {"type": "image", "payload": file},
            Attachment.VIDEO: {"type": "video", "payload": file},
            Attachment.VOICE: {"type": "audio", "payload": file},
            Attachment.FILE: {"type": "file", "payload": file},
            Attachment.STICKER: {"type": "sticker", "payload": {**file, "sticker_id": 144885159019084}},
            Attachment.OTHER: {"type": "location", "payload": {"coordinates": {"lat": 40.4, "long": -3.7}}},
        }[kind]
        return self.message(person, attachments=[attachment], **({"text": caption} if caption else {}))

    def greet(self, person: str) -> Post:
        return self.event(person, postback={"mid": self.mid(), "title": "Get started", "payload": GET_STARTED})

    def quiet(self, person: str) -> dict[str, Post]:
        said = {"mid": self.mid(), "text": "is cryotherapy safe?"}
        item = self.item(person, message=said)
        from_page = {**item, "sender": {"id": PAGE}, "recipient": item["sender"]}
        reaction = {"mid": "m_OUT1", "action": "react", "emoji": "👍", "reaction": "like"}
        return {
            "echo": self.items({**from_page, "message": {**said, "is_echo": True, "app_id": 1517776481860111}}),
            "echo of staff": self.items(from_page),
            "delivery": self.event(person, delivery={"mids": ["m_OUT1"], "watermark": 1_760_000_000_000}),
            "read": self.event(person, read={"watermark": 1_760_000_000_000}),
            "reaction": self.event(person, reaction=reaction),
            "edit": self.event(person, message_edit={**said, "num_edit": 1}),
            "unsupported": self.message(person, is_unsupported=True),
            "optin": self.event(person, optin={"type": "notification_messages", "payload": "news"}),
            "account": self.event(person, account_linking={"status": "linked"}),
            "handover": self.event(person, pass_thread_control={"new_owner_app_id": "123"}),
            "standby": self.post({"id": PAGE, "time": 1, "standby": [item]}),
            "comment": self.post({"id": PAGE, "time": 1, "changes": [{"field": "feed", "value": {"item": "comment"}}]}),
            "new kind": self.event(person, something_new={"text": "is cryotherapy safe?"}),
        }

    def batch(self, posts: Sequence[Post]) -> Post | None:
        """Use both ways: several entries, and several events in one."""
        items = [item for post in posts for entry in json.loads(post.body)["entry"] for item in entry["messaging"]]
        return self.post(*({"id": PAGE, "time": 1, "messaging": part} for part in (items[:3], items[3:])))

    # Parts of posts, for the tests of Messenger alone.

    def mid(self) -> str:
        return f"m_AG5Hz2Uq7tuwNEhXfYYKj8mJEM{self.number():04}"

    def message(self, person: str, **content: Any) -> Post:
        """Give a post with one message."""
        return self.event(person, message={"mid": self.mid(), **content})

    def event(self, person: str, **content: Any) -> Post:
        """Give a post with one event."""
        return self.items(self.item(person, **content))

    def items(self, *items: Any) -> Post:
        return self.post({"id": PAGE, "time": 1_760_000_000_000, "messaging": items})

    def item(self, person: str, **content: Any) -> dict[str, Any]:
        return {
            "sender": {"id": self.id_of(person)},
            "recipient": {"id": PAGE},
            "timestamp": 1_760_000_000_000 + self.number(),
            **content,
        }
