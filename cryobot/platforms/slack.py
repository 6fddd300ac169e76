"""Slack, by its Events API, interactive messages, slash commands and Web API."""

import json
import re
from http import HTTPStatus
from typing import Any

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import SettingsConfigDict
from slack_sdk.signature import SignatureVerifier

from cryobot.messaging.channel import MessagingChannel
from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import Event, WebhookRequest
from cryobot.messaging.json_values import at, text_at
from cryobot.messaging.limits import ButtonStyle, Limits
from cryobot.messaging.outcomes import (
    Blocked,
    Delivered,
    Outcome,
    Rejected,
    RetryLater,
    by_status,
    plain_reason,
    retry_after,
)
from cryobot.messaging.outgoing import Address, Button, HttpRequest, Message, OutgoingRequest, Response
from cryobot.messaging.platform import Acknowledgement, Platform
from cryobot.messaging.settings import PlatformSettings, plain
from cryobot.platforms import slack_reading

# Errors of the Web API. There is nobody to write to, or they do not let us.
GONE = frozenset(
    {"channel_not_found", "is_archived", "not_in_channel", "user_disabled", "user_not_found", "cannot_dm_bot"}
)
READ_ONLY = "restricted_action"
# Mended by time, or by whoever runs the assistant; account_inactive is said of our token, not of a person.
MENDABLE = frozenset(
    {
        *("ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"),
        *("invalid_auth", "not_authed", "account_inactive", "token_expired", "token_revoked", "not_allowed_token_type"),
        *("missing_scope", "no_permission", "access_denied", "accesslimited", "org_login_required"),
        *("ekm_access_denied", "team_access_not_granted", "team_added_to_org", "messages_tab_disabled"),
    }
)


class SlackSettings(PlatformSettings):
    """The environment variables of Slack."""

    model_config = SettingsConfigDict(env_prefix="CRYOBOT_SLACK_", frozen=True, hide_input_in_errors=True)

    token: SecretStr = Field(SecretStr(""), description="bot token of the app, from OAuth & Permissions")
    signing_secret: SecretStr = Field(SecretStr(""), description="signing secret of the app, from Basic Information")
    api: str = Field("https://slack.com/api", pattern=r"^https?://\S+$", description="address of the Web API")

    @field_validator("token")
    @classmethod
    def _is_a_bot_token(cls, value: SecretStr) -> SecretStr:
        if value and not re.fullmatch(r"xoxb-[A-Za-z0-9-]+", value.get_secret_value()):
            raise ValueError("copy the Bot User OAuth Token, which starts with xoxb-, from OAuth & Permissions")
        return value

    @field_validator("signing_secret")
    @classmethod
    def _is_a_secret(cls, value: SecretStr) -> SecretStr:
        if value and not re.fullmatch(r"[A-Za-z0-9]{16,}", value.get_secret_value()):
            raise ValueError("copy the Signing Secret, which is letters and digits, from Basic Information")
        return value


class Slack(Platform):
    """An app in one workspace of Slack."""

    name = "slack"
    settings_type = SlackSettings
    limits = Limits(
        text_characters=3000, styles=(ButtonStyle("buttons", most=25, title_characters=75, payload_bytes=2000),)
    )
    wants_introduction = True

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._verifier = SignatureVerifier(plain(self.settings.signing_secret))
        # Known when Slack has told it.
        self._user = ""

    def verify(self, request: WebhookRequest) -> None:
        """Check the signature, which is of the body and a time in the last five minutes; raises ForgedError."""
        try:
            valid = self._verifier.is_valid_request(request.body, dict(request.headers))
        # What the verifier raises at a time that is none, and at a body or signature of characters Slack never sends.
        except (ValueError, TypeError, OverflowError):
            valid = False
        if not valid:
            raise ForgedError(HTTPStatus.UNAUTHORIZED)

    def read(self, request: WebhookRequest) -> list[Event]:
        """Give the message, the pressed button or the slash command."""
        event = slack_reading.read(request)
        return [event] if event else []

    def acknowledgement(self, request: WebhookRequest) -> Acknowledgement:
        """Repeat what Slack tries the webhook with; after a slash command, show where the answer goes."""
        content = request.json()
        if text_at(content, "type") == "url_verification":
            return _as_json({"challenge": text_at(content, "challenge")})
        if self._user and slack_reading.is_command(request):
            return _as_json({"response_type": "ephemeral", "text": f"→ <@{self._user}>"})
        return Acknowledgement()

    def requests(self, message: Message, to: Address) -> list[OutgoingRequest]:
        """Give the one request for a message, in which nothing is taken for a link or for formatting."""
        channel, thread, _ = (*to.person.split("/"), "", "")[:3]
        shown = {"type": "plain_text", "text": message.text, "emoji": False}
        # Without `expand`, long texts are folded.
        blocks: list[dict[str, Any]] = [{"type": "section", "text": shown, "expand": True}]
        if message.buttons:
            elements = [_button(number, button) for number, button in enumerate(message.buttons, 1)]
            blocks.append({"type": "actions", "elements": elements})
        body: dict[str, Any] = {
            "channel": channel,
            "text": _escaped(message.text),
            "blocks": blocks,
            "mrkdwn": False,
            "unfurl_links": False,
            "unfurl_media": False,
        }
        if in_thread := thread or to.reply_to:
            body["thread_ts"] = in_thread
        return [OutgoingRequest("chat.postMessage", body)]

    def signed(self, request: OutgoingRequest) -> HttpRequest:
        """Give the request with the token in its header."""
        headers = {
            "Authorization": f"Bearer {plain(self.settings.token)}",
            "Content-Type": "application/json; charset=utf-8",
        }
        return HttpRequest(f"{self.settings.api.rstrip('/')}/{request.path}", json=request.json, headers=headers)

    def outcome(self, response: Response) -> Outcome:
        """Give what the answer of the Web API means, which has the status 200 for most errors, too."""
        answer = response.json()
        error = text_at(answer, "error")
        if response.status != HTTPStatus.OK:
            return by_status(response, error)
        if at(answer, "ok") is True:
            return Delivered()
        reason = plain_reason(error)
        if not reason:
            return RetryLater("an answer that is not Slack's")
        if error in GONE or error.startswith(READ_ONLY):
            return Blocked(reason)
        return RetryLater(reason, retry_after(response)) if error in MENDABLE else Rejected(reason)

    def check(self) -> OutgoingRequest:
        """Ask who we are."""
        return OutgoingRequest("auth.test", {})

    def introduced(self, response: Response) -> None:
        """Learn which user we are, to name us where a slash command was typed."""
        self._user = text_at(response.json(), "user_id")


class SlackChannel(MessagingChannel):
    """POST /webhooks/slack/webhook."""

    platform_type = Slack


def _button(number: int, button: Button) -> dict[str, Any]:
    title = {"type": "plain_text", "text": button.title, "emoji": False}
    return {"type": "button", "action_id": f"button-{number}", "text": title, "value": button.payload}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _as_json(content: object) -> Acknowledgement:
    return Acknowledgement(json.dumps(content), "application/json")
