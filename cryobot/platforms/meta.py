"""What WhatsApp and Messenger share. Both belong to Meta: they sign alike, and are reached by its Graph API."""

import hmac
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from pydantic import Field, SecretStr, field_validator

from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import Event, EventKind, WebhookRequest
from cryobot.messaging.json_values import at, list_at, number_at, text_at
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, RetryLater, by_status, plain_reason, retry_after
from cryobot.messaging.outgoing import HttpRequest, OutgoingRequest, Response
from cryobot.messaging.platform import Platform
from cryobot.messaging.settings import PlatformSettings, plain

# Each version works for about two years. CRYOBOT_..._API names another.
GRAPH_API = "https://graph.facebook.com/v25.0"
SIGNATURE_HEADER = "x-hub-signature-256"
USAGE_HEADER = "x-business-use-case-usage"

_HELP = re.compile(r"/(start|help)(\s.*)?", re.DOTALL | re.IGNORECASE)

# Too many requests of all: for how many seconds nobody is written to, if Meta does not say.
_TOO_MANY = {4: 60.0, 17: 60.0, 32: 60.0, 613: 60.0, 80006: 60.0, 80007: 60.0, 130429: 5.0}
# The person does not get messages: blocked us, is gone, or wrote too long ago (outside of the 24 hours).
GONE = frozenset({551, 131026, 131047})
_GONE_BY_SUBCODE = frozenset({(10, 2018065), (10, 2018108), (10, 2018278), (100, 2018001), (200, 1545041)})
# Mended by time (Meta's own trouble, too many messages to one person, suspicion of spam), or by the operator (tokens,
# permissions, payment, the number).
_MENDABLE = frozenset(
    {
        *(0, 1, 2, 3, 10, 102, 104, 190, *range(200, 300), 368, 1200),
        *(131000, 131005, 131016, 131030, 131031, 131037, 131042, 131048, 131056, 131057),
        *(133004, 133005, 133006, 133010),
    }
)
_MENDABLE_BY_SUBCODE = frozenset({(100, 33)})

# The longest post of Meta's, which has up to 1000 events.
POST_BYTES = 3 * 1024 * 1024


class MetaSettings(PlatformSettings):
    """The environment variables that both have; a subclass sets their prefix."""

    token: SecretStr = Field(SecretStr(""), description="access token that does not expire")
    app_secret: SecretStr = Field(SecretStr(""), description="of the app, 32 hexadecimal digits")
    verify_token: SecretStr = Field(SecretStr(""), description="16 or more random letters, digits, '_' and '-'")
    api: str = Field(GRAPH_API, pattern=r"^https?://\S+$", description="address of the Graph API with its version")

    @field_validator("token")
    @classmethod
    def _is_a_token(cls, value: SecretStr) -> SecretStr:
        return _like(value, r"[A-Za-z0-9_|.-]+", "copy it whole and without spaces; it has letters and digits only")

    @field_validator("app_secret")
    @classmethod
    def _is_a_secret(cls, value: SecretStr) -> SecretStr:
        return _like(value, r"[0-9a-f]{32}", "copy it from App settings > Basic; it has 32 digits and letters a to f")

    @field_validator("verify_token")
    @classmethod
    def _is_a_verify_token(cls, value: SecretStr) -> SecretStr:
        return _like(value, r"[A-Za-z0-9_-]{16,256}", "give 16 to 256 random letters, digits, '_' and '-'")


class MetaPlatform(Platform):
    """Base of the platforms of Meta."""

    body_bytes = POST_BYTES

    def verify(self, request: WebhookRequest) -> None:
        """Hold the signature of the body against ours; raises ForgedError."""
        ours = f"sha256={_digest(plain(self.settings.app_secret), request.body)}"
        if not hmac.compare_digest(request.header(SIGNATURE_HEADER).encode("utf-8", "replace"), ours.encode()):
            raise ForgedError(HTTPStatus.UNAUTHORIZED)

    def challenge(self, request: WebhookRequest) -> str:
        """Give back the challenge to whoever knows our verify token; raises ForgedError."""
        query = request.query()
        given, ours = query.get("hub.verify_token", ""), plain(self.settings.verify_token)
        known = hmac.compare_digest(given.encode("utf-8", "replace"), ours.encode())
        challenge = query.get("hub.challenge", "")
        if not known or query.get("hub.mode") != "subscribe" or not challenge:
            raise ForgedError(HTTPStatus.FORBIDDEN)
        return challenge

    def signed(self, request: OutgoingRequest) -> HttpRequest:
        """Give the request with the token; what only asks also proves the app secret, which Meta compares."""
        token = plain(self.settings.token)
        url = f"{self.settings.api.rstrip('/')}/{request.path}"
        if request.method == "GET":
            url += f"&appsecret_proof={_digest(plain(self.settings.app_secret), token.encode())}"
        headers = {"Authorization": f"Bearer {token}"}
        return HttpRequest(url, json=request.json, method=request.method, headers=headers)

    def outcome(self, response: Response) -> Outcome:
        """Give what the answer of the Graph API means."""
        answer = response.json()
        code, subcode = number_at(answer, "error", "code"), number_at(answer, "error", "error_subcode")
        if code is None:
            found = by_status(response, text_at(answer, "error", "message"))
            is_theirs = isinstance(answer, dict) and "error" not in answer
            return RetryLater("an answer that is not Meta's") if found == Delivered() and not is_theirs else found
        words = plain_reason(text_at(answer, "error", "message"))
        reason = f"{response.status}, code {code}{f'/{subcode}' if subcode else ''}: {words}"
        if code in _TOO_MANY:
            seconds = retry_after(response) or _seconds_to_wait(response) or _TOO_MANY[int(code)]
            return RetryLater(reason, seconds, everyone=True)
        if code in GONE or (code, subcode) in _GONE_BY_SUBCODE:
            return Blocked(reason)
        mendable = code in _MENDABLE or (code, subcode) in _MENDABLE_BY_SUBCODE
        found = by_status(response)
        if mendable or at(answer, "error", "is_transient") is True or isinstance(found, Delivered):
            return RetryLater(reason, retry_after(response))
        return replace(found, reason=reason)


def entries_of(content: Any, kind: str) -> Iterator[Any]:
    """Give the entries of a post about objects of one kind, such as "page"."""
    if at(content, "object") == kind:
        yield from list_at(content, "entry")


def said(event_id: str, person: str, text: str, order: int) -> Event:
    """Give the event of a text that was typed, which may ask what the assistant is."""
    kind = EventKind.START if _HELP.fullmatch(text.strip()) else EventKind.MESSAGE
    return Event(event_id, person, kind, text, order=order)


def _seconds_to_wait(response: Response) -> float | None:
    """Give how long the limits of the business are exceeded, which Meta says in minutes."""
    try:
        usage = json.loads(response.headers.get(USAGE_HEADER, ""))
    except (ValueError, RecursionError):
        return None
    uses = [use for key in usage for use in list_at(usage, key)] if isinstance(usage, dict) else []
    minutes = [number_at(use, "estimated_time_to_regain_access") or 0 for use in uses]
    return max(minutes, default=0) * 60.0 or None


def _digest(secret: str, content: bytes) -> str:
    return hmac.new(secret.encode(), content, "sha256").hexdigest()


def _like(value: SecretStr, pattern: str, advice: str) -> SecretStr:
    if value and not re.fullmatch(pattern, value.get_secret_value()):
        raise ValueError(advice)
    return value
