"""Whatever a platform posts: nothing is raised, and what is read can be kept and answered."""

import copy
import json
import os
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platform_fakes.adapter import Adapter, Fate, Post
from platform_fakes.all import ADAPTERS

from cryobot.messaging.incoming import Attachment, Event, WebhookRequest
from cryobot.messaging.limits import ButtonStyle
from cryobot.messaging.outgoing import Address, Button, Message, OutgoingRequest
from cryobot.messaging.platform import Platform
from cryobot.messaging.words import load_words

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()) | st.sampled_from(["", "0", -1]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def platform_of(adapter: Adapter) -> Platform:
    platform_type = adapter.channel_type.platform_type
    with patch.dict(os.environ, adapter.environment() | {"CRYOBOT_PUBLIC_URL": "https://bot.example.org"}):
        return platform_type(platform_type.settings_type(), load_words("en"))


def posts_of(adapter: Adapter) -> list[Post]:
    said = [adapter.text("anna", "hello"), adapter.press("anna", "/greet"), adapter.greet("anna")]
    sent = [adapter.attach("anna", kind, caption) for kind in Attachment for caption in ("", "is it safe?")]
    batch = adapter.batch(said)
    late = [post for fate in Fate if (post := adapter.late("anna", "SM" + "0" * 32, fate))]
    return [*said, *sent, *late, *adapter.quiet("anna").values(), *([batch] if batch else [])]


MADE = {name: adapter() for name, adapter in ADAPTERS.items()}
MADE_PLATFORMS = {name: platform_of(adapter) for name, adapter in MADE.items()}
POSTS = {name: posts_of(adapter) for name, adapter in MADE.items()}


def check(platform: Platform, body: bytes) -> None:
    request = WebhookRequest("POST", f"/webhooks/{platform.name}/webhook", {}, body)
    for event in platform.read(request):
        assert Event.from_json(event.to_json()) == event
        assert event.id
        assert event.person
        assert abs(event.order) < 2**63
        for sent in platform.requests(Message("hi"), Address(event.person, event.reply_to)):
            assert OutgoingRequest.from_json(sent.to_json()) == sent
            assert platform.signed(sent).url.startswith("http")
    for report in platform.reports(request):
        assert report.message_id
    platform.acknowledgement(request)


@pytest.mark.parametrize("name", sorted(ADAPTERS))
@given(data=st.data())
@settings(deadline=None)
def test_a_post_with_anything_in_the_place_of_something_is_read(name: str, data: st.DataObject) -> None:
    post = data.draw(st.sampled_from(POSTS[name]))
    try:
        content = json.loads(post.body)
    except ValueError:
        content = None
    if content is None:
        start = data.draw(st.integers(0, len(post.body)))
        body = (
            post.body[:start] + data.draw(st.binary(max_size=20)) + post.body[start + data.draw(st.integers(0, 20)) :]
        )
    else:
        body = json.dumps(changed(content, data)).encode()

    check(MADE_PLATFORMS[name], body)


@pytest.mark.parametrize("name", sorted(ADAPTERS))
@given(body=st.binary(max_size=50) | values.map(lambda value: json.dumps(value).encode()))
@settings(deadline=None)
def test_anything_is_read(name: str, body: bytes) -> None:
    check(MADE_PLATFORMS[name], body)


@pytest.mark.parametrize("name", sorted(ADAPTERS))
def test_no_secret_is_in_what_is_kept(name: str) -> None:
    platform, adapter = MADE_PLATFORMS[name], MADE[name]
    secrets = [
        value for variable, value in adapter.environment().items() if "TOKEN" in variable or "SECRET" in variable
    ]
    events = [
        event
        for post in POSTS[name]
        for event in platform.read(WebhookRequest("POST", adapter.webhook, post.headers, post.body))
    ]
    style = platform.limits.styles[0] if platform.limits.styles else ButtonStyle("", 0, 0, 0)
    message = Message("hi", (Button("Hello", "/greet"),) if style.name else (), style.name)
    kept = [r.to_json() for e in events for r in platform.requests(message, Address(e.person, e.reply_to))]

    assert kept
    assert not [secret for secret in secrets if secret in " ".join(kept)]


def changed(content: Any, data: st.DataObject) -> Any:
    """Give the content with one or two of its values in any depth replaced or gone."""
    content = copy.deepcopy(content)
    for _ in range(data.draw(st.integers(1, 2))):
        holder, key = data.draw(st.sampled_from(places(content) or [(None, None)]))
        if holder is None:
            return data.draw(values)
        holder[key] = data.draw(values)
    return content


def places(content: Any) -> list[tuple[Any, Any]]:
    keys = content.keys() if isinstance(content, dict) else range(len(content)) if isinstance(content, list) else ()
    return [place for key in keys for place in ((content, key), *places(content[key]))]
