"""WhatsApp: Meta's Cloud API as a server, and what it posts to a webhook."""

import json
import re
from collections.abc import Sequence
from typing import Any

from cryobot.messaging.incoming import Attachment
from cryobot.platforms.whatsapp import WhatsAppChannel
from platform_fakes.adapter import Fate, Post
from platform_fakes.fake import Answer, FakePlatform, Shown, require, units
from platform_fakes.meta import FakeGraph, MetaAdapter

PHONE_ID = "106540352242922"
ACCOUNT = "102290129340398"
NUMBER = "15550783881"

ADDRESS = {"messaging_product", "recipient_type", "type"}
USER_ID = re.compile(r"[A-Z]{2}\.([A-Z]{3}\.)?[A-Za-z0-9]{1,128}")
FATES: dict[Fate, dict[str, Any]] = {
    Fate.ARRIVED: {"status": "delivered"},
    Fate.LOST: {"status": "failed", "errors": [{"code": 131000, "title": "Something went wrong"}]},
    Fate.BLOCKED: {"status": "failed", "errors": [{"code": 131026, "title": "Message undeliverable"}]},
    Fate.HOPELESS: {"status": "failed", "errors": [{"code": 131051, "title": "Message type is not supported"}]},
}
FILE = {"id": "1003383421387256", "sha256": "SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI="}


class FakeWhatsApp(FakeGraph):
    """https://developers.facebook.com/documentation/business-messaging/whatsapp: text and interactive messages."""

    node = PHONE_ID

    def person(self, content: Any) -> str:
        return str(content.get("to") or content.get("recipient"))

    def sent(self, content: Any, number: int) -> object:
        person = self.person(content)
        self.message_ids.append(f"wamid.OUT{number}")
        return {
            "messaging_product": "whatsapp",
            "contacts": [{"input": person, "wa_id": person}],
            "messages": [{"id": self.message_ids[-1], "message_status": "accepted"}],
        }

    def limited(self, seconds: float) -> Answer:
        # Its status is that of any error.
        headers = {"Retry-After": f"{seconds:g}"}
        return self.failed(400, 130429, "(#130429) Rate limit hit", headers=headers)

    def blocked(self) -> Answer:
        return self.failed(400, 131026, "(#131026) Message undeliverable")

    def shown(self, content: Any) -> Shown:
        require(content.get("messaging_product") == "whatsapp", "messaging_product is whatsapp")
        require(content.get("recipient_type") == "individual", "recipient_type is individual")
        to, recipient = content.get("to"), content.get("recipient")
        require((to is None) != (recipient is None), "a message has one recipient")
        require(to is None or re.fullmatch(r"[0-9]{5,15}", to), "to is a phone number; others are dropped silently")
        require(recipient is None or USER_ID.fullmatch(recipient), "recipient is a user id")
        address = ADDRESS | {"to" if to else "recipient"}
        kind = content.get("type")
        require(set(content) == address | {kind}, "a message has its address and one content")
        if kind == "text":
            require(set(content["text"]) <= {"body", "preview_url"}, "a text has a body")
            require(1 <= units(content["text"]["body"]) <= 4096, "a text has 1 to 4096 characters")
            require(content["text"]["body"].strip(), "a text is not blank")
            return Shown(to or recipient, content["text"]["body"])
        require(kind == "interactive", "the type is text or interactive")
        interactive = content["interactive"]
        require(set(interactive) == {"type", "body", "action"}, "an interactive message has a body and an action")
        text = interactive["body"]["text"]
        require(1 <= units(text) <= 1024 and text.strip(), "the body has 1 to 1024 characters")
        readers = {"button": _buttons, "list": _rows}
        require(interactive["type"] in readers, "an interactive message has buttons or a list")
        return Shown(to or recipient, text, tuple(readers[interactive["type"]](interactive["action"])))


class WhatsAppAdapter(MetaAdapter):
    """Persons who show their phone number."""

    channel_type = WhatsAppChannel
    object = "whatsapp_business_account"

    def make_fake(self) -> FakePlatform:
        return FakeWhatsApp()

    def environment(self) -> dict[str, str]:
        return {**super().environment(), "CRYOBOT_WHATSAPP_PHONE_ID": PHONE_ID}

    def id_of(self, person: str) -> str:
        return str(16_505_550_000 + self.number_of(person))

    def text(self, person: str, text: str) -> Post:
        return self.message(person, type="text", text={"body": text})

    def press(self, person: str, payload: str) -> Post:
        kind = "button_reply" if self.number() % 2 else "list_reply"
        reply = {"type": kind, kind: {"id": payload, "title": "A button"}}
        context = {"from": NUMBER, "id": "wamid.OUT1"}
        return self.message(person, context=context, type="interactive", interactive=reply)

    def attach(self, person: str, kind: Attachment, caption: str = "") -> Post:
        content: dict[str, Any] = {
            Attachment.PHOTO: {"type": "image", "image": {**FILE, "mime_type": "image/jpeg"}},
            Attachment.VIDEO: {"type": "video", "video": {**FILE, "mime_type": "video/mp4"}},
            Attachment.VOICE: {
                "type": "audio",
                "audio": {**FILE, "mime_type": "audio/ogg; codecs=opus", "voice": True},
            },
            Attachment.FILE: {"type": "document", "document": {**FILE, "filename": "skin.pdf"}},
            Attachment.STICKER: {"type": "sticker", "sticker": {**FILE, "mime_type": "image/webp", "animated": False}},
            Attachment.OTHER: {"type": "location", "location": {"latitude": 40.4, "longitude": -3.7}},
        }[kind]
        if caption:
            content[content["type"]]["caption"] = caption
        return self.message(person, **content)

    def greet(self, person: str) -> Post:
        return self.message(person, type="request_welcome")

    def quiet(self, person: str) -> dict[str, Post]:
        text = {"type": "text", "text": {"body": "is cryotherapy safe?"}}
        said = self._message(person, **text)
        edit = {"original_message_id": "wamid.1", "message": {"context": {"id": "M0"}, **text}}
        call = {"type": "call_permission_reply", "call_permission_reply": {"response": "accept"}}
        form = {"type": "nfm_reply", "nfm_reply": {"name": "flow", "body": "Sent", "response_json": "{}"}}
        errors = [{"code": 131051, "title": "Message type unknown", "message": "Message type unknown"}]
        unsupported = {"type": "unsupported", "errors": errors}
        reaction = {"message_id": "wamid.OUT1", "emoji": "👍"}
        number = {"body": "User A changed", "wa_id": "16505551235", "type": "user_changed_number"}
        return {
            **{what: self.value(statuses=[self.status(person, what)]) for what in ("sent", "delivered", "read")},
            "failed": self.value(statuses=[self.status(person, "failed", errors=[{"code": 131026, "title": "Gone"}])]),
            "error": self.value(errors=[{"code": 130429, "title": "Rate limit hit"}]),
            "reaction": self.message(person, type="reaction", reaction=reaction),
            "edit": self.message(person, type="edit", edit=edit),
            "deletion": self.message(person, type="revoke", revoke={"original_message_id": "wamid.1"}),
            "new number": self.message(person, type="system", system=number),
            "edit that is unsupported": self.message(person, **unsupported, unsupported={"type": "edit"}),
            "poll": self.message(person, **unsupported, unsupported={"type": "poll_creation"}),
            "unknown": self.message(person, **unsupported),
            "permission": self.message(person, type="interactive", interactive=call),
            "form": self.message(person, type="interactive", interactive=form),
            "group": self.message(person, group_id="Y2FwaV9ncm91cDox", **text),
            "other number": self.value(messages=[said], metadata={"phone_number_id": "106540352242999"}),
            "echo": self.value("smb_message_echoes", message_echoes=[{**said, "to": NUMBER}]),
            "history": self.value("history", messages=[said]),
            "account": self.value("account_update", event="VERIFIED_ACCOUNT"),
            "new kind": self.message(person, type="something_new", something_new={"body": "is cryotherapy safe?"}),
        }

    def batch(self, posts: Sequence[Post]) -> Post | None:
        """Use all three ways: several entries, several changes in one, and several messages in one."""
        values = [change["value"] for post in posts for e in json.loads(post.body)["entry"] for change in e["changes"]]
        together = {**values[0], "messages": [message for value in values[:2] for message in value["messages"]]}
        changes = [{"field": "messages", "value": value} for value in (together, *values[2:])]
        split = len(changes) // 2 + 1
        return self.post(*({"id": ACCOUNT, "changes": part} for part in (changes[:split], changes[split:])))

    def late(self, person: str, message_id: str, fate: Fate) -> Post:
        return self.value(statuses=[{**self.status(person, **FATES[fate]), "id": message_id}])

    # Parts of posts, for the tests of WhatsApp alone.

    def message(self, person: str, **content: Any) -> Post:
        """Give a post with one message."""
        contact = {"profile": {"name": person}, "wa_id": self.id_of(person)}
        return self.value(contacts=[contact], messages=[self._message(person, **content)])

    def value(self, field: str = "messages", **content: Any) -> Post:
        """Give a post with one change."""
        metadata = {"display_phone_number": NUMBER, "phone_number_id": PHONE_ID}
        value = {"messaging_product": "whatsapp", "metadata": metadata, **content}
        return self.post({"id": ACCOUNT, "changes": [{"value": value, "field": field}]})

    def status(self, person: str, status: str, **content: Any) -> dict[str, Any]:
        return {
            "id": "wamid.OUT1",
            "status": status,
            "timestamp": "1760000000",
            "recipient_id": self.id_of(person),
            "pricing": {"billable": True, "pricing_model": "PMP", "category": "service"},
            **content,
        }

    def _message(self, person: str, **content: Any) -> dict[str, Any]:
        number = self.number()
        return {
            "from": self.id_of(person),
            "from_user_id": f"US.{self.id_of(person)}",
            "id": f"wamid.HBgLMTY1MDU1NTAwMDEVAgAS{number:04}",
            "timestamp": str(1_760_000_000 + number),
            **content,
        }


def _buttons(action: Any) -> list[tuple[str, str]]:
    require(set(action) == {"buttons"} and 1 <= len(action["buttons"]) <= 3, "there are 1 to 3 buttons")
    shown = []
    for button in action["buttons"]:
        require(button["type"] == "reply" and set(button["reply"]) == {"id", "title"}, "a button is a reply")
        shown.append(_shown(button["reply"], 20, 256))
    require(len({title for title, _ in shown}) == len(shown), "titles are unique within a message")
    return _unique(shown)


def _rows(action: Any) -> list[tuple[str, str]]:
    require(set(action) == {"button", "sections"}, "a list has a button and sections")
    require(1 <= units(action["button"]) <= 20, "the button of a list has 1 to 20 characters")
    require(len(action["sections"]) == 1, "several sections need titles")
    rows = action["sections"][0]["rows"]
    require(1 <= len(rows) <= 10, "a list has 1 to 10 rows")
    require(all(set(row) <= {"id", "title", "description"} for row in rows), "a row has an id and a title")
    return _unique([_shown(row, 24, 200) for row in rows])


def _shown(button: dict[str, str], title_characters: int, id_characters: int) -> tuple[str, str]:
    title, payload = button["title"], button["id"]
    require(1 <= units(title) <= title_characters and title.strip(), f"a title has 1 to {title_characters} characters")
    require(1 <= units(payload) <= id_characters, f"an id has 1 to {id_characters} characters")
    require(payload == payload.strip(), "an id has no spaces around it")
    return title, payload


def _unique(shown: list[tuple[str, str]]) -> list[tuple[str, str]]:
    require(len({payload for _, payload in shown}) == len(shown), "ids are unique within a message")
    return shown
