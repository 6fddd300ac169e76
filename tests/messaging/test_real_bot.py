"""The assistant itself, with every platform switched on: what it says there is what it says over the REST channel."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import yaml
from platform_fakes.adapter import Adapter, Post
from platform_fakes.all import ADAPTERS
from real_bot.fixtures import trained  # noqa: F401
from real_bot.process import RUN, RunningBot, running

from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library, load_answers
from cryobot.messaging.incoming import Attachment
from cryobot.messaging.journal import Journal
from cryobot.records.record import RecordKind
from cryobot.records.store import RecordStore

CASES = sorted((Path(__file__).parents[1] / "conversations" / "cases").glob("*.yml"))
CONVERSATIONS_A_THEME = 4
SETTINGS = {"emergency_number": "911", "centre_name": "Cold Corner"}
WAIT_SECONDS = 60.0
# Every conversation here asks for staff anew, so that another number of people is waiting each time.
QUEUED = {
    Library(load_answers(), SETTINGS).text("talk-to-staff", variant).text
    for variant in ("first", "one-before", "two-before", "many-before")
}


@dataclass
class Everywhere:
    """The running assistant, the platforms and its databases."""

    bot: RunningBot
    adapters: dict[str, Adapter]
    journal: Journal
    records: RecordStore

    def tell(self, adapter: Adapter, post: Post) -> None:
        """Post, and wait until it is answered."""
        response = self.bot.client.post(adapter.webhook, content=post.body, headers=post.headers)
        assert response.status_code == 200, response.text
        end = time.monotonic() + WAIT_SECONDS
        while self.journal.waiting(adapter.name) != (0, 0):
            assert time.monotonic() < end, self.journal.undelivered()
            time.sleep(0.01)


@pytest.fixture(scope="module")
def everywhere(trained: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everywhere]:  # noqa: F811
    folder = tmp_path_factory.mktemp("messaging")
    urls = {name: f"sqlite:///{folder / name}.db" for name in ("messaging", "records")}
    adapters = {name: adapter() for name, adapter in ADAPTERS.items()}
    settings = {f"{name}_url": url for name, url in urls.items()} | SETTINGS
    settings |= {"pseudonym_key": "k" * 32, "public_url": "https://bot.example.org", "visitor_limit": "1000/minute"}
    with ExitStack() as stack:
        environment = stack.enter_context(pytest.MonkeyPatch.context())
        for adapter in adapters.values():
            stack.enter_context(adapter.fake)
            for name, value in adapter.environment().items():
                environment.setenv(name, value)
        bot = stack.enter_context(running(folder, RUN, **settings))
        journal = stack.enter_context(closing(Journal(urls["messaging"])))
        yield Everywhere(bot, adapters, journal, stack.enter_context(closing(RecordStore(urls["records"]))))
    assert {name: adapter.fake.violations for name, adapter in adapters.items()} == {name: [] for name in adapters}


@pytest.fixture(params=sorted(ADAPTERS))
def adapter(request: pytest.FixtureRequest, everywhere: Everywhere) -> Adapter:
    return everywhere.adapters[request.param]


@pytest.fixture
def person() -> str:
    return str(uuid4())


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_conversations_are_word_for_word_those_of_the_rest_channel(
    everywhere: Everywhere, adapter: Adapter, file: Path
) -> None:
    for conversation in yaml.safe_load(file.read_text("utf-8"))["conversations"][:CONVERSATIONS_A_THEME]:
        person = str(uuid4())
        expected: list[dict[str, Any]] = []
        for turn in conversation["turns"]:
            expected += everywhere.bot.ask(person, turn["user"])
            everywhere.tell(adapter, adapter.text(person, turn["user"]))

        shown = [message for message in adapter.fake.messages if message.person == adapter.id_of(person)]
        assert [_queued(adapter.words(message)) for message in shown] == [_queued(reply["text"]) for reply in expected]
        offered = {title for message in shown for title in adapter.titles(message)}
        assert offered == {button["title"] for reply in expected for button in reply["buttons"]}


def test_an_attachment_gets_its_own_text_and_leaves_an_escalation(
    everywhere: Everywhere, adapter: Adapter, person: str
) -> None:
    before = len(everywhere.records.list(kind=RecordKind.ESCALATION))
    everywhere.tell(adapter, adapter.attach(person, Attachment.PHOTO))

    approved = Library(load_answers(), SETTINGS).text("skin-marks", "attachment").text
    assert [adapter.words(m) for m in adapter.fake.messages if m.person == adapter.id_of(person)] == [approved]
    record = everywhere.records.list(kind=RecordKind.ESCALATION)[before]
    assert (record.escalation, record.channel) == (Escalation.DERMATOLOGIST, adapter.name)
    assert record.sender_id.startswith(f"{adapter.name}:")
    assert adapter.id_of(person) not in record.sender_id


def test_the_greeting_says_that_it_is_a_bot(everywhere: Everywhere, adapter: Adapter, person: str) -> None:
    everywhere.tell(adapter, adapter.greet(person))

    library = Library(load_answers(), SETTINGS)
    shown = [adapter.words(m) for m in adapter.fake.messages if m.person == adapter.id_of(person)]
    assert shown == [library.text("greet").text, library.text("bot-identity").text]


def test_the_settings_of_the_centre_are_those_of_all_channels(
    everywhere: Everywhere, adapter: Adapter, person: str
) -> None:
    everywhere.tell(adapter, adapter.press(person, "/emergency"))

    (shown,) = [message for message in adapter.fake.messages if message.person == adapter.id_of(person)]
    assert "911" in shown.text


def _queued(text: str) -> str:
    return "queued" if text in QUEUED else text
