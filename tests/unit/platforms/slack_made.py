"""Slack, made for tests, and what its tests share."""

import json
import time
from typing import Any

from platform_fakes.adapter import Post
from platform_fakes.slack_names import BOT_USER, SIGNING_SECRET, TOKEN

from cryobot.messaging.incoming import Event, WebhookRequest
from cryobot.messaging.outgoing import Address, Message, Response
from cryobot.messaging.words import load_words
from cryobot.platforms.slack import Slack, SlackSettings

THREAD = "1482960137.003543"


def unintroduced() -> Slack:
    return Slack(SlackSettings(token=TOKEN, signing_secret=SIGNING_SECRET), load_words("en"))


def introduced() -> Slack:
    """Give Slack, told by Slack who the assistant is there."""
    made = unintroduced()
    made.introduced(Response(200, {}, json.dumps({"ok": True, "user_id": BOT_USER}).encode()))
    return made


def request(post: Post) -> WebhookRequest:
    headers = {name.lower(): value for name, value in post.headers.items()}
    return WebhookRequest("POST", "/webhooks/slack/webhook", headers, post.body, time.time())


def read(slack: Slack, post: Post) -> Event:
    """Read a post in which there is one event."""
    (event,) = slack.read(request(post))
    return event


def sent(slack: Slack, message: Message, to: Address) -> dict[str, Any]:
    """Give the body of the one request that brings a message somewhere."""
    (outgoing,) = slack.requests(message, to)
    assert outgoing.path == "chat.postMessage"
    assert outgoing.json is not None
    return dict(outgoing.json)
