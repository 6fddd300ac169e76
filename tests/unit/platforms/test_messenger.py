import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platform_fakes.adapter import Post
from platform_fakes.messenger import PAGE, MessengerAdapter

from cryobot.messaging.incoming import Attachment, Event, EventKind
from cryobot.messaging.outgoing import Button, Message, Reply
from cryobot.messaging.rendering import render

from . import meta_made
from .meta_made import ANY_JSON, MESSENGER, request

STICKER = {"url": "https://cdn.example.com/1", "sticker_id": 144885159019084}
LINK = {"type": "fallback", "title": "A page", "payload": {"url": "https://example.com"}}

kinds = st.sampled_from(["message", "postback", "referral", "sender", "timestamp"])
fields = st.sampled_from(["mid", "text", "attachments", "quick_reply", "payload", "title", "id", "sticker_id", "type"])


@pytest.fixture
def adapter() -> MessengerAdapter:
    return MessengerAdapter()


def read_all(post: Post) -> list[Event]:
    return MESSENGER.read(request(post))


def read(post: Post) -> Event:
    (event,) = read_all(post)
    return event


def body_of(message: Message, person: str = "7254777777000001") -> dict[str, Any]:
    return meta_made.body_of(MESSENGER, message, person)


# A post as Meta documents it.
DOCUMENTED = {
    "object": "page",
    "entry": [
        {
            "id": "682498302938465",
            "time": 1518479195594,
            "messaging": [
                {
                    "sender": {"id": "7254777777000001"},
                    "recipient": {"id": "682498302938465"},
                    "timestamp": 1458692752478,
                    "message": {"mid": "mid.1457764197618:41d102a3e1ae206a38", "text": "hello, world!"},
                }
            ],
        }
    ],
}


def test_reads_a_message() -> None:
    assert read(Post(json.dumps(DOCUMENTED).encode())) == Event(
        "mid.1457764197618:41d102a3e1ae206a38",
        "7254777777000001",
        EventKind.MESSAGE,
        "hello, world!",
        order=1458692752478,
    )


def test_reads_a_quick_reply(adapter: MessengerAdapter) -> None:
    event = read(adapter.message("anna", text="Mark on the skin", quick_reply={"payload": "/skin-marks"}))

    assert (event.kind, event.payload, event.text) == (EventKind.BUTTON, "/skin-marks", "")


@pytest.mark.parametrize(
    ("postback", "kind", "said"),
    [
        ({"title": "Get started", "payload": "GET_STARTED"}, EventKind.START, ""),
        ({"title": "Empezar", "payload": "GET_STARTED", "referral": {"ref": "poster"}}, EventKind.START, ""),
        ({"payload": "anything"}, EventKind.START, ""),
        ({"title": "Side effects", "payload": "/side-effects-overview"}, EventKind.BUTTON, "/side-effects-overview"),
        ({"title": "Is it safe?", "payload": "ICE_BREAKER_1"}, EventKind.MESSAGE, "Is it safe?"),
    ],
)
def test_reads_the_buttons_that_the_centre_made(
    adapter: MessengerAdapter, postback: dict[str, Any], kind: EventKind, said: str
) -> None:
    event = read(adapter.event("anna", postback={"mid": adapter.mid(), **postback}))

    assert (event.kind, event.text + event.payload) == (kind, said)


def test_a_button_without_an_id_is_known_by_its_time(adapter: MessengerAdapter) -> None:
    postback = {"title": "Get started", "payload": "GET_STARTED"}
    first, second = adapter.event("anna", postback=postback), adapter.event("anna", postback=postback)

    assert read(first).id == read(first).id != read(second).id


def test_somebody_who_comes_back_by_a_link_is_greeted(adapter: MessengerAdapter) -> None:
    link = {"ref": "poster", "source": "SHORTLINK", "type": "OPEN_THREAD"}
    first, second = adapter.event("anna", referral=link), adapter.event("anna", referral=link)

    assert read(first).kind is EventKind.START
    assert read(first).id == read(first).id != read(second).id


@pytest.mark.parametrize(
    "message",
    [
        {"sticker_id": 144885159019084, "attachments": [{"type": "image", "payload": STICKER}]},
        {"attachments": [{"type": "image", "payload": STICKER}]},
        {"attachments": [{"type": "image", "payload": STICKER}, {"type": "sticker", "payload": STICKER}]},
        {"attachments": [{"type": "sticker", "payload": {"sticker_id": "144885159019084"}}]},
    ],
)
def test_a_sticker_is_one_however_it_is_sent(adapter: MessengerAdapter, message: dict[str, Any]) -> None:
    assert read(adapter.message("anna", **message)).attachment is Attachment.STICKER


@pytest.mark.parametrize("number", [369239263222822, 369239343222814, 369239383222810])
def test_a_thumb_is_said_and_not_shown(adapter: MessengerAdapter, number: int) -> None:
    attachment = {"type": "image", "payload": {"url": "https://cdn.example.com/1", "sticker_id": number}}
    event = read(adapter.message("anna", sticker_id=number, attachments=[attachment]))

    assert (event.kind, event.text) == (EventKind.MESSAGE, "👍")


def test_the_preview_of_a_link_is_not_an_attachment(adapter: MessengerAdapter) -> None:
    text = "is this right? https://example.com"
    event = read(adapter.message("anna", text=text, attachments=[LINK]))

    assert (event.kind, event.text) == (EventKind.MESSAGE, text)


@pytest.mark.parametrize("kind", ["fallback", "reel", "post", "location", "template", "something_new", ""])
def test_whatever_else_is_shared_is_an_attachment(adapter: MessengerAdapter, kind: str) -> None:
    event = read(adapter.message("anna", attachments=[{"type": kind, "payload": {}}]))

    assert (event.kind, event.attachment) == (EventKind.ATTACHMENT, Attachment.OTHER)


def test_several_pictures_in_one_message_are_one_event(adapter: MessengerAdapter) -> None:
    assert read(adapter.message("anna", attachments=[{"type": "image"}] * 5)).attachment is Attachment.PHOTO


def test_one_bad_event_of_a_batch_does_not_hide_the_others(adapter: MessengerAdapter) -> None:
    content = json.loads(adapter.text("anna", "is it safe?").body)
    content["entry"][0]["messaging"][:0] = [None, 5, {"sender": {"id": "x"}}, {"sender": {"id": "1"}, "message": 3}]
    content["entry"][:0] = [{"messaging": 3}, {}]

    assert read(Post(json.dumps(content).encode())).text == "is it safe?"


@pytest.mark.parametrize("person", ["", "anna", "7254\n", "١٢٣", "1/2", PAGE])
def test_others_than_persons_are_passed_over(adapter: MessengerAdapter, person: str) -> None:
    assert read_all(adapter.items({**adapter.item("anna", message={"mid": "m_1"}), "sender": {"id": person}})) == []


class TestSending:
    def test_a_text(self) -> None:
        assert body_of(Message("Yes.")) == {
            "recipient": {"id": "7254777777000001"},
            "messaging_type": "RESPONSE",
            "message": {"text": "Yes."},
        }

    def test_quick_replies_are_at_the_last_message(self) -> None:
        replies = [Reply("Yes.", (Button("Uses", "/uses"),)), Reply("No.", (Button("Hello", "/greet"),))]
        first, last = render(replies, MESSENGER.limits, "Choose:").messages

        assert "quick_replies" not in body_of(first)["message"]
        assert body_of(last)["message"] == {
            "text": "No.",
            "quick_replies": [
                {"content_type": "text", "title": "Uses", "payload": "/uses"},
                {"content_type": "text", "title": "Hello", "payload": "/greet"},
            ],
        }


@given(st.dictionaries(kinds | fields, ANY_JSON | st.dictionaries(fields, ANY_JSON | st.lists(ANY_JSON, max_size=3))))
def test_any_event_is_read(item: dict[str, Any]) -> None:
    messaging = [item, {**item, "sender": {"id": "7254777777000001"}}]
    body = json.dumps({"object": "page", "entry": [{"id": PAGE, "messaging": messaging}]}).encode()

    for event in read_all(Post(body)):
        assert Event.from_json(event.to_json()) == event
        assert event.id
        assert abs(event.order) < 2**63
        body_of(Message("hi"), event.person)
