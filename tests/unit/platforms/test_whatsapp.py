import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platform_fakes.adapter import Post
from platform_fakes.whatsapp import FILE, PHONE_ID, WhatsAppAdapter
from pydantic import ValidationError

from cryobot.messaging.incoming import Attachment, Event, EventKind
from cryobot.messaging.outgoing import Button, Message, Reply
from cryobot.messaging.rendering import render
from cryobot.platforms.whatsapp import WhatsAppSettings

from . import meta_made
from .meta_made import ANY_JSON, WHATSAPP, WHATSAPP_VALUES, request

USER_ID = "US.13491208655302741918"

fields = st.sampled_from(
    ["id", "from", "from_user_id", "timestamp", "type", "text", "interactive", "button", "image", "unsupported"]
)
kinds = st.sampled_from(["text", "interactive", "button", "image", "unsupported", "button_reply", "16505550001"])


@pytest.fixture
def adapter() -> WhatsAppAdapter:
    return WhatsAppAdapter()


def read_all(post: Post) -> list[Event]:
    return WHATSAPP.read(request(post))


def read(post: Post) -> Event:
    (event,) = read_all(post)
    return event


def body_of(message: Message, person: str = "16505550001") -> dict[str, Any]:
    return meta_made.body_of(WHATSAPP, message, person)


# A post as Meta documents it, word for word but for the number that it was sent to.
DOCUMENTED = {
    "object": "whatsapp_business_account",
    "entry": [
        {
            "id": "102290129340398",
            "changes": [
                {
                    "value": {
                        "messaging_product": "whatsapp",
                        "metadata": {"display_phone_number": "15550783881", "phone_number_id": PHONE_ID},
                        "contacts": [{"profile": {"name": "Sheena Nelson"}, "wa_id": "16505551234"}],
                        "messages": [
                            {
                                "from": "16505551234",
                                "id": "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=",
                                "timestamp": "1749416383",
                                "type": "text",
                                "text": {"body": "Does it come in another color?"},
                            }
                        ],
                    },
                    "field": "messages",
                }
            ],
        }
    ],
}


def test_reads_a_message() -> None:
    assert read(Post(json.dumps(DOCUMENTED).encode())) == Event(
        "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=",
        "16505551234",
        EventKind.MESSAGE,
        "Does it come in another color?",
        order=1749416383,
    )


@pytest.mark.parametrize("kind", ["button_reply", "list_reply"])
def test_reads_a_button_and_a_row_of_a_list(adapter: WhatsAppAdapter, kind: str) -> None:
    reply = {"type": kind, kind: {"id": "/skin-marks", "title": "Mark on the skin", "description": ""}}
    event = read(adapter.message("anna", type="interactive", interactive=reply))

    assert (event.kind, event.payload, event.text) == (EventKind.BUTTON, "/skin-marks", "")


def test_a_button_of_a_template_asks_what_it_says(adapter: WhatsAppAdapter) -> None:
    event = read(adapter.message("anna", type="button", button={"payload": "YES", "text": "Is it safe?"}))

    assert (event.kind, event.text) == (EventKind.MESSAGE, "Is it safe?")


def test_somebody_who_opens_the_chat_is_greeted(adapter: WhatsAppAdapter) -> None:
    assert read(adapter.greet("anna")).kind is EventKind.START


def test_contacts_are_an_attachment(adapter: WhatsAppAdapter) -> None:
    contacts = [{"name": {"formatted_name": "Ben"}, "phones": [{"phone": "+1 650 555 0002"}]}]

    assert read(adapter.message("anna", type="contacts", contacts=contacts)).attachment is Attachment.OTHER


def test_the_name_of_a_document_is_not_a_question(adapter: WhatsAppAdapter) -> None:
    document = {**FILE, "filename": "result.pdf", "caption": "result.pdf"}

    assert read(adapter.message("anna", type="document", document=document)).text == ""


@pytest.mark.parametrize(
    ("kind", "attachment"),
    [("image", Attachment.PHOTO), ("gif", Attachment.VIDEO), ("media_placeholder", Attachment.OTHER)],
)
def test_a_picture_that_is_not_passed_on_is_an_attachment(
    adapter: WhatsAppAdapter, kind: str, attachment: Attachment
) -> None:
    errors = [{"code": 131060, "title": "This message is currently unavailable."}]
    event = read(adapter.message("anna", type="unsupported", errors=errors, unsupported={"type": kind}))

    assert (event.kind, event.attachment) == (EventKind.ATTACHMENT, attachment)


def test_one_bad_message_of_a_batch_does_not_hide_the_others(adapter: WhatsAppAdapter) -> None:
    content = json.loads(adapter.text("anna", "is it safe?").body)
    content["entry"][0]["changes"][0]["value"]["messages"][:0] = [None, {"id": 5}, {"from": "x", "id": "y"}, []]
    content["entry"][0]["changes"][:0] = [7, {"field": "messages"}, {"field": "messages", "value": {"messages": 1}}]

    assert read(Post(json.dumps(content).encode())).text == "is it safe?"


class TestPersons:
    def test_who_hides_their_number_is_known_by_their_id(self, adapter: WhatsAppAdapter) -> None:
        content = json.loads(adapter.text("anna", "hi").body)
        message = content["entry"][0]["changes"][0]["value"]["messages"][0]
        del message["from"]
        message["from_user_id"] = USER_ID
        event = read(Post(json.dumps(content).encode()))
        sent = body_of(Message("hi"), event.person)

        assert event.person == USER_ID
        assert sent["recipient"] == USER_ID
        assert "to" not in sent

    def test_who_shows_their_number_is_known_by_it(self, adapter: WhatsAppAdapter) -> None:
        event = read(adapter.text("anna", "hi"))

        assert event.person == adapter.id_of("anna")
        assert body_of(Message("hi"), event.person)["to"] == event.person

    @pytest.mark.parametrize("person", ["", "+16505550001", "16505550001\n", "US.", "US.1/2", "١٢٣٤٥", "1" * 50])
    def test_others_are_nobody(self, adapter: WhatsAppAdapter, person: str) -> None:
        content = json.loads(adapter.text("anna", "hi").body)
        message = content["entry"][0]["changes"][0]["value"]["messages"][0]
        message |= {"from": person, "from_user_id": person}

        assert read_all(Post(json.dumps(content).encode())) == []


class TestSending:
    def test_a_text(self) -> None:
        assert body_of(Message("Yes.")) == {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": "16505550001",
            "type": "text",
            "text": {"preview_url": False, "body": "Yes."},
        }

    def test_three_buttons(self) -> None:
        buttons = tuple(Button(f"Title {number}", f"/answer-{number}") for number in range(3))
        (message,) = render([Reply("Yes.", buttons)], WHATSAPP.limits, "Choose:").messages

        assert body_of(message)["interactive"] == {
            "type": "button",
            "body": {"text": "Yes."},
            "action": {
                "buttons": [
                    {"type": "reply", "reply": {"id": f"/answer-{number}", "title": f"Title {number}"}}
                    for number in range(3)
                ]
            },
        }

    @pytest.mark.parametrize("titles", [["1", "2", "3", "4"], ["a title of 24 characters"], ["1"] * 10])
    def test_more_or_longer_ones_are_a_list(self, titles: list[str]) -> None:
        buttons = tuple(Button(title, f"/answer-{number}") for number, title in enumerate(titles))
        (message,) = render([Reply("Yes.", buttons)], WHATSAPP.limits, "Choose:").messages

        assert body_of(message)["interactive"] == {
            "type": "list",
            "body": {"text": "Yes."},
            "action": {
                "button": "Choose",
                "sections": [{"rows": [{"id": button.payload, "title": button.title} for button in buttons]}],
            },
        }

    def test_what_fits_in_neither_is_a_numbered_list(self) -> None:
        buttons = tuple(Button(f"A title of more than 24 characters, {number}", f"/{number}") for number in range(2))
        rendered = render([Reply("Yes.", buttons)], WHATSAPP.limits, "Choose:")

        assert body_of(rendered.messages[0])["type"] == "text"
        assert rendered.offered == buttons


@given(st.dictionaries(fields, ANY_JSON | kinds | st.dictionaries(fields | kinds, ANY_JSON | kinds, max_size=4)))
def test_any_message_is_read(message: dict[str, Any]) -> None:
    value = {"metadata": {"phone_number_id": PHONE_ID}, "messages": [message], "statuses": [message]}
    entry = {"changes": [{"field": "messages", "value": value}]}
    body = json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()

    for event in read_all(Post(body)):
        assert Event.from_json(event.to_json()) == event
        body_of(Message("hi"), event.person)


@pytest.mark.parametrize("phone_id", ["+15550783881", "1555 0783881", "abc", "12"])
def test_a_number_is_not_its_id(phone_id: str) -> None:
    with pytest.raises(ValidationError) as caught:
        WhatsAppSettings(**WHATSAPP_VALUES | {"phone_id": phone_id})
    assert "CRYOBOT" not in str(caught.value)
