import json
from typing import Any

import pytest
from platform_fakes.adapter import Post
from platform_fakes.telegram import BOT, SECRET, TOKEN, TelegramAdapter
from pydantic import ValidationError

from cryobot.guidance.answer import Escalation
from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import Attachment, Event, EventKind, WebhookRequest
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import Address, Button, Message, Response
from cryobot.messaging.words import load_words
from cryobot.platforms.telegram import Telegram, TelegramSettings

GROUP = {"id": -100200300, "type": "supergroup", "title": "Friends of the cold"}


@pytest.fixture
def telegram() -> Telegram:
    made = Telegram(TelegramSettings(token=TOKEN, secret=SECRET), load_words("en"))  # type: ignore[arg-type]
    made.introduced(Response(200, {}, json.dumps({"ok": True, "result": BOT}).encode()))
    return made


@pytest.fixture
def adapter() -> TelegramAdapter:
    return TelegramAdapter()


def request(post: Post) -> WebhookRequest:
    headers = {name.lower(): value for name, value in post.headers.items()}
    return WebhookRequest("POST", "/webhooks/telegram/webhook", headers, post.body)


def read(telegram: Telegram, post: Post) -> Event:
    (event,) = telegram.read(request(post))
    return event


def in_group(adapter: TelegramAdapter, **content: Any) -> Post:
    return adapter.update(message={**adapter.message("anna"), "chat": GROUP, **content})


def test_takes_our_secret_only(telegram: Telegram, adapter: TelegramAdapter) -> None:
    post = adapter.text("anna", "hi")
    telegram.verify(request(post))

    for what, forged in adapter.forged(post).items():
        with pytest.raises(ForgedError) as error:
            telegram.verify(request(forged))
        assert error.value.status == 401, what


def test_compares_headers_of_any_characters(telegram: Telegram) -> None:
    with pytest.raises(ForgedError):
        telegram.verify(WebhookRequest("POST", "/", {"x-telegram-bot-api-secret-token": "\udcff é"}))


def test_reads_a_message(telegram: Telegram, adapter: TelegramAdapter) -> None:
    post = adapter.text("anna", "is it safe?")
    number = json.loads(post.body)["update_id"]

    assert read(telegram, post) == Event(
        str(number), adapter.id_of("anna"), EventKind.MESSAGE, "is it safe?", order=number
    )


def test_reads_a_button_and_takes_its_waiting_sign_away(telegram: Telegram, adapter: TelegramAdapter) -> None:
    post = adapter.press("anna", "/skin-marks")
    event, acknowledgement = read(telegram, post), telegram.acknowledgement(request(post))

    assert (event.kind, event.payload, event.person) == (EventKind.BUTTON, "/skin-marks", adapter.id_of("anna"))
    query = json.loads(post.body)["callback_query"]["id"]
    assert json.loads(acknowledgement.body) == {"method": "answerCallbackQuery", "callback_query_id": query}
    assert acknowledgement.content_type == "application/json"


def test_a_button_of_a_message_that_is_gone_is_answered_in_private(
    telegram: Telegram, adapter: TelegramAdapter
) -> None:
    post = adapter.update(callback_query={"id": "1", "from": adapter.user("anna"), "data": "/greet"})

    assert read(telegram, post).person == adapter.id_of("anna")


@pytest.mark.parametrize("text", ["/start", "/help", "/start deep-link", "/help@cryo_test_bot", " /START "])
def test_reads_the_start(telegram: Telegram, adapter: TelegramAdapter, text: str) -> None:
    assert read(telegram, adapter.text("anna", text)).kind is EventKind.START


@pytest.mark.parametrize("text", ["/starting", "start", "help me", "/restart", "is /start a command?"])
def test_other_commands_are_questions(telegram: Telegram, adapter: TelegramAdapter, text: str) -> None:
    event = read(telegram, adapter.text("anna", text))

    assert (event.kind, event.text) == (EventKind.MESSAGE, text)


@pytest.mark.parametrize("kind", list(Attachment))
@pytest.mark.parametrize("caption", ["", "what is this?"])
def test_reads_attachments(telegram: Telegram, adapter: TelegramAdapter, kind: Attachment, caption: str) -> None:
    event = read(telegram, adapter.attach("anna", kind, caption))

    assert (event.kind, event.attachment, event.text) == (EventKind.ATTACHMENT, kind, caption)


def test_an_album_is_one_event_but_for_its_words(telegram: Telegram, adapter: TelegramAdapter) -> None:
    def photo(**content: Any) -> Event:
        picture = {"photo": [{"file_id": "A"}], "media_group_id": "12", **content}
        return read(telegram, adapter.update(message=adapter.message("anna", **picture)))

    events = [photo(caption="a mark?"), photo(), photo(), photo()]

    assert len({event.id for event in events}) == 2
    assert len({event.id for event in events[1:]}) == 1


def test_passes_over_what_is_not_said_to_it(telegram: Telegram, adapter: TelegramAdapter) -> None:
    assert {what: telegram.read(request(post)) for what, post in adapter.quiet("anna").items()} == {
        what: [] for what in adapter.quiet("anna")
    }


@pytest.mark.parametrize(
    ("content", "kind", "text"),
    [
        ({"text": "@cryo_test_bot is it safe?"}, EventKind.MESSAGE, "is it safe?"),
        ({"text": "is it safe, @Cryo_Test_Bot?"}, EventKind.MESSAGE, "is it safe, ?"),
        ({"text": "/help@cryo_test_bot"}, EventKind.START, "/help"),
        ({"text": "@cryo_test_bot"}, EventKind.START, ""),
        ({"text": "is it safe?", "reply_to_message": {"from": BOT}}, EventKind.MESSAGE, "is it safe?"),
        ({"photo": [{}], "caption": "@cryo_test_bot what is it?"}, EventKind.ATTACHMENT, "what is it?"),
        ({"photo": [{}], "reply_to_message": {"from": BOT}}, EventKind.ATTACHMENT, ""),
    ],
)
def test_speaks_in_a_group_when_it_is_addressed(
    telegram: Telegram, adapter: TelegramAdapter, content: dict[str, Any], kind: EventKind, text: str
) -> None:
    event = read(telegram, in_group(adapter, **content))

    assert (event.kind, event.text) == (kind, text)
    assert event.person == f"{GROUP['id']}//{adapter.id_of('anna')}"
    assert event.reply_to is not None


@pytest.mark.parametrize(
    "content",
    [
        {"text": "is it safe?"},
        {"text": "/help"},
        {"text": "/help@other_bot"},
        {"text": "@cryo_test_bot2 is it safe?"},
        {"text": "write to me@cryo_test_bot"},
        {"text": "hi @other_bot", "reply_to_message": {"from": {"id": 5}}},
        {"photo": [{}]},
    ],
)
def test_says_nothing_in_a_group_when_it_is_not_addressed(
    telegram: Telegram, adapter: TelegramAdapter, content: dict[str, Any]
) -> None:
    assert telegram.read(request(in_group(adapter, **content))) == []


def test_each_member_and_topic_of_a_group_is_a_conversation(telegram: Telegram, adapter: TelegramAdapter) -> None:
    def person(name: str, **content: Any) -> str:
        message = {**adapter.message(name, text="@cryo_test_bot hi"), "chat": GROUP, **content}
        return read(telegram, adapter.update(message=message)).person

    topic = {"is_topic_message": True, "message_thread_id": 4}
    # In groups without topics, replies have a thread, too, to which nothing can be sent.
    assert person("anna", message_thread_id=9) == person("anna")
    assert len({person("anna"), person("ben"), person("anna", **topic)}) == 3


def test_answers_in_private(telegram: Telegram) -> None:
    (sent,) = telegram.requests(Message("Yes."), Address("7"))

    assert sent.path == "sendMessage"
    assert sent.json == {"chat_id": 7, "text": "Yes.", "link_preview_options": {"is_disabled": True}}


def test_answers_in_the_topic_of_a_group_to_what_was_said(telegram: Telegram) -> None:
    (sent,) = telegram.requests(Message("Yes."), Address("-100/4/7", "55"))

    assert sent.json is not None
    assert (sent.json["chat_id"], sent.json["message_thread_id"]) == (-100, 4)
    assert sent.json["reply_parameters"] == {"message_id": 55, "allow_sending_without_reply": True}


def test_shows_buttons_below_the_text(telegram: Telegram) -> None:
    buttons = (Button("Is it safe?", "/overall-safety"), Button("Uses", "/uses"))
    (sent,) = telegram.requests(Message("Yes.", buttons, "keyboard", Escalation.NONE), Address("7"))

    assert sent.json is not None
    assert sent.json["reply_markup"] == {
        "inline_keyboard": [
            [{"text": "Is it safe?", "callback_data": "/overall-safety"}],
            [{"text": "Uses", "callback_data": "/uses"}],
        ]
    }


def test_the_token_is_in_the_address_and_the_secret_in_what_connects(telegram: Telegram) -> None:
    assert telegram.signed(telegram.check()).url == f"https://api.telegram.org/bot{TOKEN}/getMe"
    connect = telegram.connect("https://bot.example.org/webhooks/telegram/webhook")
    sent = telegram.signed(connect).json

    assert SECRET not in connect.to_json()
    assert sent == {
        "url": "https://bot.example.org/webhooks/telegram/webhook",
        "allowed_updates": ["message", "callback_query"],
        "secret_token": SECRET,
    }


@pytest.mark.parametrize(
    ("status", "answer", "outcome"),
    [
        (200, {"ok": True, "result": {}}, Delivered()),
        (200, {"ok": False}, RetryLater("an answer that is not Telegram's")),
        (200, "a page of the network", RetryLater("an answer that is not Telegram's")),
        (
            403,
            {"ok": False, "description": "Forbidden: bot was blocked by the user"},
            Blocked("403 Forbidden: bot was blocked by the user"),
        ),
        (400, {"ok": False, "description": "Bad Request: chat not found"}, Blocked("400 Bad Request: chat not found")),
        (
            400,
            {"ok": False, "description": "Bad Request: message is too long"},
            Rejected("400 Bad Request: message is too long"),
        ),
        (401, {"ok": False, "description": "Unauthorized"}, RetryLater("401 Unauthorized")),
        (
            429,
            {"ok": False, "description": "Too Many", "parameters": {"retry_after": 7}},
            RetryLater("429 Too Many", 7),
        ),
        (502, "Bad Gateway", RetryLater("502")),
    ],
)
def test_understands_what_telegram_answers(telegram: Telegram, status: int, answer: object, outcome: Outcome) -> None:
    assert telegram.outcome(Response(status, {}, json.dumps(answer).encode())) == outcome


@pytest.mark.parametrize(
    ("field", "value"), [("token", "my-token"), ("secret", "too short"), ("api", "api.telegram.org")]
)
def test_wrong_settings_are_refused(field: str, value: str) -> None:
    values = {"token": TOKEN, "secret": SECRET, field: value}

    with pytest.raises(ValidationError) as error:
        TelegramSettings(**values)  # type: ignore[arg-type]
    assert value not in str(error.value)
