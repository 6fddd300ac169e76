"""Crashes, crowds, long messages, long conversations, and clocks that jump."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path

import httpx
import pytest
from faulty import clock_in, command
from real_bot.process import RunningBot, running

from cryobot.records.record import RecordKind
from cryobot.records.store import RecordStore

MARK = "There is a blister on my foot since the session."
SAFE = "Is cryotherapy safe?"
PRICE = "How much does a session cost?"
YEAR = 365 * 24 * 3600
LONGEST = 4000

FILLINGS = {
    "sentences": ("I came by bus on Tuesday. ", "The weather was rather nice. ", "We had some soup for lunch. "),
    "questions": ("Is there parking? ", "Do you sell vouchers? ", "Are you open on Sunday? "),
    "no full stop": ("and so then we went home on the bus with my sister who likes the cold ",),
}


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBot]:
    with running(tmp_path_factory.mktemp("hard-use")) as started:
        yield started


def test_a_record_is_there_before_its_reply(tmp_path: Path) -> None:
    with running(tmp_path) as bot:
        assert bot.ids("anna", MARK) == ["skin-marks"]
        bot.kill()
    with closing(RecordStore(f"sqlite:///{tmp_path / 'records.db'}")) as records:
        (record,) = records.list(kind=RecordKind.ESCALATION)
        assert (record.sender_id, record.question) == ("anna", MARK)

    with running(tmp_path) as bot:
        assert bot.ids("anna", "it is only a tiny one though") == ["skin-marks"], "the conversation goes on"


def test_thirty_visitors_at_a_time(bot: RunningBot) -> None:
    questions = {"overall-safety": SAFE, "skin-marks": MARK, "not-covered": PRICE}
    senders = {f"visitor {n}": list(questions)[n % 3] for n in range(30)}

    async def ask(client: httpx.AsyncClient, sender: str) -> list[list[tuple[str, str]]]:
        replies = []
        for _ in range(3):
            content = {"sender": sender, "message": questions[senders[sender]]}
            response = await client.post("/webhooks/rest/webhook", json=content)
            replies.append([(m["recipient_id"], m["metadata"]["guidance_id"]) for m in response.json()])
        return replies

    async def ask_all() -> list[list[list[tuple[str, str]]]]:
        async with httpx.AsyncClient(base_url=bot.url, timeout=60) as client:
            return await asyncio.gather(*(ask(client, sender) for sender in senders))

    for (sender, answer), replies in zip(senders.items(), asyncio.run(ask_all()), strict=True):
        assert replies == [[(sender, answer)]] * 3


@pytest.mark.parametrize(
    ("last", "answer"),
    [
        ("There is a blister on my foot.", "skin-marks"),
        ("i hav a blsiter on my leg", "skin-marks"),
        ("my skin has turned purple", "skin-marks"),
        ("My husband has chest pain.", "emergency"),
    ],
)
@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize("characters", [600, 1200, LONGEST])
def test_the_last_words_of_a_long_message_count(
    bot: RunningBot, last: str, answer: str, filling: str, characters: int
) -> None:
    message = last
    for part in cycle(FILLINGS[filling]):
        if len(part) + len(message) > characters:
            break
        message = part + message
    assert characters - 100 < len(message) <= characters
    assert answer in bot.ids(f"{last} after {characters} {filling}", message)


def test_a_longer_message_is_refused(bot: RunningBot) -> None:
    assert bot.send("anna", "a" * (LONGEST + 1)).status_code == 413


def test_the_two_hundredth_turn(bot: RunningBot) -> None:
    for _ in range(66):
        assert bot.ids("patient", MARK) == ["skin-marks"]
        assert bot.ids("patient", PRICE) == ["not-covered"]
        assert bot.ids("patient", "/uses") == ["uses"]
    assert bot.ids("patient", "it is only a tiny one though") == ["skin-marks"]
    assert bot.ids("patient", PRICE) == ["not-covered"]
    assert bot.client.get("/health").elapsed.total_seconds() < 5


def test_a_clock_that_jumps(tmp_path: Path) -> None:
    shift = tmp_path / "shift"
    played_down = "it is only a tiny one though"
    with running(tmp_path, command(clock_in, shift)) as bot:
        assert bot.ids("anna", MARK) == ["skin-marks"]
        for years in (5, -10, 20, 0):
            shift.write_text(str(years * YEAR), encoding="utf-8")
            assert bot.ids("anna", played_down) == ["skin-marks"], f"{years} years off"
            assert bot.ids(f"visitor after {years} years", SAFE) == ["overall-safety"]
            assert bot.health() == (200, {"status": "ok"})
    with closing(RecordStore(f"sqlite:///{tmp_path / 'records.db'}")) as records:
        years_of_records = {record.at.year for record in records.list(sender="anna")}
        assert max(years_of_records) - min(years_of_records) >= 29, "the clock did jump"
