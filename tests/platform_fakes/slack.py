"""Slack: what people do there, and what a forger posts."""

import json
import time
from typing import Any
from urllib.parse import urlencode

from cryobot.messaging.incoming import Attachment
from platform_fakes.adapter import Post
from platform_fakes.slack_names import APP, BOT, BOT_USER, CHANNEL, TEAM, signature
from platform_fakes.slack_posts import FORM, SlackPosts

__all__ = ["BOT_USER", "CHANNEL", "FILES", "SlackAdapter"]

MINUTE = 60

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


class SlackAdapter(SlackPosts):
    """Direct messages."""

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

        def headers(at: object, given: str) -> dict[str, str]:
            return {**post.headers, "X-Slack-Request-Timestamp": str(at), "X-Slack-Signature": given}

        right = post.headers["X-Slack-Signature"]
        unsigned = {name: value for name, value in post.headers.items() if not name.startswith("X-Slack-")}
        old, early = now - 6 * MINUTE, now + 6 * MINUTE
        return {
            "no signature": Post(post.body, unsigned),
            "no time": Post(post.body, {**unsigned, "X-Slack-Signature": right}),
            "no time, signed": Post(post.body, {**unsigned, "X-Slack-Signature": signature("", post.body)}),
            "empty signature": Post(post.body, headers(now, "")),
            "another secret": Post(post.body, headers(now, signature(str(now), post.body, "x" * 32))),
            "another body": Post(post.body + b" ", post.headers),
            "another time": Post(post.body, headers(now + 1, right)),
            "six minutes old": Post(post.body, headers(old, signature(str(old), post.body))),
            "six minutes early": Post(post.body, headers(early, signature(str(early), post.body))),
            "time that is none": Post(post.body, headers("now", signature("now", post.body))),
            "endless time": Post(post.body, headers("9" * 400, signature("9" * 400, post.body))),
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
