import json
import time
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platform_fakes.adapter import Post
from platform_fakes.slack import BOT_USER, CHANNEL, FILES, SIGNING_SECRET, TOKEN, SlackAdapter
from pydantic import ValidationError

from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import Attachment, Event, EventKind, WebhookRequest
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import Address, Button, Message, OutgoingRequest, Response
from cryobot.messaging.platform import Acknowledgement
from cryobot.messaging.words import load_words
from cryobot.platforms.slack import Slack, SlackSettings
from cryobot.platforms.slack_reading import plain_words

THREAD = "1482960137.003543"


def unintroduced() -> Slack:
    return Slack(SlackSettings(token=TOKEN, signing_secret=SIGNING_SECRET), load_words("en"))  # type: ignore[arg-type]


@pytest.fixture
def slack() -> Slack:
    made = unintroduced()
    made.introduced(Response(200, {}, json.dumps({"ok": True, "user_id": BOT_USER}).encode()))
    return made


@pytest.fixture
def adapter() -> SlackAdapter:
    return SlackAdapter()


def request(post: Post) -> WebhookRequest:
    headers = {name.lower(): value for name, value in post.headers.items()}
    return WebhookRequest("POST", "/webhooks/slack/webhook", headers, post.body, time.time())


def read(slack: Slack, post: Post) -> Event:
    (event,) = slack.read(request(post))
    return event


# Who sent it.


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


# What comes in.


def test_reads_a_direct_message(slack: Slack, adapter: SlackAdapter) -> None:
    said = adapter.message("anna", "is it safe?")

    assert read(slack, adapter.event(said)) == Event(
        f"{said['channel']}/{said['ts']}",
        adapter.id_of("anna"),
        EventKind.MESSAGE,
        "is it safe?",
        order=int(said["ts"].replace(".", "")),
    )


@pytest.mark.parametrize(
    "content_type", ["application/json", "application/json; charset=utf-8", "application/JSON;charset=UTF-8", ""]
)
def test_the_charset_does_not_matter(slack: Slack, adapter: SlackAdapter, content_type: str) -> None:
    post = adapter.text("anna", "is it safe?")

    assert read(slack, Post(post.body, {**post.headers, "Content-Type": content_type})).text == "is it safe?"


@pytest.mark.parametrize(
    "content_type", ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8"]
)
def test_the_charset_of_a_form_does_not_matter(slack: Slack, adapter: SlackAdapter, content_type: str) -> None:
    post = adapter.press("anna", "/greet")

    assert read(slack, Post(post.body, {**post.headers, "Content-Type": content_type})).payload == "/greet"


def test_a_retry_is_the_same_event(slack: Slack, adapter: SlackAdapter) -> None:
    said = adapter.message("anna", "is it safe?")

    assert len({read(slack, adapter.event(said, retry)).id for retry in range(4)}) == 1


def test_a_message_that_comes_as_a_mention_too_is_one_event(slack: Slack, adapter: SlackAdapter) -> None:
    direct = adapter.message("anna", f"<@{BOT_USER}> is it safe?")
    mention = {**direct, "type": "app_mention"}
    del mention["channel_type"]
    assert read(slack, adapter.event(direct)) == read(slack, adapter.event(mention))

    in_channel = adapter.mention("anna", "is it safe?")
    same = {**in_channel, "type": "message", "channel_type": "channel"}
    events = [event for said in (same, in_channel) for event in slack.read(request(adapter.event(said)))]
    assert [event.text for event in events] == ["is it safe?"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("is it safe &amp; good? 1 &lt; 2 &gt; 0", "is it safe & good? 1 < 2 > 0"),
        ("what is &amp;lt;", "what is &lt;"),
        ("see <https://a.example/b?c=1&amp;d=2>", "see https://a.example/b?c=1&d=2"),
        ("see <https://a.example/b|a.example>", "see a.example"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("in <#C0LAN2Q65|general> or <#C0LAN2Q65>", "in general or"),
        ("<@U1|bob> <!here> <!subteam^S1|@team> when?", "@team when?"),
        ("<!date^1392734382^{date}|Feb 18>", "Feb 18"),
        ("< > <> <<a>", "<a"),
    ],
)
def test_reads_what_the_person_sees(text: str, words: str) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize("text", ["/start", "/help", " /START ", "/Help\n", f"<@{BOT_USER}>"])
def test_reads_the_start(slack: Slack, adapter: SlackAdapter, text: str) -> None:
    said = {**adapter.message("anna", ""), "text": text}

    assert read(slack, adapter.event(said)).kind is EventKind.START


@pytest.mark.parametrize("text", ["help", "start", "/helper", "is /help a command?", "/restart"])
def test_other_words_are_questions(slack: Slack, adapter: SlackAdapter, text: str) -> None:
    event = read(slack, adapter.text("anna", text))

    assert (event.kind, event.text) == (EventKind.MESSAGE, text)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(kind, Attachment.PHOTO if kind is Attachment.STICKER else kind) for kind in FILES],
)
@pytest.mark.parametrize("caption", ["", "what is this?"])
def test_reads_files(slack: Slack, adapter: SlackAdapter, kind: Attachment, expected: Attachment, caption: str) -> None:
    event = read(slack, adapter.attach("anna", kind, caption))

    assert (event.kind, event.attachment, event.text) == (EventKind.ATTACHMENT, expected, caption)


def test_reads_a_file_in_a_channel(slack: Slack, adapter: SlackAdapter) -> None:
    files = [{"id": "F1", "mimetype": "image/png"}]
    event = read(slack, adapter.event(adapter.mention("anna", "what is this?", files=files)))

    assert (event.kind, event.text) == (EventKind.ATTACHMENT, "what is this?")


@pytest.mark.parametrize(
    "content", [{"attachments": [{"is_share": True, "text": "a mark"}]}, {"subtype": "file_share"}]
)
def test_what_is_shared_without_words_cannot_be_read(
    slack: Slack, adapter: SlackAdapter, content: dict[str, Any]
) -> None:
    event = read(slack, adapter.event({**adapter.message("anna", ""), **content}))

    assert (event.kind, event.attachment) == (EventKind.ATTACHMENT, Attachment.OTHER)


@pytest.mark.parametrize("subtype", ["me_message", "thread_broadcast"])
def test_reads_what_people_write_in_other_ways(slack: Slack, adapter: SlackAdapter, subtype: str) -> None:
    event = read(slack, adapter.event({**adapter.message("anna", "is it safe?"), "subtype": subtype}))

    assert (event.kind, event.text) == (EventKind.MESSAGE, "is it safe?")


def test_passes_over_what_is_not_said_to_it(slack: Slack, adapter: SlackAdapter) -> None:
    posts = adapter.quiet("anna") | adapter.garbled()

    assert {what: slack.read(request(post)) for what, post in posts.items()} == {what: [] for what in posts}


def test_a_mention_starts_a_thread_and_stays_in_one(slack: Slack, adapter: SlackAdapter) -> None:
    said = adapter.mention("anna", "is it safe?")
    first = read(slack, adapter.event(said))
    second = read(slack, adapter.event(adapter.mention("anna", "and then?", thread_ts=said["ts"])))

    assert first.person == second.person == f"{CHANNEL}/{said['ts']}/{adapter.user('anna')}"
    assert (first.text, first.kind) == ("is it safe?", EventKind.MESSAGE)


def test_each_person_in_a_thread_has_a_conversation(slack: Slack, adapter: SlackAdapter) -> None:
    persons = {
        read(slack, adapter.event(adapter.mention(name, "hi", thread_ts=THREAD))).person for name in ("anna", "ben")
    }

    assert len(persons) == 2


def test_a_thread_in_the_direct_messages_is_the_same_conversation(slack: Slack, adapter: SlackAdapter) -> None:
    event = read(slack, adapter.event({**adapter.message("anna", "and then?"), "thread_ts": THREAD}))

    assert (event.person, event.reply_to) == (adapter.id_of("anna"), THREAD)


def test_events_are_ordered_by_their_time(slack: Slack, adapter: SlackAdapter) -> None:
    def order(ts: str) -> int:
        return read(slack, adapter.event({**adapter.message("anna", "hi"), "ts": ts})).order

    assert order("1760000000.9") > order("1760000000.100000") > order("1760000000.000002") > order("1759999999.999999")


def test_reads_a_pressed_button(slack: Slack, adapter: SlackAdapter) -> None:
    event = read(slack, adapter.press("anna", "/skin-marks"))

    assert (event.kind, event.payload, event.person) == (EventKind.BUTTON, "/skin-marks", adapter.id_of("anna"))
    assert event.reply_to is None
    assert slack.acknowledgement(request(adapter.press("anna", "/skin-marks"))) == Acknowledgement()


def test_a_button_pressed_twice_is_two_events(slack: Slack, adapter: SlackAdapter) -> None:
    assert read(slack, adapter.press("anna", "/greet")).id != read(slack, adapter.press("anna", "/greet")).id


@pytest.mark.parametrize("place", ["message", "container"])
def test_a_button_in_a_channel_is_pressed_by_one_person_in_its_thread(
    slack: Slack, adapter: SlackAdapter, place: str
) -> None:
    pressed = adapter.pressed("anna", "/greet", channel={"id": CHANNEL, "name": "general"})
    pressed[place] |= {"thread_ts": THREAD}

    assert read(slack, adapter.interaction(pressed)).person == f"{CHANNEL}/{THREAD}/{adapter.user('anna')}"


@pytest.mark.parametrize("missing", ["type", "user", "actions"])
def test_a_press_that_lacks_something_is_passed_over(slack: Slack, adapter: SlackAdapter, missing: str) -> None:
    pressed = adapter.pressed("anna", "/greet")
    del pressed[missing]

    assert slack.read(request(adapter.interaction(pressed))) == []


def test_a_command_looks_something_up(slack: Slack, adapter: SlackAdapter) -> None:
    post = adapter.command("anna", " frost & cold ")
    before = int(time.time() * 1_000_000)
    event = read(slack, post)

    assert (event.kind, event.text, event.person) == (EventKind.LOOKUP, "frost & cold", adapter.user("anna"))
    assert event.order >= before
    assert read(slack, post).id == event.id
    assert read(slack, adapter.command("anna", "frost & cold")).id != event.id


@pytest.mark.parametrize("text", ["", "  ", "help", "Help"])
def test_a_command_without_words_shows_what_the_assistant_is(slack: Slack, adapter: SlackAdapter, text: str) -> None:
    assert read(slack, adapter.command("anna", text)).kind is EventKind.START


def test_who_types_a_command_alone_is_shown_where_the_answer_goes(slack: Slack, adapter: SlackAdapter) -> None:
    post = adapter.command("anna", "frostbite")
    acknowledgement = slack.acknowledgement(request(post))

    assert json.loads(acknowledgement.body) == {"response_type": "ephemeral", "text": f"→ <@{BOT_USER}>"}
    assert acknowledgement.content_type == "application/json"
    assert unintroduced().acknowledgement(request(post)) == Acknowledgement()


def test_messages_are_acknowledged_with_nothing(slack: Slack, adapter: SlackAdapter) -> None:
    assert slack.acknowledgement(request(adapter.text("anna", "hi"))) == Acknowledgement()


# What goes out.


def sent(slack: Slack, message: Message, to: Address) -> dict[str, Any]:
    (outgoing,) = slack.requests(message, to)
    assert outgoing.path == "chat.postMessage"
    assert outgoing.json is not None
    return dict(outgoing.json)


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


# Whatever is posted.

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


# The settings.


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("token", "xoxp-17653672481-a-user-token"),
        ("token", "xapp-1-A0-an-app-token"),
        ("signing_secret", "too-short"),
        ("api", "slack.com"),
    ],
)
def test_wrong_settings_are_refused(field: str, value: str) -> None:
    values = {"token": TOKEN, "signing_secret": SIGNING_SECRET, field: value}

    with pytest.raises(ValidationError) as error:
        SlackSettings(**values)  # type: ignore[arg-type]
    assert value not in str(error.value)
