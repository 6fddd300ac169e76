"""Sends a notification as a signed post."""

import hashlib
import hmac
import json
import time

import aiohttp

from cryobot.notifications.errors import NotSentError
from cryobot.notifications.notice import Notice
from cryobot.notifications.settings import NotificationSettings

SECONDS = 10
HEADER = "X-Cryobot-Signature"


def body_of(notice: Notice) -> bytes:
    """Give the JSON that is posted; `text` alone is what Slack, Teams and the like show."""
    content = {
        "text": notice.text,
        "event": f"case.{notice.reason.value}",
        "case": notice.case_id,
        "channel": notice.channel,
        "waiting_seconds": notice.waiting_seconds,
        "link": notice.link,
    }
    return json.dumps(content, ensure_ascii=False).encode()


def signature(body: bytes, secret: str, seconds: int) -> str:
    """Give the value of the header: the time in seconds since 1970, and HMAC-SHA256 of `<time>.<body>`."""
    signed = str(seconds).encode() + b"." + body
    return f"t={seconds},v1={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"


async def post(notice: Notice, settings: NotificationSettings) -> None:
    """Post a notification.

    Raises:
        NotSentError: it was not answered with a status from 200 to 299 in time.
    """
    body = body_of(notice)
    headers = {
        "Content-Type": "application/json",
        HEADER: signature(body, settings.notify_secret.get_secret_value(), int(time.time())),
    }
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=True) as session,
            session.post(
                settings.notify_url.get_secret_value(), data=body, headers=headers, allow_redirects=False
            ) as answer,
        ):
            status = answer.status
    except TimeoutError:
        raise NotSentError("the webhook does not answer in time") from None
    # The texts of these errors name the address, which may have a token in it.
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise NotSentError(f"the webhook cannot be reached: {type(error).__name__}") from None
    if not 200 <= status < 300:
        raise NotSentError(f"the webhook answers {status}")
