"""Replies as the assistant's server sends them, for servers that are not the assistant."""

from typing import Any


def reply(text: str, buttons: list[dict[str, Any]] | None = None, **metadata: Any) -> dict[str, Any]:
    """Give one reply; `metadata` takes the place of what a good reply has."""
    return {
        "recipient_id": "anna",
        "text": text,
        "buttons": buttons or [],
        "metadata": {
            "guidance_id": "overall-safety",
            "escalation": "none",
            "basis": "article",
            "source": ["D1"],
            "version": "0123456789abcdef",
            "language": "en",
            "sections": ["Section"],
            "reviewed_on": "2026-11-20",
            **metadata,
        },
    }
