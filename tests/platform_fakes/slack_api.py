"""Slack's Web API as a server."""

import html
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, SectionBlock

from platform_fakes.fake import Answer, FakePlatform, Mode, Received, Shown, require, units
from platform_fakes.slack_names import (
    BOT,
    BOT_USER,
    TEAM,
    TOKEN,
    conversation,
    time_of,
)

FIELDS = {"channel", "text", "blocks", "mrkdwn", "unfurl_links", "unfurl_media", "thread_ts"}


class FakeSlack(FakePlatform):
    """https://docs.slack.dev/reference/methods: chat.postMessage, auth.test."""

    def person_of(self, received: Received) -> str | None:
        return conversation(received.json()["channel"]) if received.path == "/chat.postMessage" else None

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
        return _done(channel=shown.person, ts=time_of(len(self.messages) + 1)), shown

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
        return Shown(conversation(content["channel"]), section, tuple(buttons))

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


def _done(**content: str) -> Answer:
    return Answer(200, {"ok": True, **content})


def _failed(error: str) -> Answer:
    return Answer(200, {"ok": False, "error": error})
