"""Whatever is posted in the name of Slack."""

import json
import time
from typing import Any
from urllib.parse import parse_qsl, urlencode

from hypothesis import given, settings
from hypothesis import strategies as st
from platform_fakes.slack import SlackAdapter

from cryobot.messaging.incoming import Event, EventKind, WebhookRequest
from cryobot.messaging.outgoing import Address, Message

from .slack_made import THREAD, sent, unintroduced

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
MADE = SlackAdapter()
SAID = {**MADE.mention("anna", "is it safe?", thread_ts=THREAD), "subtype": None, "bot_id": None, "attachments": []}
PRESSED = MADE.pressed("anna", "/greet")
COMMAND = dict(parse_qsl(MADE.command("anna", "frostbite").body.decode()))


def bent(content: dict[str, Any], values: st.SearchStrategy[Any] = anything) -> st.SearchStrategy[dict[str, Any]]:
    """Give the content, often with something else in one or two places."""
    changes = st.dictionaries(st.sampled_from(sorted(content)), values, max_size=2)
    return changes.map(lambda changed: {**content, **changed})


said = st.sampled_from([SAID, {**SAID, "files": [{}]}, MADE.message("anna", "hi")]).flatmap(bent)
presses = st.sampled_from(["user", "channel", "container", "message"]).flatmap(
    lambda key: bent(PRESSED[key]).flatmap(lambda part: bent({**PRESSED, key: part}))
) | bent(PRESSED["actions"][0]).map(lambda action: {**PRESSED, "actions": [action]})


@given(
    body=st.binary(max_size=80)
    | anything.map(lambda value: json.dumps(value).encode())
    | said.map(lambda event: MADE.event(event).body)
    | presses.map(lambda payload: MADE.interaction(payload).body)
    | bent(COMMAND, st.text()).map(lambda form: urlencode(form).encode())
)
@settings(deadline=None)
def test_nothing_that_is_posted_raises_and_what_is_read_can_be_answered(body: bytes) -> None:
    slack = unintroduced()
    incoming = WebhookRequest("POST", "/webhooks/slack/webhook", {}, body, time.time())

    slack.acknowledgement(incoming).body.encode()
    for event in slack.read(incoming):
        assert Event.from_json(event.to_json()) == event
        assert 0 <= event.order < 2**63
        assert event.attachment or event.kind is not EventKind.ATTACHMENT
        body_sent = sent(slack, Message("Yes."), Address(event.person, event.reply_to))
        assert body_sent["channel"].isalnum()
