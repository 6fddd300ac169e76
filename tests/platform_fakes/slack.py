"""Slack: its Web API as a server, and what it posts to a webhook."""

import html
import json
import time
from typing import Any
from urllib.parse import urlencode

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, SectionBlock
from slack_sdk.signature import SignatureVerifier

from cryobot.messaging.incoming import Attachment
from cryobot.platforms.slack import SlackChannel
from platform_fakes.adapter import Adapter, Post
from platform_fakes.fake import Answer, FakePlatform, Mode, Received, Shown, require, units

TOKEN = "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy"
SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TEAM, APP, BOT_USER, BOT = "T061EG9R6", "A0KRD7HC3", "U0LAN0Z89", "B0LAN0Z89"
CHANNEL = "C0LAN2Q65"
MINUTE = 60

FIELDS = {"channel", "text", "blocks", "mrkdwn", "unfurl_links", "unfurl_media", "thread_ts"}
FILES = {
    Attachment.PHOTO: {"mimetype": "image/jpeg", "filetype": "jpg"},
    Attachment.VIDEO: {"mimetype": "video/mp4", "filetype": "mp4"},
    Attachment.VOICE: {"mimetype": "audio/mp4", "filetype": "m4a", "subtype": "slack_audio"},
    Attachment.FILE: {"mimetype": "application/pdf", "filetype": "pdf"},
    # Slack has none; what comes nearest.
    Attachment.STICKER: {"mimetype": "image/gif", "filetype": "gif"},
    # Of a workspace that shares a channel: Slack tells no more.
    Attachment.OTHER: {"file_access": "check_file_info"},
}


class FakeSlack(FakePlatform):
    """https://docs.slack.dev/reference/methods: chat.postMessage, auth.test."""

    def person_of(self, received: Received) -> str | None:
        return _conversation(received.json()["channel"]) if received.path == "/chat.postMessage" else None

    def respond(self, received: Received) -> tuple[Answer, Shown | None]:
        require(received.method == "POST", "it is a POST")
        # Slack takes it without a charset, too, and warns.
        content_type = received.headers.get("content-type", "").lower()
        require(content_type == "application/json; charset=utf-8", "the body is JSON, and its charset is told")
        if received.headers.get("authorization") != f"Bearer {TOKEN}":
            return _failed("invalid_auth"), None
        method, content = received.path.removeprefix("/"), received.json()
        if method == "auth.test":
            return _done(team_id=TEAM, user_id=BOT_USER, bot_id=BOT), None
        if method != "chat.postMessage":
            return _failed("unknown_method"), None
        switched = self._switched.get(self.person_of(received))
        if switched and switched.mode is Mode.BLOCKED:
            return self.blocked(), None
        shown = self._message(content)
        return _done(channel=shown.person, ts=_time(len(self.messages) + 1)), shown

    def refusal(self, reason: str) -> Answer:
        return _failed("invalid_arguments")

    def limited(self, seconds: float) -> Answer:
        return Answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": f"{seconds:g}"})

    def blocked(self) -> Answer:
        """Answer as for somebody who left; it has the status 200, as almost every error of Slack's."""
        return _failed("channel_not_found")

    def _message(self, content: dict[str, Any]) -> Shown:
        require(set(content) <= FIELDS, f"chat.postMessage has no {set(content) - FIELDS}")
        text = content["text"]
        require(0 < units(text) <= 40_000, "a text has 1 to 40000 characters")
        require("<" not in text and ">" not in text, "a text is escaped")
        require(content["mrkdwn"] is False, "a text is not formatted")
        require(content["unfurl_links"] is False and content["unfurl_media"] is False, "links are not shown as pages")
        section, buttons = self._blocks(content["blocks"])
        require(html.unescape(text) == section, "notifications say what the message says")
        return Shown(_conversation(content["channel"]), section, tuple(buttons))

    def _blocks(self, blocks: list[dict[str, Any]]) -> tuple[str, list[tuple[str, str]]]:
        require(1 <= len(blocks) <= 50, "a message has 1 to 50 blocks")
        section, *rest = [_valid(block) for block in blocks]
        require(isinstance(section, SectionBlock), "the first block is the text")
        require(section.text.type == "plain_text" and section.text.emoji is False, "nothing in it is formatted")
        require(section.text.text.strip() and units(section.text.text) <= 3000, "a section has 1 to 3000 characters")
        require(section.expand is True, "a long text is not folded")
        buttons: list[tuple[str, str]] = []
        for block in rest:
            require(isinstance(block, ActionsBlock), "the other blocks are buttons")
            require(1 <= len(block.elements) <= 25, "an actions block has 1 to 25 elements")
            actions = [element.action_id for element in block.elements]
            require(len(set(actions)) == len(actions), "no two elements of a block have the same action_id")
            buttons += map(_button, block.elements)
        return section.text.text, buttons


def _valid(block: dict[str, Any]) -> Any:
    """Give a block as Slack's own library reads it, which knows most of the limits."""
    try:
        parsed = Block.parse(block)
        require(parsed is not None and parsed.to_dict() == block, f"Slack has no such block: {block}")
    except SlackObjectFormationError as error:
        require(False, str(error))
    return parsed


def _button(element: Any) -> tuple[str, str]:
    require(isinstance(element, ButtonElement), "every element is a button")
    require(element.text.type == "plain_text", "the text of a button is not formatted")
    require(element.text.text.strip() and units(element.text.text) <= 75, "the text of a button has 1 to 75 characters")
    require(0 < units(element.value) <= 2000, "the value of a button has 1 to 2000 characters")
    require(0 < len(element.action_id) <= 255, "an action_id has 1 to 255 characters")
    return element.text.text, element.value


class SlackAdapter(Adapter):
    """Direct messages."""

    channel_type = SlackChannel

    def make_fake(self) -> FakePlatform:
        return FakeSlack()

    def environment(self) -> dict[str, str]:
        return {
            "CRYOBOT_SLACK_TOKEN": TOKEN,
            "CRYOBOT_SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "CRYOBOT_SLACK_API": self.fake.url,
        }

    def id_of(self, person: str) -> str:
        return _conversation(self.user(person))

    def text(self, person: str, text: str) -> Post:
        return self.event(self.message(person, text))

    def press(self, person: str, payload: str) -> Post:
        return self.interaction(self.pressed(person, payload))

    def attach(self, person: str, kind: Attachment, caption: str = "") -> Post:
        file = {"id": "F0S43P1CZ", "mode": "hosted", "is_external": False, **FILES[kind]}
        return self.event({**self.message(person, caption), "subtype": "file_share", "files": [file], "upload": False})

    def greet(self, person: str) -> Post:
        return self.text(person, "/help")

    def quiet(self, person: str) -> dict[str, Post]:
        said = self.message(person, "is cryotherapy safe?")
        channel = {**said, "channel": CHANNEL, "channel_type": "channel"}
        item = {"type": "message", "channel": said["channel"], "ts": said["ts"]}
        others: dict[str, dict[str, Any]] = {
            "edit": {**said, "subtype": "message_changed", "hidden": True, "message": said, "previous_message": said},
            "edited mention": {**self.mention(person, "is cryotherapy safe?"), "edited": {"user": "U1", "ts": "5.1"}},
            "deletion": {**said, "subtype": "message_deleted", "hidden": True, "deleted_ts": said["ts"]},
            "own message": {**said, "user": BOT_USER, "bot_id": BOT, "app_id": APP},
            "other bot": {**said, "subtype": "bot_message", "bot_id": "B061EG9R7"},
            "mention by a bot": {**self.mention(person, "is cryotherapy safe?"), "bot_id": "B061EG9R7"},
            "Slackbot": {**said, "user": "USLACKBOT"},
            "channel": channel,
            "group": {**said, "channel": "G0LAN2Q65", "channel_type": "mpim"},
            "thread": {**channel, "thread_ts": "1482960137.003543"},
            "join": {**channel, "subtype": "channel_join", "text": "<@U1> has joined the channel"},
            "topic": {**channel, "subtype": "channel_topic", "topic": "Cold"},
            "reminder": {**said, "subtype": "reminder_add"},
            "call": {**said, "subtype": "huddle_thread", "text": ""},
            "reaction": {"type": "reaction_added", "user": said["user"], "reaction": "thumbsup", "item": item},
            "app opened": {"type": "app_home_opened", "user": said["user"], "channel": said["channel"], "tab": "home"},
            "membership": {"type": "member_joined_channel", "user": BOT_USER, "channel": CHANNEL},
            "new kind": {"type": "something_new", "user": said["user"], "channel": said["channel"]},
        }
        shortcut = {"type": "shortcut", "user": {"id": said["user"]}, "callback_id": "x", "trigger_id": "1.2"}
        certificate = self.form(ssl_check="1", token="gIkuvaNzQIHg97ATvDxqgjtO")
        limited = self.signed({"type": "app_rate_limited", "team_id": TEAM, "minute_rate_limited": 1518467820})
        posts = {what: self.event(event) for what, event in others.items()}
        return posts | {"shortcut": self.interaction(shortcut), "certificate": certificate, "too many": limited}

    def forged(self, post: Post) -> dict[str, Post]:
        now = int(time.time())

        def headers(at: object, signature: str) -> dict[str, str]:
            return {**post.headers, "X-Slack-Request-Timestamp": str(at), "X-Slack-Signature": signature}

        right = post.headers["X-Slack-Signature"]
        unsigned = {name: value for name, value in post.headers.items() if not name.startswith("X-Slack-")}
        old, early = now - 6 * MINUTE, now + 6 * MINUTE
        return {
            "no signature": Post(post.body, unsigned),
            "no time": Post(post.body, {**unsigned, "X-Slack-Signature": right}),
            "no time, signed": Post(post.body, {**unsigned, "X-Slack-Signature": _signature("", post.body)}),
            "empty signature": Post(post.body, headers(now, "")),
            "another secret": Post(post.body, headers(now, _signature(str(now), post.body, "x" * 32))),
            "another body": Post(post.body + b" ", post.headers),
            "another time": Post(post.body, headers(now + 1, right)),
            "six minutes old": Post(post.body, headers(old, _signature(str(old), post.body))),
            "six minutes early": Post(post.body, headers(early, _signature(str(early), post.body))),
            "time that is none": Post(post.body, headers("now", _signature("now", post.body))),
            "endless time": Post(post.body, headers("9" * 400, _signature("9" * 400, post.body))),
            "without its version": Post(post.body, headers(now, right.removeprefix("v0="))),
            "not even UTF-8": Post(b"\xff{", headers(now, right)),
        }

    def garbled(self) -> dict[str, Post]:
        nobody = {"type": "message", "channel_type": "im", "text": "hi"}
        said = self.message("anna", "hi")
        bodies = {
            "empty": "",
            "not JSON": "{",
            "null": "null",
            "list": "[1]",
            "deep": "[" * 100_000,
            "no event": '{"type": "event_callback"}',
            "wrong types": '{"type": "event_callback", "event": [{"channel": 3}]}',
            "message of nobody": json.dumps({"type": "event_callback", "event": nobody}),
            "names of paths": json.dumps({"type": "event_callback", "event": {**said, "channel": "../D1"}}),
            "time that is none": json.dumps({"type": "event_callback", "event": {**said, "ts": "1.1.1"}}),
            "not text": json.dumps({"type": "event_callback", "event": {**said, "text": {"a": 1}}}),
            "no type": json.dumps({"event": said}),
        }
        forms = {
            "payload that is not JSON": urlencode({"payload": "{"}),
            "payload that is a list": urlencode({"payload": "[[]]"}),
            "no actions": urlencode({"payload": '{"type": "block_actions", "actions": {}}'}),
            "command of nobody": urlencode({"command": "/cryo", "text": "frostbite"}),
            "form without end": "payload=%7B&&&==%zz",
        }
        posts = {name: self.signed_body(body, "application/json") for name, body in bodies.items()}
        return posts | {name: self.signed_body(body, FORM) for name, body in forms.items()}

    # Parts of posts, for the tests of Slack alone.

    def user(self, person: str) -> str:
        return f"U0{self.number_of(person):08}"

    def time(self) -> str:
        return _time(self.number())

    def message(self, person: str, text: str) -> dict[str, Any]:
        now = self.time()
        said = {"type": "message", "user": self.user(person), "text": _escaped(text), "ts": now, "event_ts": now}
        return {**said, "channel": self.id_of(person), "channel_type": "im", "team": TEAM, "client_msg_id": f"c-{now}"}

    def mention(self, person: str, text: str, **content: Any) -> dict[str, Any]:
        """Give what is said to the assistant in a channel."""
        said = self.message(person, text)
        del said["channel_type"]
        return {**said, "type": "app_mention", "channel": CHANNEL, "text": f"<@{BOT_USER}> {said['text']}", **content}

    def event(self, event: dict[str, Any], retry: int = 0) -> Post:
        content = {
            "token": "one-long-verification-token",
            "team_id": TEAM,
            "api_app_id": APP,
            "event": event,
            "type": "event_callback",
            "event_id": f"Ev{self.number():08}",
            "event_time": 1_760_000_000,
            "authorizations": [{"team_id": TEAM, "user_id": BOT_USER, "is_bot": True, "is_enterprise_install": False}],
        }
        post = self.signed(content)
        again = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"} if retry else {}
        return Post(post.body, post.headers | again)

    def pressed(self, person: str, payload: str, **content: Any) -> dict[str, Any]:
        shown, channel = "1548261231.000200", self.id_of(person)
        text = {"type": "plain_text", "text": "Uses"}
        action = {"type": "button", "action_id": "button-1", "block_id": "=qXel", "text": text, "value": payload}
        return {
            "type": "block_actions",
            "team": {"id": TEAM, "domain": "cold-corner"},
            "user": {"id": self.user(person), "username": person, "team_id": TEAM},
            "api_app_id": APP,
            "token": "one-long-verification-token",
            "container": {"type": "message", "message_ts": shown, "channel_id": channel, "is_ephemeral": False},
            "trigger_id": f"12321423423.333649436676.{self.number()}",
            "channel": {"id": channel, "name": "directmessage"},
            "message": {"type": "message", "user": BOT_USER, "bot_id": BOT, "ts": shown, "text": "..."},
            "response_url": "https://hooks.slack.com/actions/T061EG9R6/339/KjSsFkZ",
            "actions": [{**action, "action_ts": self.time()}],
            **content,
        }

    def interaction(self, payload: dict[str, Any]) -> Post:
        return self.form(payload=json.dumps(payload))

    def command(self, person: str, text: str, **fields: str) -> Post:
        """Type a slash command in a channel in which the assistant is not."""
        return self.form(
            token="one-long-verification-token",
            team_id=TEAM,
            team_domain="cold-corner",
            channel_id="C2147483705",
            channel_name="front-desk",
            user_id=self.user(person),
            user_name=person,
            command="/cryo",
            text=_escaped(text),
            api_app_id=APP,
            is_enterprise_install="false",
            response_url="https://hooks.slack.com/commands/T061EG9R6/5678/AbCdEf",
            trigger_id=f"13345224609.738474920.{self.number()}",
            **fields,
        )

    def form(self, **fields: str) -> Post:
        return self.signed_body(urlencode(fields), FORM)

    def signed(self, content: object, content_type: str = "application/json") -> Post:
        return self.signed_body(json.dumps(content), content_type)

    def signed_body(self, text: str, content_type: str) -> Post:
        body, now = text.encode(), str(int(time.time()))
        headers = {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": _signature(now, body)}
        return Post(body, {"Content-Type": content_type, "User-Agent": "Slackbot 1.0", **headers})


FORM = "application/x-www-form-urlencoded"


def _signature(at: str, body: bytes, secret: str = SIGNING_SECRET) -> str:
    signature = SignatureVerifier(secret).generate_signature(timestamp=at, body=body)
    assert signature
    return signature


def _conversation(channel: str) -> str:
    """Give where a message to a channel is seen: one to a user, in the direct messages with them."""
    return f"D{channel[1:]}" if channel.startswith("U") else str(channel)


def _time(number: int) -> str:
    return f"{1_760_000_000 + number}.{number % 1_000_000:06}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _done(**content: str) -> Answer:
    return Answer(200, {"ok": True, **content})


def _failed(error: str) -> Answer:
    return Answer(200, {"ok": False, "error": error})
