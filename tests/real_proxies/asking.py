"""What the widget sends."""

from typing import Any
from uuid import uuid4

import httpx

MESSAGES = "/webhooks/web/messages"


def send(client: httpx.Client, message: str, **headers: str) -> httpx.Response:
    """Send the first message of a new conversation.

    Args:
        headers: by their names, with `_` for `-`.
    """
    content = {"conversation": str(uuid4()), "message": message}
    return client.post(MESSAGES, json=content, headers=named(headers))


def ids(answer: httpx.Response) -> list[str]:
    """Give which answers were sent."""
    assert answer.status_code == 200, answer.text
    return [reply["metadata"]["guidance_id"] for reply in answer.json()["replies"]]


def named(headers: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
