import time
from datetime import UTC, datetime, timedelta

import pytest

from cryobot.guidance.answer import Escalation
from cryobot.messaging import outbox, staff_words
from cryobot.messaging.journal import Journal
from cryobot.messaging.outbox import Part
from cryobot.messaging.retries import Decision, PartState
from cryobot.messaging.schema import STAFF_WORDS

ANNA = "telegram:a"


def write(journal: Journal, number: int, *requests: str, is_blocked: bool = False) -> None:
    """Write something of staff that goes out in these requests."""
    parts = [Part(request, "", Escalation.NONE) for request in requests]
    with journal.database.transaction() as connection:
        ids = outbox.add(connection, "telegram", ANNA, parts, is_blocked, time.time())
        staff_words.note(connection, ids, number)


def settle(journal: Journal, *states: PartState) -> None:
    """Have what waits end like this, one after the other."""
    for state in states:
        part = journal.next_part("telegram", ANNA)
        assert part is not None
        journal.settle(part, Decision(state, reason="so it is"))


def noted(journal: Journal) -> int:
    with journal.database.transaction() as connection:
        return len(connection.execute(STAFF_WORDS.select()).all())


def test_what_was_not_delivered_is_told_once(journal: Journal) -> None:
    write(journal, 7, "one", "two")
    write(journal, 8, "three")
    write(journal, 9, "four")
    assert journal.lost_staff_words("telegram") == []

    settle(journal, PartState.SENT, PartState.FAILED, PartState.SENT, PartState.FAILED)
    assert journal.lost_staff_words("telegram") == [7, 9]
    assert journal.lost_staff_words("slack") == []

    journal.staff_were_told("slack", 7)
    journal.staff_were_told("telegram", 7)
    assert journal.lost_staff_words("telegram") == [9]


def test_all_parts_lost_are_told_as_one(journal: Journal) -> None:
    write(journal, 7, "one", "two")
    settle(journal, PartState.FAILED, PartState.FAILED)
    assert journal.lost_staff_words("telegram") == [7]


@pytest.mark.parametrize("is_before", [True, False])
def test_what_goes_to_somebody_who_blocks_is_lost(journal: Journal, is_before: bool) -> None:
    write(journal, 7, "one", is_blocked=is_before)
    if not is_before:
        journal.block(ANNA, "gone")
    assert journal.lost_staff_words("telegram") == [7]


def test_nothing_is_noted_longer_than_the_messages_are_kept(journal: Journal) -> None:
    write(journal, 7, "one")
    journal.forget(ANNA)
    assert noted(journal) == 0

    write(journal, 8, "two")
    journal.purge(datetime.now(UTC) - timedelta(days=1))
    assert noted(journal) == 1
    journal.purge(datetime.now(UTC) + timedelta(days=1))
    assert noted(journal) == 0
