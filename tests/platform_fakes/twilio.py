"""Twilio: its Messages API as a server, and what it posts to a webhook for WhatsApp, signed by its own library."""

import base64
import json
import re
from typing import Any
from urllib.parse import parse_qsl, urlencode

from multidict import MultiDict
from twilio.request_validator import RequestValidator

from cryobot.messaging.incoming import Attachment
from cryobot.platforms.twilio_whatsapp import TwilioChannel
from platform_fakes.adapter import Adapter, Fate, Post
from platform_fakes.fake import Answer, FakePlatform, Received, Shown, require

ACCOUNT = "AC" + "0a1b2c3d" * 4
TOKEN = "9f8e7d6c" * 4
NUMBER = "whatsapp:+14155238886"
PUBLIC_URL = "https://bot.example.org"
WEBHOOK = f"{PUBLIC_URL}/webhooks/twilio/webhook"

MOST_CHARACTERS = 1600
OUT = 16**8  # the ids of what persons write are lower
FIELDS = {"To", "From", "Body", "StatusCallback"}
FATES = {
    Fate.ARRIVED: {"MessageStatus": "delivered"},
    Fate.LOST: {"MessageStatus": "undelivered", "ErrorCode": "63018"},
    Fate.BLOCKED: {"MessageStatus": "undelivered", "ErrorCode": "63024"},
    Fate.HOPELESS: {"MessageStatus": "failed", "ErrorCode": "63016"},
}
TYPES = {
    Attachment.PHOTO: ("image", "image/jpeg"),
    Attachment.VIDEO: ("video", "video/mp4"),
    Attachment.VOICE: ("audio", "audio/ogg"),
    Attachment.FILE: ("document", "application/pdf"),
    Attachment.STICKER: ("sticker", "image/webp"),
    Attachment.OTHER: ("contacts", "text/vcard"),
}


class FakeTwilio(FakePlatform):
    """https://www.twilio.com/docs/messaging/api: one account, from which messages can be sent."""

    def person_of(self, received: Received) -> str | None:
        return received.form().get("To") if received.path.endswith("/Messages.json") else None

    def respond(self, received: Received) -> tuple[Answer, Shown | None]:
        if received.headers.get("authorization") != basic(ACCOUNT, TOKEN):
            return _failed(401, 20003, "Authenticate"), None
        path = received.path.removeprefix(f"/2010-04-01/Accounts/{ACCOUNT}")
        if (received.method, path) == ("GET", ".json"):
            return Answer(200, {"sid": ACCOUNT, "friendly_name": "The centre", "status": "active"}), None
        if (received.method, path) != ("POST", "/Messages.json"):
            return _failed(404, 20404, f"The requested resource {received.path} was not found"), None
        shown = self._message(received)
        number = f"SM{OUT + len(self.messages) + 1:032x}"
        self.message_ids.append(number)
        content = {"sid": number, "status": "queued", "error_code": None, "error_message": None, "body": shown.text}
        return Answer(201, content), shown

    def refusal(self, reason: str) -> Answer:
        return _failed(400, 21617, reason)

    def limited(self, seconds: float) -> Answer:
        return _failed(429, 20429, "Too Many Requests", {"Retry-After": f"{seconds:g}"})

    def blocked(self) -> Answer:
        return _failed(400, 21610, "Attempt to send to unsubscribed recipient")

    def _message(self, received: Received) -> Shown:
        kind = received.headers.get("content-type", "")
        require(kind.partition(";")[0] == "application/x-www-form-urlencoded", "the body must be a form")
        pairs = parse_qsl(received.body.decode(), keep_blank_values=True, strict_parsing=True, errors="strict")
        content = dict(pairs)
        require(len(pairs) == len(content) and set(content) == FIELDS, f"a message has {FIELDS}")
        require(content["From"] == NUMBER, "From is a sender of the account")
        require(content["StatusCallback"] == WEBHOOK, "StatusCallback is an address that can be reached")
        require(re.fullmatch(r"whatsapp:\+[1-9][0-9]{6,14}", content["To"]), "To is a person in WhatsApp")
        text = content["Body"]
        require(text.strip() and len(text) <= MOST_CHARACTERS, "a text has 1 to 1600 characters")
        return Shown(content["To"], text)


class TwilioAdapter(Adapter):
    """Persons in WhatsApp."""

    channel_type = TwilioChannel
    # Its posts have neither a time nor a number that grows.
    tells_order = False

    def make_fake(self) -> FakePlatform:
        return FakeTwilio()

    def environment(self) -> dict[str, str]:
        return {
            "CRYOBOT_TWILIO_ACCOUNT_SID": ACCOUNT,
            "CRYOBOT_TWILIO_AUTH_TOKEN": TOKEN,
            "CRYOBOT_TWILIO_NUMBER": NUMBER,
            "CRYOBOT_TWILIO_API": self.fake.url,
            "CRYOBOT_PUBLIC_URL": PUBLIC_URL,
        }

    def id_of(self, person: str) -> str:
        return f"whatsapp:+{34600_000_000 + self.number_of(person)}"

    def text(self, person: str, text: str) -> Post:
        return self.signed(self.form(person, Body=text))

    def press(self, person: str, payload: str) -> Post:
        title = payload.strip("/").replace("-", " ")
        pressed = {"MessageType": "button", "Body": title, "ButtonText": title, "ButtonPayload": payload}
        return self.signed(self.form(person, **pressed))

    def attach(self, person: str, kind: Attachment, caption: str = "") -> Post:
        name, media_type = TYPES[kind]
        return self.signed(self.form(person, Body=caption, **self.media(name, media_type)))

    def greet(self, person: str) -> Post:
        return self.text(person, "/start")

    def quiet(self, person: str) -> dict[str, Post]:
        said = self.form(person, Body="is cryotherapy safe?")
        reports = {
            state: self.report(person, MessageStatus=state, SmsStatus=state)
            for state in ("queued", "sent", "delivered", "read", "a new state")
        }
        return {
            **reports,
            "failure": self.report(person, MessageStatus="failed", SmsStatus="failed", ErrorCode="63016"),
            "report without MessageStatus": self.report(person, SmsStatus="delivered"),
            "reaction": self.signed({**said, "MessageType": "reaction", "Body": "👍"}),
            "edit": self.signed({**said, "MessageType": "edit"}),
            "STOP, which Twilio answers": self.signed({**said, "Body": "STOP", "OptOutType": "STOP"}),
            "SMS": self.signed({**said, "From": "+34600000009", "To": "+14155238886"}),
            "echo": self.signed({**said, "From": NUMBER, "To": said["From"]}),
            "nothing": self.signed({**said, "Body": " \n"}),
        }

    def forged(self, post: Post) -> dict[str, Post]:
        signature = post.headers["X-Twilio-Signature"]
        fields = dict(parse_qsl(post.body.decode(), keep_blank_values=True))

        def with_signature(value: str) -> Post:
            return Post(post.body, {**post.headers, "X-Twilio-Signature": value})

        def changed(body: bytes) -> Post:
            return Post(body, post.headers)

        return {
            "no signature": Post(post.body, {"Content-Type": post.headers["Content-Type"]}),
            "empty signature": with_signature(""),
            "wrong signature": with_signature(("A" if signature[0] != "A" else "B") + signature[1:]),
            "shorter signature": with_signature(signature[:-1]),
            "other token": with_signature(sign(fields, token=TOKEN[::-1])),
            "other address": with_signature(sign(fields, url="https://other.example.org/webhooks/twilio/webhook")),
            "without encryption": with_signature(sign(fields, url=WEBHOOK.replace("https", "http"))),
            "signature of an empty form": with_signature(sign({})),
            "other words": changed(urlencode({**fields, "Body": "cannot breathe"}).encode()),
            "other person": changed(urlencode({**fields, "From": "whatsapp:+34699999999"}).encode()),
            "field too many": changed(post.body + b"&Body=cannot+breathe"),
            "thousands of fields": changed(post.body + b"&a=b" * 5_000),
            "field missing": changed(post.body.partition(b"&")[2]),
            "JSON": changed(json.dumps(fields).encode()),
            "not UTF-8": changed(b"\xff\xfe" + post.body),
            "not even a form": changed(b"\xff"),
        }

    def garbled(self) -> dict[str, Post]:
        bodies = {
            "empty": b"",
            "not UTF-8": b"\xff\xfe\x00",
            "odd percent signs": b"%&%zz=%&MessageSid=%ff&From=%00",
            "only separators": b"&&==&;",
            "JSON": b'{"From": "whatsapp:+34600000001"}',
            "fields without values": b"MessageSid&From&Body",
            "nobody": b"MessageSid=SM0123456789&Body=hi",
            "no id": b"From=whatsapp%3A%2B34600000001&Body=hi",
            "odd person": b"MessageSid=SM0123456789&From=whatsapp%3A%2B34600000001%0A&Body=hi",
            "odd number of media": self._body(NumMedia="many", MessageType="reaction"),
        }
        return {name: self.signed_bytes(body) for name, body in bodies.items()}

    def late(self, person: str, message_id: str, fate: Fate) -> Post:
        state = FATES[fate]["MessageStatus"]
        return self.report(person, **FATES[fate], SmsStatus=state, MessageSid=message_id, SmsSid=message_id)

    # Parts of posts, for the tests of Twilio alone.

    def form(self, person: str, **fields: str) -> dict[str, str]:
        sid, digits = f"SM{self.number():032x}", self.id_of(person).partition("+")[2]
        context = {"ProfileName": person, "WaId": digits}
        return {
            "SmsMessageSid": sid,
            "NumMedia": "0",
            "ProfileName": person,
            "MessageType": "text",
            "SmsSid": sid,
            "WaId": digits,
            "SmsStatus": "received",
            "Body": "",
            "To": NUMBER,
            "NumSegments": "1",
            "ReferralNumMedia": "0",
            "MessageSid": sid,
            "AccountSid": ACCOUNT,
            "ChannelMetadata": json.dumps({"type": "whatsapp", "data": {"context": context}}),
            "From": self.id_of(person),
            "ApiVersion": "2010-04-01",
            **fields,
        }

    def media(self, name: str, media_type: str) -> dict[str, str]:
        url = f"https://api.twilio.com/2010-04-01/Accounts/{ACCOUNT}/Messages/MM1/Media/ME1"
        return {"MessageType": name, "NumMedia": "1", "MediaContentType0": media_type, "MediaUrl0": url}

    def report(self, person: str, **fields: str) -> Post:
        """Tell of a message of ours."""
        sid = f"SM{self.number():032x}"
        ours = {"ChannelPrefix": "whatsapp", "ApiVersion": "2010-04-01", "AccountSid": ACCOUNT}
        return self.signed(
            {**ours, "MessageSid": sid, "SmsSid": sid, "From": NUMBER, "To": self.id_of(person), **fields}
        )

    def signed(self, fields: dict[str, str]) -> Post:
        return self.signed_bytes(urlencode(fields).encode(), fields)

    def signed_bytes(self, body: bytes, fields: Any = None, url: str = WEBHOOK) -> Post:
        if fields is None:
            fields = MultiDict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "TwilioProxy/1.1",
            "X-Twilio-Signature": sign(fields, url),
        }
        return Post(body, headers)

    def _body(self, **fields: str) -> bytes:
        return urlencode(self.form("nobody", **fields)).encode()


def sign(fields: Any, url: str = WEBHOOK, token: str = TOKEN) -> str:
    return str(RequestValidator(token).compute_signature(url, fields))


def basic(name: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


def _failed(status: int, code: int, words: str, headers: dict[str, str] | None = None) -> Answer:
    more = f"https://www.twilio.com/docs/errors/{code}"
    return Answer(status, {"code": code, "message": words, "more_info": more, "status": status}, headers or {})
