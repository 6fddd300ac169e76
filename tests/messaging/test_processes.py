"""`cryobot run` as a process, stopped and killed in the middle of its work."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from platform_fakes.adapter import Adapter
from platform_fakes.fake import Mode
from real_bot.process import RunningBot, running

from cryobot.messaging.journal import Journal
from messaging.bot import ID_OF_TEXT

SCRIPT = Path(__file__).with_name("run_tiny_bot.py")
PERSONS = [f"person {number}" for number in range(10)]
WAIT_SECONDS = 60.0
# What all platforms share is tried with one of them: a process takes long to start.
PIPELINE = pytest.mark.parametrize("adapter", ["telegram"], indirect=True)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """The journal of the process."""
    with closing(Journal(f"sqlite:///{tmp_path / 'messaging.db'}")) as opened:
        yield opened


class Start:
    """Starts the process, as often as wanted, with the same databases."""

    def __init__(self, model: Path, folder: Path, adapter: Adapter) -> None:
        self._command = (sys.executable, SCRIPT, model)
        self._folder = folder
        self._adapter = adapter

    @contextmanager
    def __call__(self, **settings: object) -> Iterator[RunningBot]:
        settings = {
            "messaging_url": f"sqlite:///{self._folder / 'messaging.db'}",
            "pseudonym_key": "k" * 32,
            **settings,
        }
        with running(self._folder, self._command, **settings) as bot:
            yield bot


@pytest.fixture
def start(model: Path, tmp_path: Path, adapter: Adapter) -> Start:
    return Start(model, tmp_path, adapter)


@PIPELINE
def test_a_killed_process_goes_on_where_it_was(start: Start, adapter: Adapter, journal: Journal) -> None:
    adapter.fake.switch(Mode.DOWN)
    with start() as bot:
        _say(bot, adapter, "mark on the skin", "wait", "is cryotherapy safe?")
        bot.kill()
    events, _ = journal.waiting(adapter.name)
    assert events > 0
    adapter.fake.switch(Mode.OK)
    with start():
        _settle(journal, adapter)

    assert _answers(adapter) == {("skin-marks", "overall-safety", "overall-safety"): len(PERSONS)}


@PIPELINE
def test_a_process_that_is_stopped_while_it_sends_repeats_nothing(
    start: Start, adapter: Adapter, journal: Journal
) -> None:
    adapter.fake.switch(Mode.SLOW, seconds=0.2)
    with start() as bot:
        _say(bot, adapter, "mark on the skin", "is cryotherapy safe?", "mark on the skin")
        adapter.fake.wait(lambda: len(adapter.fake.messages) >= 3)
    assert len(adapter.fake.messages) < 3 * len(PERSONS)
    with start():
        _settle(journal, adapter)

    assert _answers(adapter) == {("skin-marks", "overall-safety", "skin-marks"): len(PERSONS)}


def test_neither_words_nor_secrets_nor_persons_are_in_the_log(start: Start, adapter: Adapter, journal: Journal) -> None:
    adapter.fake.switch(Mode.BROKEN, times=1)
    with start() as bot:
        said = "my sister has got a very private problem"
        post = adapter.text("anna", said)
        bot.client.post(adapter.webhook, content=post.body, headers=post.headers)
        forged = next(iter(adapter.forged(post).values()))
        bot.client.post(adapter.webhook, content=forged.body, headers=forged.headers)
        _settle(journal, adapter)
        printed = bot.printed()

    # The address is no secret, and the link to the staff desk starts with it.
    secrets = [v for name, v in adapter.environment().items() if not name.endswith(("_API", "_PUBLIC_URL"))]
    assert "waits, and is tried again" in printed
    assert not [hidden for hidden in (said, adapter.id_of("anna"), *secrets) if hidden in printed]


def test_a_channel_that_lacks_something_is_named_and_the_rest_starts(
    start: Start, adapter: Adapter, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = next(name for name in adapter.environment() if not name.endswith("_API"))
    monkeypatch.delenv(missing)
    with start() as bot:
        post = adapter.text("anna", "is cryotherapy safe?")
        status = bot.client.post(adapter.webhook, content=post.body, headers=post.headers).status_code

        assert status == 404
        assert bot.ids("anna", "is cryotherapy safe?") == ["overall-safety"]
        assert f"The channel '{adapter.name}' is not started: {missing} is not set." in bot.printed()


def _say(bot: RunningBot, adapter: Adapter, *texts: str) -> None:
    for text in texts:
        for person in PERSONS:
            post = adapter.text(person, text)
            assert bot.client.post(adapter.webhook, content=post.body, headers=post.headers).status_code == 200


def _settle(journal: Journal, adapter: Adapter) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while journal.waiting(adapter.name) != (0, 0):
        assert time.monotonic() < end, journal.waiting(adapter.name)
        time.sleep(0.05)


def _answers(adapter: Adapter) -> Counter[tuple[str, ...]]:
    got = {person: adapter.id_of(person) for person in PERSONS}
    return Counter(
        tuple(ID_OF_TEXT[adapter.words(shown)] for shown in adapter.fake.messages if shown.person == identity)
        for identity in got.values()
    )
