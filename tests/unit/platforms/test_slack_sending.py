"""What goes out to Slack, and what it answers."""

import json

import pytest
from platform_fakes.slack_names import TOKEN

from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import Address, Button, Message, OutgoingRequest, Response
from cryobot.platforms.slack import Slack

from .slack_made import THREAD, introduced, sent


@pytest.fixture
def slack() -> Slack:
    return introduced()


def test_answers_in_the_direct_messages_word_for_word(slack: Slack) -> None:
    text = "Less than 3 minutes & *never* more than <5>: https://a.example :cold_face:"

    assert sent(slack, Message(text), Address("D1")) == {
        "channel": "D1",
        "text": "Less than 3 minutes &amp; *never* more than &lt;5&gt;: https://a.example :cold_face:",
        "blocks": [
            {"type": "section", "text": {"type": "plain_text", "text": text, "emoji": False}, "expand": True},
        ],
        "mrkdwn": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }


@pytest.mark.parametrize(
    ("to", "channel", "thread"),
    [
        (Address("D1"), "D1", None),
        (Address("D1", THREAD), "D1", THREAD),
        (Address(f"C1/{THREAD}/U1"), "C1", THREAD),
        (Address("U1"), "U1", None),
    ],
)
def test_answers_where_it_was_asked(slack: Slack, to: Address, channel: str, thread: str | None) -> None:
    body = sent(slack, Message("Yes."), to)

    assert (body["channel"], body.get("thread_ts")) == (channel, thread)


def test_shows_buttons_below_the_text(slack: Slack) -> None:
    buttons = (Button("Is it safe?", "/overall-safety"), Button("Uses", "/uses"))
    section, actions = sent(slack, Message("Yes.", buttons, "buttons"), Address("D1"))["blocks"]

    assert section["text"]["text"] == "Yes."
    assert actions == {
        "type": "actions",
        "elements": [
            {
                "type": "button",
                "action_id": f"button-{number}",
                "text": {"type": "plain_text", "text": button.title, "emoji": False},
                "value": button.payload,
            }
            for number, button in enumerate(buttons, 1)
        ],
    }


def test_the_token_is_in_the_header_only(slack: Slack) -> None:
    signed = slack.signed(OutgoingRequest("chat.postMessage", {"channel": "D1"}))

    assert signed.url == "https://slack.com/api/chat.postMessage"
    assert signed.headers == {
        "Authorization": f"Bearer {TOKEN}",
        "Content-Type": "application/json; charset=utf-8",
    }
    assert signed.json == {"channel": "D1"}
    assert slack.signed(slack.check()).url == "https://slack.com/api/auth.test"


@pytest.mark.parametrize(
    ("status", "headers", "answer", "outcome"),
    [
        (200, {}, {"ok": True, "ts": "1.2"}, Delivered()),
        (200, {}, {"ok": "yes"}, RetryLater("an answer that is not Slack's")),
        (200, {}, "a page of the network", RetryLater("an answer that is not Slack's")),
        (200, {}, {"ok": False, "error": "channel_not_found"}, Blocked("channel_not_found")),
        (200, {}, {"ok": False, "error": "is_archived"}, Blocked("is_archived")),
        (200, {}, {"ok": False, "error": "user_disabled"}, Blocked("user_disabled")),
        (
            200,
            {},
            {"ok": False, "error": "restricted_action_read_only_channel"},
            Blocked("restricted_action_read_only_channel"),
        ),
        (200, {}, {"ok": False, "error": "invalid_blocks"}, Rejected("invalid_blocks")),
        (200, {}, {"ok": False, "error": "msg_too_long"}, Rejected("msg_too_long")),
        (200, {"retry-after": "7"}, {"ok": False, "error": "ratelimited"}, RetryLater("ratelimited", 7)),
        (200, {}, {"ok": False, "error": "invalid_auth"}, RetryLater("invalid_auth")),
        (200, {}, {"ok": False, "error": "account_inactive"}, RetryLater("account_inactive")),
        (200, {}, {"ok": False, "error": "internal_error"}, RetryLater("internal_error")),
        (429, {"retry-after": "30"}, {"ok": False, "error": "ratelimited"}, RetryLater("429 ratelimited", 30)),
        (500, {}, "Internal Server Error", RetryLater("500")),
        (503, {}, {"ok": False, "error": "service_unavailable"}, RetryLater("503 service_unavailable")),
    ],
)
def test_understands_what_slack_answers(
    slack: Slack, status: int, headers: dict[str, str], answer: object, outcome: Outcome
) -> None:
    assert slack.outcome(Response(status, headers, json.dumps(answer).encode())) == outcome
