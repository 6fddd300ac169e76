import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.slots import AnySlot, FloatSlot, TextSlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from cryobot.conversations.history import KEPT_TURNS
from cryobot.conversations.rows import ConversationRows, ConversationStoreError
from cryobot.conversations.tracker_store import ConversationStore

DOMAIN = Domain(
    intents=["skin-marks"],
    entities=[],
    slots=[
        TextSlot("last_answer", mappings=[], influence_conversation=False),
        FloatSlot("unclear_turns", mappings=[], initial_value=0.0),
        AnySlot("never_set", mappings=[], initial_value="first", influence_conversation=False),
    ],
    responses={},
    action_names=["action_reply"],
    forms={},
    data={},
)


def start_session(tracker: DialogueStateTracker) -> None:
    for event in (ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")):
        tracker.update(event)


def add_turn(tracker: DialogueStateTracker, number: int) -> None:
    text = f"question number {number:04}"
    parse_data = {
        "text": text,
        "intent": {"name": "skin-marks", "confidence": 0.75},
        "entities": [],
        "assessment": {
            "parts": [{"id": "skin-marks", "confidence": 0.75}],
            "follow_up": None,
            "nearest": ["scar-care"],
        },
    }
    user = UserUttered(text, parse_data["intent"], [], parse_data, input_channel="rest", message_id=f"{number:04}")
    for event in (
        user,
        ActionExecuted("action_reply"),
        BotUttered(f"answer {number:04}", {"buttons": None}, {"guidance_id": "skin-marks"}),
        SlotSet("last_answer", f"answer-{number:04}"),
        ActionExecuted("action_listen"),
    ):
        tracker.update(event)


def talk(store: TrackerStore, turns: int, sender: str = "visitor") -> list[int]:
    """Have a conversation as Rasa does, each turn with a fresh tracker, and give the stored size after each."""
    sizes = []
    for number in range(turns):
        tracker = asyncio.run(store.get_or_create_tracker(sender, append_action_listen=False))
        if number == 0:
            start_session(tracker)
            tracker.update(SlotSet("unclear_turns", 2.0))
        add_turn(tracker, number)
        asyncio.run(store.save(tracker))
        sizes.append(len(store._rows.read(sender)))
    return sizes


def kept(store: TrackerStore, sender: str = "visitor") -> DialogueStateTracker:
    tracker = asyncio.run(store.retrieve(sender))
    assert tracker is not None
    return tracker


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'new folder' / 'conversations.db'}"


@pytest.fixture
def store(url: str) -> Iterator[ConversationStore]:
    with closing(ConversationStore(DOMAIN, url=url)) as opened:
        yield opened


def test_slots_and_the_latest_message_survive_sixty_turns_and_the_size_stops_growing(store: ConversationStore) -> None:
    sizes = talk(store, 60)

    tracker = kept(store)
    assert tracker.current_slot_values() | {
        "last_answer": "answer-0059",
        "unclear_turns": 2.0,
        "never_set": "first",
    } == (tracker.current_slot_values())
    assert not tracker.slots["never_set"].has_been_set
    assert tracker.latest_message is not None
    assert tracker.latest_message.text == "question number 0059"
    assert tracker.latest_message.parse_data["assessment"]["nearest"] == ["scar-care"]
    assert tracker.latest_message.input_channel == "rest"
    assert tracker.latest_bot_utterance.metadata == {"guidance_id": "skin-marks"}
    assert tracker.latest_action_name == "action_listen"
    assert sum(isinstance(event, UserUttered) for event in tracker.events) == KEPT_TURNS
    assert max(sizes[KEPT_TURNS:]) - min(sizes[KEPT_TURNS:]) < 100
    assert sizes[0] < sizes[1] < sizes[KEPT_TURNS - 1]


def test_a_short_conversation_comes_back_whole(store: ConversationStore) -> None:
    tracker = DialogueStateTracker("visitor", DOMAIN.slots)
    start_session(tracker)
    add_turn(tracker, 1)
    asyncio.run(store.save(tracker))

    assert [event.as_dict() for event in kept(store).events] == [event.as_dict() for event in tracker.events]
    assert kept(store).current_state() == tracker.current_state()


def test_only_the_latest_session_is_kept(store: ConversationStore) -> None:
    talk(store, 3)
    tracker = kept(store)
    start_session(tracker)
    add_turn(tracker, 4)
    asyncio.run(store.save(tracker))

    tracker = kept(store)
    assert [event.text for event in tracker.events if isinstance(event, UserUttered)] == ["question number 0004"]
    assert isinstance(tracker.events[1], SessionStarted)
    assert tracker.get_slot("unclear_turns") == 0.0


@pytest.mark.parametrize("text", ["\x00 NUL", "\ud800", "\\u0000", "¿Marcas? 皮膚 \U0001f976"])
def test_any_message_and_sender_round_trip(store: ConversationStore, text: str) -> None:
    tracker = DialogueStateTracker(text, DOMAIN.slots)
    tracker.update(UserUttered(text))
    asyncio.run(store.save(tracker))

    assert kept(store, text).latest_message.text == text
    assert list(asyncio.run(store.keys())) == [text]


def test_nothing_is_kept_of_an_unknown_sender(store: ConversationStore) -> None:
    assert asyncio.run(store.retrieve("nobody")) is None
    assert not asyncio.run(store.exists("nobody"))
    assert list(asyncio.run(store.keys())) == []


def test_forget_and_delete_remove_one_sender_and_its_words(store: ConversationStore, tmp_path: Path) -> None:
    for sender in ("one", "two", "three"):
        talk(store, 1, sender)
    tracker = kept(store, "one")
    tracker.update(UserUttered("unmistakable words of somebody"))
    asyncio.run(store.save(tracker))

    assert store.forget("one") == 1
    assert store.forget("one") == 0
    asyncio.run(store.delete("two"))

    assert list(asyncio.run(store.keys())) == ["three"]
    assert b"unmistakable" not in b"".join(file.read_bytes() for file in (tmp_path / "new folder").iterdir())


def test_purge_removes_the_conversations_that_rest_since_before_the_moment(store: ConversationStore) -> None:
    talk(store, 1, "old")
    between = datetime.now(UTC)
    talk(store, 1, "new")

    assert store.purge(between - timedelta(hours=1)) == 0
    assert store.purge(between) == 1
    assert list(asyncio.run(store.keys())) == ["new"]


def test_it_works_in_another_thread_than_the_one_that_made_it_and_in_many(store: ConversationStore) -> None:
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: talk(store, 2, str(number)), range(16)))

    assert sorted(asyncio.run(store.keys()), key=int) == [str(number) for number in range(16)]
    assert kept(store, "7").get_slot("last_answer") == "answer-0001"


def test_another_store_on_the_same_file_goes_on_with_the_conversation(store: ConversationStore, url: str) -> None:
    talk(store, 2)
    with closing(ConversationStore(DOMAIN, url=url)) as other:
        tracker = kept(other)
        add_turn(tracker, 2)
        asyncio.run(other.save(tracker))

    users = [event.text for event in kept(store).events if isinstance(event, UserUttered)]
    assert users == ["question number 0000", "question number 0001", "question number 0002"]


def test_rasa_makes_it_from_its_endpoint_configuration(url: str) -> None:
    endpoint = EndpointConfig(url=url, type="cryobot.conversations.tracker_store.ConversationStore")

    store = TrackerStore.create(endpoint, DOMAIN)

    assert isinstance(store, ConversationStore)
    with closing(store):
        assert talk(store, 1)
        assert str(store._rows) == url


def test_a_storage_failure_is_raised(store: ConversationStore, tmp_path: Path) -> None:
    talk(store, 1)
    tracker = kept(store)
    for file in (tmp_path / "new folder").iterdir():
        file.write_bytes(b"no database, no log" * 100)
    store.close()

    with pytest.raises(ConversationStoreError, match="CRYOBOT_CONVERSATIONS_URL"):
        asyncio.run(store.retrieve("visitor"))
    with pytest.raises(ConversationStoreError):
        asyncio.run(store.save(tracker))
    with pytest.raises(ConversationStoreError):
        store.ping()


@pytest.mark.parametrize("events", ["no JSON", "[1]", "[{}]", '[{"event": "unheard of"}]', "7"])
def test_a_conversation_changed_by_hand_is_an_error(store: ConversationStore, url: str, events: str) -> None:
    with closing(ConversationRows(url)) as rows:
        rows.write("visitor", events)

    with pytest.raises(ConversationStoreError, match="changed by another program"):
        asyncio.run(store.retrieve("visitor"))


def test_an_event_broker_is_refused(url: str) -> None:
    with pytest.raises(ConversationStoreError, match="event broker"):
        ConversationStore(DOMAIN, host=url, event_broker=EventBroker())


def test_a_turn_that_is_cancelled_while_it_is_written_ends_when_that_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ConversationStore(DOMAIN, url=f"sqlite:///{tmp_path / 'conversations.db'}")
    write, writing = store._rows.write, threading.Event()

    def write_slowly(*row: str) -> None:
        writing.set()
        time.sleep(0.1)
        write(*row)

    async def cancel_and_delete() -> None:
        saving = asyncio.create_task(store.save(DialogueStateTracker("visitor", DOMAIN.slots)))
        await asyncio.to_thread(writing.wait)
        for _ in range(3):
            saving.cancel()
            await asyncio.sleep(0.01)
        with pytest.raises(asyncio.CancelledError):
            await saving
        await store.delete("visitor")
        await asyncio.sleep(0.2)

    monkeypatch.setattr(store._rows, "write", write_slowly)
    with closing(store):
        asyncio.run(cancel_and_delete())
        assert store._rows.senders() == []
