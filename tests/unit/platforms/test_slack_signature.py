"""Who posts in the name of Slack, and the try of the address."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platform_fakes.adapter import Post
from platform_fakes.slack import SlackAdapter

from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import WebhookRequest
from cryobot.platforms.slack import Slack

from .slack_made import introduced, request, unintroduced


@pytest.fixture
def slack() -> Slack:
    return introduced()


@pytest.fixture
def adapter() -> SlackAdapter:
    return SlackAdapter()


def test_takes_what_slack_signed_only(slack: Slack, adapter: SlackAdapter) -> None:
    for post in (adapter.text("anna", "hi"), adapter.press("anna", "/greet"), adapter.command("anna", "frostbite")):
        slack.verify(request(post))
        for what, forged in adapter.forged(post).items():
            with pytest.raises(ForgedError) as error:
                slack.verify(request(forged))
            assert error.value.status == 401, what


@pytest.mark.parametrize("signature", ["v0=é", "v0=\udcff", "\x00"])
def test_a_signature_of_any_characters_is_refused(slack: Slack, adapter: SlackAdapter, signature: str) -> None:
    post = adapter.text("anna", "hi")

    with pytest.raises(ForgedError):
        slack.verify(request(Post(post.body, {**post.headers, "X-Slack-Signature": signature})))


@given(at=st.text() | st.floats().map(str) | st.integers().map(str), signature=st.text(), body=st.binary())
def test_nothing_but_a_refusal_comes_of_what_is_not_signed(at: str, signature: str, body: bytes) -> None:
    headers = {"x-slack-request-timestamp": at, "x-slack-signature": signature}

    with pytest.raises(ForgedError):
        unintroduced().verify(WebhookRequest("POST", "/", headers, body))


def test_the_try_of_the_webhook_is_answered_with_its_challenge(slack: Slack, adapter: SlackAdapter) -> None:
    challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"
    post = adapter.signed({"token": "x", "challenge": challenge, "type": "url_verification"})

    slack.verify(request(post))
    assert slack.read(request(post)) == []
    acknowledgement = slack.acknowledgement(request(post))
    assert (json.loads(acknowledgement.body), acknowledgement.content_type) == (
        {"challenge": challenge},
        "application/json",
    )
