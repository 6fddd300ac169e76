"""What WhatsApp and Messenger post, as far as it is alike, and what goes out to both."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platform_fakes.adapter import Post
from platform_fakes.meta import FakeGraph, MetaAdapter

from cryobot.messaging.incoming import Attachment, EventKind, WebhookRequest
from cryobot.messaging.outgoing import Button, Reply
from cryobot.messaging.rendering import render
from cryobot.platforms.meta import MetaPlatform

from .meta_made import ANY_JSON, MADE, body_of, read, request

BOTH = pytest.mark.parametrize("name", sorted(MADE))


@pytest.mark.parametrize("text", ["/start", "/help", " /HELP ", "/start now"])
def test_the_commands_of_other_platforms_work_here(
    meta_platform: MetaPlatform, meta_adapter: MetaAdapter, text: str
) -> None:
    event = read(meta_platform, meta_adapter.text("anna", text))

    assert event.kind is EventKind.START


@pytest.mark.parametrize("text", ["/helping", "help", "/restart", "what does /help do?"])
def test_other_texts_are_questions(meta_platform: MetaPlatform, meta_adapter: MetaAdapter, text: str) -> None:
    event = read(meta_platform, meta_adapter.text("anna", text))

    assert (event.kind, event.text) == (EventKind.MESSAGE, text)


def test_posts_about_other_objects_are_passed_over(meta_platform: MetaPlatform, meta_adapter: MetaAdapter) -> None:
    content = json.loads(meta_adapter.text("anna", "hi").body)

    for other in ("instagram", "user", None):
        body = json.dumps(content | {"object": other}).encode()
        assert meta_platform.read(WebhookRequest("POST", "/", {}, body)) == []


@pytest.mark.parametrize("kind", list(Attachment))
@pytest.mark.parametrize("caption", ["", "what is this?"])
def test_reads_attachments(
    meta_platform: MetaPlatform, meta_adapter: MetaAdapter, kind: Attachment, caption: str
) -> None:
    event = read(meta_platform, meta_adapter.attach("anna", kind, caption))

    assert (event.kind, event.attachment, event.text) == (EventKind.ATTACHMENT, kind, caption)


def test_passes_over_what_is_not_said_to_it(meta_platform: MetaPlatform, meta_adapter: MetaAdapter) -> None:
    quiet = meta_adapter.quiet("anna")

    assert {what: meta_platform.read(request(post)) for what, post in quiet.items()} == {what: [] for what in quiet}


def test_reads_every_event_of_a_batch_in_its_order(meta_platform: MetaPlatform, meta_adapter: MetaAdapter) -> None:
    texts = [f"question {number}" for number in range(7)]
    batch = meta_adapter.batch([meta_adapter.text("anna", text) for text in texts])
    assert batch is not None

    events = meta_platform.read(request(batch))
    assert [event.text for event in events] == texts
    assert len({event.id for event in events}) == 7
    assert [event.order for event in events] == sorted(event.order for event in events)


@BOTH
@given(
    content=st.binary(max_size=60) | ANY_JSON.map(lambda value: json.dumps({"object": value, "entry": value}).encode())
)
def test_anything_is_read(name: str, content: bytes) -> None:
    platform = MADE[name][0]

    assert platform.read(request(Post(content))) == []
    assert list(platform.reports(request(Post(content)))) == []


@BOTH
@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=6000).filter(str.strip),
    buttons=st.lists(
        st.builds(Button, st.text("ab c", min_size=1, max_size=40).filter(str.strip), st.text("/xyz", min_size=1)),
        max_size=30,
        unique_by=lambda button: button.title,
    ),
)
def test_keeps_the_limits_of_the_platform_whatever_is_said(name: str, text: str, buttons: list[Button]) -> None:
    platform, adapter_type = MADE[name]
    fake = adapter_type().fake
    assert isinstance(fake, FakeGraph)
    rendered = render([Reply(text, tuple(buttons))], platform.limits, "Reply with a number:")

    shown = [fake.shown(body_of(platform, message, "7254777777")) for message in rendered.messages]
    offered = [payload for message in shown for _, payload in message.buttons]
    offered += [button.payload for button in rendered.offered]
    assert sorted(offered) == sorted({button.payload for button in buttons})
