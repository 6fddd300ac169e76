"""What people write in Slack: direct messages, mentions, threads and files."""

from typing import Any

import pytest
from platform_fakes.adapter import Post
from platform_fakes.slack import BOT_USER, CHANNEL, FILES, SlackAdapter

from cryobot.messaging.incoming import Attachment, Event, EventKind
from cryobot.platforms.slack import Slack
from cryobot.platforms.slack_reading import plain_words

from .slack_made import THREAD, introduced, read, request


@pytest.fixture
def slack() -> Slack:
    return introduced()


@pytest.fixture
def adapter() -> SlackAdapter:
    return SlackAdapter()


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
