"""What Slack posts to a webhook, piece by piece."""

import json
import time
from typing import Any
from urllib.parse import urlencode

from cryobot.platforms.slack import SlackChannel
from platform_fakes.adapter import Adapter, Post
from platform_fakes.fake import FakePlatform
from platform_fakes.slack_api import FakeSlack
from platform_fakes.slack_names import (
    APP,
    BOT,
    BOT_USER,
    CHANNEL,
    SIGNING_SECRET,
    TEAM,
    TOKEN,
    conversation,
    escaped,
    signature,
    time_of,
)

FORM = "application/x-www-form-urlencoded"


class SlackPosts(Adapter):
    """What the posts of Slack are made of."""

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
        return conversation(self.user(person))

    def user(self, person: str) -> str:
        return f"U0{self.number_of(person):08}"

    def time(self) -> str:
        return time_of(self.number())

    def message(self, person: str, text: str) -> dict[str, Any]:
        now = self.time()
        said = {"type": "message", "user": self.user(person), "text": escaped(text), "ts": now, "event_ts": now}
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
            text=escaped(text),
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
        headers = {"X-Slack-Request-Timestamp": now, "X-Slack-Signature": signature(now, body)}
        return Post(body, {"Content-Type": content_type, "User-Agent": "Slackbot 1.0", **headers})
