import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cryobot.guidance.answer import Escalation
from cryobot.messaging import outbox
from cryobot.messaging.errors import JournalError
from cryobot.messaging.inbox import EventState, ReceivedEvent, WaitingEvent
from cryobot.messaging.journal import Journal, Received
from cryobot.messaging.outbox import Part, Undelivered
from cryobot.messaging.outgoing import Button
from cryobot.messaging.retries import Decision, PartState

ANNA, BEN = "telegram:a", "telegram:b"
SENT = Decision(PartState.SENT)


def received(key: str, sender: str = ANNA, rank: int = 0, event: str = "an event") -> Received:
    return Received(ReceivedEvent(key, sender, rank, event), sender.upper())


def part(request: str = "a request", escalation: Escalation = Escalation.NONE) -> Part:
    return Part(request, "overall-safety", escalation)


def begun(journal: Journal, sender: str = ANNA) -> WaitingEvent:
    event = journal.begin("telegram", sender)
    assert event is not None
    return event


def answer(journal: Journal, *parts: Part, sender: str = ANNA, offered: Sequence[Button] = ()) -> None:
    """Have an event of the sender answered with these parts."""
    journal.receive("telegram", [received(f"{time.monotonic_ns():x}", sender)])
    assert journal.finish("telegram", begun(journal, sender), EventState.DONE, parts, offered)


def requests(journal: Journal, sender: str = ANNA) -> list[str]:
    """Send all that waits, and give the requests in their order."""
    sent = []
    while part := journal.next_part("telegram", sender):
        sent.append(part.request)
        journal.settle(part, SENT)
    return sent


def test_an_event_comes_once(journal: Journal) -> None:
    assert journal.receive("telegram", [received("1"), received("1"), received("2", BEN)]) == [ANNA, BEN]
    assert journal.receive("telegram", [received("1"), received("2", BEN)]) == []
    assert journal.receive("slack", [received("1", "slack:a")]) == ["slack:a"]
    assert journal.senders_to_answer("telegram") == [ANNA, BEN]


def test_an_event_that_was_answered_is_known_still(journal: Journal) -> None:
    journal.receive("telegram", [received("1")])
    journal.finish("telegram", begun(journal), EventState.DONE, [], [])

    assert journal.receive("telegram", [received("1")]) == []
    assert journal.begin("telegram", ANNA) is None


def test_events_are_answered_by_rank_and_then_as_they_came(journal: Journal) -> None:
    ranks = {"late": 5, "early": 1, "same, first": 3, "same, second": 3}
    journal.receive("telegram", [received(name, rank=rank, event=name) for name, rank in ranks.items()])
    order = []
    while event := journal.begin("telegram", ANNA):
        order.append(event.event)
        journal.finish("telegram", event, EventState.DONE, [], [])

    assert order == ["early", "same, first", "same, second", "late"]


def test_attempts_are_counted_before_the_work_and_taken_back(journal: Journal) -> None:
    journal.receive("telegram", [received("1")])

    assert [begun(journal).attempts, begun(journal).attempts] == [0, 1]
    journal.put_back(begun(journal))
    assert begun(journal).attempts == 2


def test_an_event_is_ended_together_with_its_answer_or_not_at_all(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.receive("telegram", [received("1")])
    event = begun(journal)

    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr("cryobot.messaging.people.offer", fail)
        with pytest.raises(RuntimeError):
            journal.finish("telegram", event, EventState.DONE, [part()], [])
    assert journal.waiting("telegram") == (1, 0)
    assert journal.finish("telegram", event, EventState.DONE, [part()], [])
    assert journal.waiting("telegram") == (0, 1)
    assert not journal.finish("telegram", event, EventState.DONE, [part()], [])
    assert journal.waiting("telegram") == (0, 1)


def test_messages_to_a_person_go_out_in_order(journal: Journal) -> None:
    answer(journal, part("1"), part("2"))
    answer(journal, part("other"), sender=BEN)
    answer(journal, part("3"))

    assert journal.senders_to_send_to("telegram") == [ANNA, BEN]
    assert requests(journal) == ["1", "2", "3"]
    assert journal.senders_to_send_to("telegram") == [BEN]


def test_a_message_that_is_tried_again_holds_up_the_others(journal: Journal) -> None:
    answer(journal, part("1"), part("2"))
    first = journal.next_part("telegram", ANNA)
    assert first is not None
    journal.settle(first, Decision(PartState.WAITING, time.time() + 60, True, "500"))
    again = journal.next_part("telegram", ANNA)

    assert again is not None
    assert (again.request, again.attempts) == ("1", 1)
    assert again.next_at > time.time() + 50
    assert journal.undelivered() == [Undelivered("telegram", PartState.WAITING, "500", Escalation.NONE, 1)]


def test_a_message_that_does_not_hold_up_others_is_sent_when_it_is_due(journal: Journal) -> None:
    answer(journal, part("1", Escalation.DERMATOLOGIST), part("2"))
    first = journal.next_part("telegram", ANNA)
    assert first is not None
    journal.settle(first, Decision(PartState.WAITING, time.time() + 0.05, False, "500"))
    second = journal.next_part("telegram", ANNA)
    assert second is not None
    assert second.request == "2"
    journal.settle(second, SENT)

    assert requests(journal) == ["1"]
    assert journal.undelivered() == []


def test_somebody_who_blocks_gets_nothing_until_they_come_back(journal: Journal) -> None:
    answer(journal, part("1"), part("2"))
    journal.receive("telegram", [received("waiting")])
    journal.block(ANNA, "403")
    journal.finish("telegram", begun(journal), EventState.DONE, [part("3")], [])
    assert requests(journal) == []
    assert [(found.reason, found.count) for found in journal.undelivered()] == [("403", 2), ("blocked before", 1)]

    answer(journal, part("4"))
    assert requests(journal) == ["4"]


def test_what_was_offered_is_what_the_last_answer_offered(journal: Journal) -> None:
    button = Button("Is it safe?", "/overall-safety")
    assert journal.offered(ANNA) == ()
    answer(journal, part(), offered=[button])
    assert journal.offered(ANNA) == (button,)
    answer(journal, part())
    assert journal.offered(ANNA) == ()


def test_nothing_that_was_said_is_kept_longer_than_needed(journal: Journal, tmp_path: Path) -> None:
    journal.receive("telegram", [received("1", event="secret words")])
    journal.finish("telegram", begun(journal), EventState.DONE, [part("secret address")], [])
    assert requests(journal) == ["secret address"]

    with closing(sqlite3.connect(tmp_path / "messaging.db")) as database:
        assert "secret" not in "\n".join(database.iterdump())


def test_forgets_a_person_but_not_which_events_were_answered(journal: Journal, tmp_path: Path) -> None:
    journal.receive("telegram", [received("1"), received("2", BEN)])
    answer(journal, part(), sender=ANNA)

    assert journal.forget(ANNA) == 4
    assert journal.forget(ANNA) == 0
    with closing(sqlite3.connect(tmp_path / "messaging.db")) as database:
        assert ANNA not in "\n".join(database.iterdump())
    assert journal.receive("telegram", [received("1")]) == []
    assert journal.senders_to_answer("telegram") == [BEN]


def test_deletes_what_is_old(journal: Journal, tmp_path: Path) -> None:
    answer(journal, part(), sender=ANNA)
    now = datetime.now(UTC)
    assert journal.purge(now - timedelta(minutes=1)) == 0

    assert journal.purge(now + timedelta(minutes=1)) == 3
    assert requests(journal) == []
    with closing(sqlite3.connect(tmp_path / "messaging.db")) as database:
        assert ANNA not in "\n".join(database.iterdump())
        (keys,) = database.execute("SELECT count(*) FROM messaging_inbox").fetchone()
    # As long as the platform may repeat it.
    assert keys == 1


def test_deletes_the_keys_of_events_in_the_end(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.receive("telegram", [received("1")])
    nine_days = time.time() + 9 * 24 * 60 * 60
    monkeypatch.setattr("cryobot.messaging.journal.time.time", lambda: nine_days)
    journal.purge(datetime.fromtimestamp(nine_days, UTC) - timedelta(days=1))

    assert journal.receive("telegram", [received("1")]) == [ANNA]


def test_goes_on_after_a_restart(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'messaging.db'}"
    with closing(Journal(url)) as first:
        answer(first, part("1"))
        first.receive("telegram", [received("1")])
    with closing(Journal(url)) as second:
        assert second.waiting("telegram") == (1, 1)
        assert requests(second) == ["1"]


def test_takes_any_text(journal: Journal) -> None:
    strange = Received(ReceivedEvent("1", ANNA, 2**62, "{}"), "\0\ud800\\ 👍")

    assert journal.receive("telegram", [strange]) == [ANNA]


def test_an_id_never_comes_again(journal: Journal) -> None:
    answer(journal, part())
    first = journal.next_part("telegram", ANNA)
    assert first is not None
    journal.forget(ANNA)
    answer(journal, part())
    second = journal.next_part("telegram", ANNA)

    assert second is not None
    assert second.id > first.id


def test_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="CRYOBOT_MESSAGING_URL"):
        Journal("nothing://")
    journal = Journal(f"sqlite:///{tmp_path / 'messaging.db'}")
    with closing(journal), closing(sqlite3.connect(tmp_path / "messaging.db")) as other:
        other.execute("DROP TABLE messaging_inbox")
        with pytest.raises(JournalError, match="no such table"):
            journal.receive("telegram", [received("1")])


def test_all_of_a_batch_is_kept_or_nothing(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def fail_later(*arguments: object) -> None:
        calls.append("")
        if len(calls) == 2:
            raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr("cryobot.messaging.people.see", fail_later)
        with pytest.raises(RuntimeError):
            journal.receive("telegram", [received("1"), received("2")])

    assert journal.waiting("telegram") == (0, 0)
    assert journal.receive("telegram", [received("1"), received("2")]) == [ANNA]


def test_settling_twice_changes_nothing(journal: Journal) -> None:
    answer(journal, part("1"))
    first = journal.next_part("telegram", ANNA)
    assert first is not None
    journal.settle(first, SENT)
    journal.settle(first, Decision(PartState.WAITING, 0, True, "late"))

    assert journal.next_part("telegram", ANNA) is None
    assert outbox.PartState.WAITING not in {found.state for found in journal.undelivered()}
