"""Runs one action as Rasa does, on a tracker made by hand and with a real record store."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from said import USUAL, Said

from cryobot.guidance.installed import installed_library
from cryobot.guidance.library import Library
from cryobot.records.installed import installed_cases, installed_exchanges, installed_store
from cryobot.records.store import RecordStore
from cryobot.settings import settings

if TYPE_CHECKING:
    from rasa_sdk import Tracker

# As they stand in the article.
HEADINGS = {
    "A": "Side effects of cryotherapy",
    "B": "Does cryotherapy have side effects?",
    "C": "Possible side effects of cryotherapy",
    "D": "What we should do if there are marks on the skin",
    "E": "About Cryosense",
}
INSTALLED = (settings, installed_library, installed_store, installed_exchanges, installed_cases)


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Set the settings of the installation, by their names; with records in a file of this test by default."""

    def forget() -> None:
        for cached in INSTALLED:
            cached.cache_clear()

    def set_settings(**values: str) -> None:
        forget()
        for name, value in values.items():
            monkeypatch.setenv(f"CRYOBOT_{name.upper()}", value)

    set_settings(
        records_url=f"sqlite:///{tmp_path / 'records.db'}",
        emergency_number="0123",
        centre_name="Cold & Co",
        opening_hours="",
        time_zone="UTC",
        language="en",
    )
    yield set_settings
    if installed_store.cache_info().currsize:
        installed_store().close()
    forget()


@pytest.fixture
def library(set_up: object) -> Library:
    return installed_library()


@pytest.fixture
def records(set_up: object) -> Iterator[RecordStore]:
    """The records as another program sees them."""
    with closing(RecordStore(settings().records_url)) as store:
        yield store


@pytest.fixture
def create_tracker() -> Callable[..., "Tracker"]:
    """Make the tracker of a visitor whose latest message was understood as these parts."""
    from rasa_sdk import Tracker

    def create(
        *parts: str,
        text: str = "what I typed",
        sender: str = "anna",
        channel: str = "rest",
        slots: dict[str, Any] | None = None,
        follow_up: str | None = None,
        confidence: float = 0.95,
        nearest: Sequence[str] = (),
        understood: bool = True,
        **latest: Any,
    ) -> Tracker:
        assessment = {
            "parts": [{"id": part, "confidence": confidence} for part in parts],
            "follow_up": {"kind": follow_up, "confidence": 0.99} if follow_up else None,
            "nearest": list(nearest),
        }
        message = {"text": text, "metadata": {"question": text}, **latest}
        if understood:
            message["assessment"] = assessment
        events = [{"event": "user", "text": text, "input_channel": channel}]
        return Tracker(sender, slots or {}, message, events, False, None, {}, "action_listen")

    return create


@pytest.fixture(scope="session")
def executor() -> Any:
    from rasa_sdk.executor import ActionExecutor

    executor = ActionExecutor()
    executor.register_package("actions")
    return executor


@pytest.fixture
def run(executor: Any, set_up: object) -> Callable[..., Said]:
    """Run an action on a tracker."""
    from rasa_sdk.executor import CollectingDispatcher

    def run_action(name: str, tracker: "Tracker") -> Said:
        dispatcher = CollectingDispatcher()
        events = executor.actions[name](dispatcher, tracker, {})
        slots = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
        assert len(slots) == len(events)
        return Said(dispatcher.messages, slots)

    return run_action


@pytest.fixture
def assert_says(library: Library) -> Callable[..., None]:
    """Hold what was said against the library, to the character: `(id, variant)`, or `id` for the usual text."""

    def check(said: Said, *expected: str | tuple[str, str]) -> None:
        pairs = [item if isinstance(item, tuple) else (item, USUAL.get(item, "default")) for item in expected]
        assert [message["text"] for message in said.messages] == [library.text(*pair).text for pair in pairs]
        for message, pair in zip(said.messages, pairs, strict=True):
            answer, text = library.get(pair[0]), library.text(*pair)
            assert message["metadata"] == {
                "guidance_id": answer.id,
                "escalation": answer.escalation.value,
                "basis": answer.basis.value,
                "source": list(answer.source),
                "sections": [HEADINGS[letter] for letter in dict.fromkeys(paragraph[0] for paragraph in answer.source)],
                "version": text.version,
                "language": "en",
                "reviewed_on": str(answer.reviewed_on),
            }
            for button in message["buttons"]:
                assert button == {"title": library.button_title(button["payload"][1:]), "payload": button["payload"]}

    return check
