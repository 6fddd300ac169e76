"""What is not meant for browsers stays closed, however it is written."""

import httpx
import pytest
from real_bot.process import RunningBot

REST = "webhooks/rest/webhook"
BODY = {"sender": "anna", "message": "is it safe"}


def test_they_are_open_at_the_assistant_itself(bot: RunningBot) -> None:
    assert bot.client.get("/health").status_code == 200
    assert bot.client.post(f"/{REST}", json=BODY).status_code == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        "/health",
        "/health/",
        "/webhooks/rest/",
        f"/{REST}",
        f"/{REST}/",
        f"//{REST}",
        f"/./{REST}",
        f"/webhooks/web/../../{REST}",
        f"/webhooks/web/..%2f..%2f{REST}",
        f"/webhooks/web/%2e%2e/%2e%2e/{REST}",
        f"/demo/../{REST}",
        f"/{REST}/../../web/messages",
        f"/{REST}%3f/../../web/messages",
        "/webhooks/%72est/webhook",
        "/webhooks/web/../../health",
        "/model",
        "/status",
        "/conversations/anna/tracker",
    ],
)
def test_are_closed(visitor: httpx.Client, method: str, path: str) -> None:
    # As it is written: the client would tidy it up.
    answer = visitor.request(method, "/", json=BODY, extensions={"target": path.encode()})
    assert answer.status_code in {400, 404}
    assert "guidance_id" not in answer.text
    assert "status" not in answer.text
