"""Whatever moment the program ends at: who was sent to a doctor, or promised a person, is in the queue of staff."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC
from itertools import repeat
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from forked import ForkedBot, loaded

from cryobot.cases.case import Case, CaseState, Urgency
from cryobot.cases.store import CaseStore
from cryobot.guidance.installed import installed_library
from cryobot.records.exchanges import ExchangeStore
from cryobot.records.store import RecordStore

MARK = "There is a blister on my foot since the session."
DANGER = "My husband has chest pain."
STAFF = "I would like to talk to a member of staff, please."
SAFE = "Is cryotherapy safe?"

ROUNDS = 20
CLIENTS = 6
# From the first answer of a round.
LONGEST_SECONDS = 0.6


@dataclass
class Answered:
    """The conversations that got the answer they are in the queue for, by what that answer is."""

    by_answer: dict[str, set[str]] = field(default_factory=dict)
    first: threading.Event = field(default_factory=threading.Event)

    def note(self, answers: list[str], sender: str) -> None:
        for answer in answers:
            self.by_answer.setdefault(answer, set()).add(sender)
        self.first.set()


@dataclass
class Stores:
    """The record database, as staff see it."""

    records: RecordStore

    @property
    def cases(self) -> CaseStore:
        return CaseStore(self.records.database, installed_library())

    def queue(self) -> dict[str, Case]:
        return {case.sender_id: case for case in self.cases.queue(limit=10_000)}

    def questions(self, sender: str) -> list[tuple[str, bool]]:
        return [(e.question, e.held) for e in ExchangeStore(self.records.database, UTC).of_sender(sender)]


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    with closing(RecordStore(f"sqlite:///{tmp_path / 'records.db'}")) as records:
        yield Stores(records)


def ask_rest(client: httpx.Client, sender: str, message: str) -> list[str]:
    replies = client.post("/webhooks/rest/webhook", json={"sender": sender, "message": message}).json()
    return [reply["metadata"]["guidance_id"] for reply in replies]


def ask_web(client: httpx.Client, sender: str, message: str) -> list[str]:
    body = client.post("/webhooks/web/messages", json={"conversation": sender, "message": message}).json()
    return [reply["metadata"]["guidance_id"] for reply in body["replies"]]


Ask = Callable[[httpx.Client, str, str], list[str]]


def keep_asking(bot: ForkedBot, ask: Ask, message: str, senders: Iterator[str], answered: Answered) -> None:
    """Ask for each sender once, until the program is gone."""
    with httpx.Client(base_url=bot.url, timeout=30) as client:
        for sender in senders:
            try:
                answered.note(ask(client, sender, message), sender)
            except (httpx.TransportError, ValueError):
                return


ASKS: list[tuple[Ask, str]] = [(ask_rest, MARK), (ask_web, DANGER), (ask_web, STAFF)]


def new_senders() -> Iterator[str]:
    while True:
        yield str(uuid4())


def test_all_that_was_answered_is_in_the_queue(tmp_path: Path, stores: Stores) -> None:
    chance = random.Random(20261123)
    answered, taken = Answered(), []
    with loaded(tmp_path, address_limit="99999/minute", visitor_limit="99999/minute") as assistant:
        for _ in range(ROUNDS):
            bot = assistant.start()
            with httpx.Client(base_url=bot.url, timeout=30) as client:
                taken.append(take_over(client, stores))
            answered.first.clear()
            asking = [(ask, message, new_senders()) for ask, message in ASKS * (CLIENTS // len(ASKS))]
            asking.append((ask_web, MARK, repeat(taken[-1])))
            threads = [threading.Thread(target=keep_asking, args=(bot, *asks, answered)) for asks in asking]
            for thread in threads:
                thread.start()
            assert answered.first.wait(30)
            time.sleep(chance.uniform(0, LONGEST_SECONDS))
            bot.kill()
            for thread in threads:
                thread.join(30)

    queue = stores.queue()
    marks, dangers, hand_overs = (answered.by_answer.pop(key) for key in ("skin-marks", "emergency", "talk-to-staff"))
    assert set(answered.by_answer) <= {"service-unavailable"}
    taken_before = set(taken)
    for sender in marks - taken_before:
        assert (queue[sender].urgency, queue[sender].state) == (Urgency.DERMATOLOGIST, CaseState.WAITING)
    for sender in dangers:
        assert (queue[sender].urgency, queue[sender].channel) == (Urgency.EMERGENCY, "web")
    for sender in hand_overs:
        assert queue[sender].wants_person
    for sender in taken_before:
        assert (queue[sender].state, queue[sender].taken_by) == (CaseState.TAKEN, "maria")
    assert taken_before & marks, "somebody with a mark was answered while a person had taken over"
    for sender in taken_before & marks:
        assert queue[sender].urgency is Urgency.DERMATOLOGIST
        assert (MARK, True) in stores.questions(sender)
    for sender in marks | dangers | hand_overs:
        assert stores.questions(sender), "what was said is there to be read, too"
    assert min(len(marks), len(dangers), len(hand_overs)) >= ROUNDS * 2, "it was tried often enough"


def take_over(client: httpx.Client, stores: Stores) -> str:
    """Have somebody ask for a person, and a person take over."""
    sender = str(uuid4())
    assert ask_web(client, sender, STAFF) == ["talk-to-staff"]
    stores.cases.take(stores.queue()[sender].id, "maria")
    assert ask_web(client, sender, SAFE) == [], "the assistant is silent"
    return sender
