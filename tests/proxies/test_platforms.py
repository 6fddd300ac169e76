"""Where messaging platforms post is open, and nothing beside it."""

import httpx
import pytest

PLATFORMS = ("telegram", "twilio", "whatsapp", "messenger", "slack")


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_webhook_leads_to_the_assistant(visitor: httpx.Client, platform: str) -> None:
    answer = visitor.post(f"/webhooks/{platform}/webhook", content=b"x")

    # None is switched on here, and it is the assistant that says so.
    assert (answer.status_code, answer.json()) == (404, {"error": "Not Found."})


@pytest.mark.parametrize("path", ["/webhooks/telegram/", "/webhooks/telegram/webhook/x", "/webhooks/other/webhook"])
def test_nothing_beside_it_is_open(visitor: httpx.Client, path: str) -> None:
    answer = visitor.post(path, content=b"x")

    assert answer.status_code == 404
    assert "error" not in answer.text
