"""What a platform reports of messages it had taken, as the journal keeps it."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from cryobot.guidance.answer import Escalation
from cryobot.messaging import receipts
from cryobot.messaging.inbox import EventState, ReceivedEvent
from cryobot.messaging.journal import Journal, Received
from cryobot.messaging.outbox import Part
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.pace import Pace
from cryobot.messaging.receipts import Returned
from cryobot.messaging.retries import Decision, PartState, Tried, decide_late
from cryobot.messaging.schema import INBOX, METADATA, OUTBOX, PEOPLE

ANNA = "twilio:a"
SENT = Decision(PartState.SENT)
LOST, GONE, HOPELESS, ARRIVED = RetryLater("63018"), Blocked("63024"), Rejected("63016"), Delivered()


def judge(outcome: Outcome, tried: Tried) -> Decision:
    return decide_late(outcome, tried, time.time(), Pace(), 0.0)


def write(journal: Journal, *escalations: Escalation) -> None:
    journal.receive("twilio", [Received(ReceivedEvent(f"{time.monotonic_ns():x}", ANNA, 0, ""), "+34600000001")])
    event = journal.begin("twilio", ANNA)
    assert event is not None
    parts = [Part("the words", "skin-marks", escalation) for escalation in escalations]
    journal.finish("twilio", event, EventState.DONE, parts, [])


def take(journal: Journal, key: str) -> Returned | None:
    """Have the platform take the next message."""
    part = journal.next_part("twilio", ANNA)
    assert part is not None
    return journal.settle_taken("twilio", part, SENT, key, judge)


def taken(journal: Journal, key: str, escalation: Escalation) -> None:
    write(journal, escalation)
    assert take(journal, key) is None


def report(journal: Journal, key: str, outcome: Outcome) -> list[PartState]:
    """Report, and give what becomes of the messages that did not arrive."""
    return [returned.decision.state for returned in journal.report("twilio", [(key, outcome)], judge)]


def undelivered(journal: Journal) -> list[tuple[PartState, str, int]]:
    return [(found.state, found.reason, found.count) for found in journal.undelivered()]


def kept_words(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "messaging.db")) as connection:
        return [row[0] for row in connection.execute("SELECT request FROM messaging_outbox") if row[0]]


def test_an_escalation_that_got_lost_waits_again_beside_the_others(journal: Journal) -> None:
    taken(journal, "1", Escalation.EMERGENCY)
    write(journal, Escalation.NONE)

    assert report(journal, "1", LOST) == [PartState.WAITING]
    assert undelivered(journal) == [(PartState.WAITING, "63018", 1)]
    ordinary = journal.next_part("twilio", ANNA)
    assert ordinary is not None
    assert ordinary.escalation is Escalation.NONE
    journal.settle(ordinary, SENT)
    again = journal.next_part("twilio", ANNA)
    assert again is not None
    assert (again.request, again.attempts, again.escalation) == ("the words", 1, Escalation.EMERGENCY)
    assert again.next_at > time.time()


@pytest.mark.parametrize(("outcome", "reason"), [(LOST, "63018"), (HOPELESS, "63016")])
def test_an_ordinary_message_that_got_lost_is_counted(
    journal: Journal, tmp_path: Path, outcome: Outcome, reason: str
) -> None:
    taken(journal, "1", Escalation.NONE)

    assert kept_words(tmp_path) == []
    assert report(journal, "1", outcome) == [PartState.FAILED]
    assert undelivered(journal) == [(PartState.FAILED, reason, 1)]
    assert journal.next_part("twilio", ANNA) is None


def test_an_escalation_that_can_never_arrive_is_given_up(journal: Journal, tmp_path: Path) -> None:
    taken(journal, "1", Escalation.DERMATOLOGIST)

    assert report(journal, "1", HOPELESS) == [PartState.FAILED]
    assert undelivered(journal) == [(PartState.FAILED, "63016", 1)]
    assert kept_words(tmp_path) == []


@pytest.mark.parametrize("outcome", [LOST, GONE, HOPELESS, ARRIVED])
def test_the_same_report_twice_changes_nothing(journal: Journal, outcome: Outcome) -> None:
    taken(journal, "1", Escalation.EMERGENCY)
    report(journal, "1", outcome)
    before = undelivered(journal)

    assert report(journal, "1", outcome) == []
    assert undelivered(journal) == before


def test_the_report_of_the_first_try_does_not_count_for_the_second(journal: Journal) -> None:
    taken(journal, "1", Escalation.EMERGENCY)
    report(journal, "1", LOST)
    assert take(journal, "2") is None

    assert report(journal, "1", LOST) == []
    assert report(journal, "1", HOPELESS) == []
    assert undelivered(journal) == []
    assert report(journal, "2", LOST) == [PartState.WAITING]


def test_what_arrived_did_so_whatever_is_reported_after_it(journal: Journal, tmp_path: Path) -> None:
    taken(journal, "1", Escalation.EMERGENCY)
    assert kept_words(tmp_path) == ["the words"]

    assert report(journal, "1", ARRIVED) == []
    assert kept_words(tmp_path) == []
    assert report(journal, "1", LOST) == []
    assert undelivered(journal) == []


@pytest.mark.parametrize("outcome", [LOST, HOPELESS, GONE])
@pytest.mark.parametrize("escalation", [Escalation.EMERGENCY, Escalation.NONE])
def test_what_arrived_after_all_is_neither_counted_nor_sent_again(
    journal: Journal, tmp_path: Path, outcome: Outcome, escalation: Escalation
) -> None:
    taken(journal, "1", escalation)
    report(journal, "1", outcome)
    report(journal, "1", ARRIVED)

    assert undelivered(journal) == []
    assert journal.next_part("twilio", ANNA) is None
    assert kept_words(tmp_path) == []


def test_what_arrived_at_the_first_try_is_not_sent_a_third_time(journal: Journal) -> None:
    taken(journal, "1", Escalation.EMERGENCY)
    report(journal, "1", LOST)
    take(journal, "2")
    report(journal, "1", ARRIVED)

    assert report(journal, "2", LOST) == []
    assert journal.next_part("twilio", ANNA) is None


def test_what_arrives_while_it_is_being_sent_again_stays_so(journal: Journal) -> None:
    taken(journal, "1", Escalation.EMERGENCY)
    report(journal, "1", LOST)
    again = journal.next_part("twilio", ANNA)
    assert again is not None
    report(journal, "1", ARRIVED)

    assert journal.settle_taken("twilio", again, SENT, "2", judge) is None
    assert report(journal, "2", LOST) == []
    assert undelivered(journal) == []


def test_what_nobody_sent_changes_nothing(journal: Journal) -> None:
    taken(journal, "1", Escalation.EMERGENCY)

    assert report(journal, "other", LOST) == []
    assert journal.report("whatsapp", [("1", LOST)], judge) == []
    assert undelivered(journal) == []
    assert journal.next_part("twilio", ANNA) is None


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (LOST, [(PartState.WAITING, "63018", 1)]),
        (HOPELESS, [(PartState.FAILED, "63016", 1)]),
        (GONE, [(PartState.BLOCKED, "63024", 1)]),
        (ARRIVED, []),
    ],
)
def test_a_report_that_comes_before_the_message_is_marked_counts(
    journal: Journal, tmp_path: Path, outcome: Outcome, expected: list[tuple[PartState, str, int]]
) -> None:
    write(journal, Escalation.EMERGENCY)
    assert report(journal, "1", outcome) == []
    returned = take(journal, "1")

    assert undelivered(journal) == expected
    assert (returned.decision.state if returned else None) == (expected[0][0] if expected else None)
    assert bool(kept_words(tmp_path)) is (outcome is LOST)
    assert report(journal, "1", outcome) == []


def test_of_two_reports_that_come_before_that_it_arrived_counts(journal: Journal) -> None:
    write(journal, Escalation.EMERGENCY)
    for outcome in (LOST, ARRIVED, HOPELESS):
        report(journal, "1", outcome)

    assert take(journal, "1") is None
    assert undelivered(journal) == []


def test_who_cannot_be_reached_is_left_alone_until_they_write(journal: Journal) -> None:
    taken(journal, "1", Escalation.EMERGENCY)
    write(journal, Escalation.NONE)

    # They wrote after that message was taken.
    assert report(journal, "1", GONE) == [PartState.BLOCKED]
    assert take(journal, "2") is None
    assert report(journal, "2", GONE) == [PartState.BLOCKED]
    write(journal, Escalation.NONE)
    assert journal.next_part("twilio", ANNA) is not None


def test_nothing_more_is_sent_to_somebody_who_cannot_be_reached(journal: Journal) -> None:
    write(journal, Escalation.EMERGENCY, Escalation.NONE, Escalation.EMERGENCY)
    take(journal, "1")

    assert report(journal, "1", GONE) == [PartState.BLOCKED]
    assert journal.next_part("twilio", ANNA) is None
    assert sum(count for state, _, count in undelivered(journal) if state is PartState.BLOCKED) == 3


def test_what_got_lost_is_not_sent_again_to_somebody_who_cannot_be_reached(journal: Journal) -> None:
    write(journal, Escalation.EMERGENCY, Escalation.EMERGENCY)
    take(journal, "1")
    take(journal, "2")
    report(journal, "1", GONE)

    assert report(journal, "2", LOST) == [PartState.BLOCKED]
    assert journal.next_part("twilio", ANNA) is None


def test_after_a_day_the_words_are_gone_and_nothing_is_sent_again(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(journal, "1", Escalation.EMERGENCY)
    journal.tidy()
    assert kept_words(tmp_path) == ["the words"]

    monkeypatch.setattr(receipts, "WORDS_KEPT_SECONDS", -1)
    journal.tidy()
    assert kept_words(tmp_path) == []
    assert report(journal, "1", LOST) == [PartState.FAILED]
    assert undelivered(journal) == [(PartState.FAILED, "63018", 1)]


def test_receipts_are_kept_for_somewhat_more_than_a_day(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert receipts.KEPT_SECONDS > receipts.WORDS_KEPT_SECONDS == Pace().urgent_patience
    taken(journal, "1", Escalation.EMERGENCY)
    monkeypatch.setattr(receipts, "KEPT_SECONDS", -1)
    journal.tidy()

    assert report(journal, "1", LOST) == []


def test_to_be_forgotten_includes_what_the_platform_took(journal: Journal, tmp_path: Path) -> None:
    taken(journal, "1", Escalation.EMERGENCY)
    journal.forget(ANNA)

    with closing(sqlite3.connect(tmp_path / "messaging.db")) as connection:
        assert connection.execute("SELECT count(*) FROM messaging_receipts").fetchone() == (0,)
    assert report(journal, "1", LOST) == []


def test_a_journal_of_the_version_before_goes_on(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'messaging.db'}"
    engine = create_engine(url)
    METADATA.create_all(engine, tables=[INBOX, OUTBOX, PEOPLE])
    engine.dispose()
    with closing(Journal(url)) as journal:
        taken(journal, "1", Escalation.EMERGENCY)
        assert report(journal, "1", LOST) == [PartState.WAITING]
