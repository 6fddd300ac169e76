import time
from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import Any

import numpy as np
import pytest
from sqlalchemy import insert, select

from cryobot.guidance.answer import Escalation
from cryobot.records import erasing
from cryobot.records.record import Record, RecordKind
from cryobot.records.schema import stored_time
from cryobot.records.tables import AUDIT, EXCHANGES, GAP_MEMBERS, GAPS

from .centre import MINUTE, NOON, Centre


def full_case(centre: Centre, sender: str, at: datetime = NOON) -> None:
    """Have a visitor write, ask for a person, be answered, and leave contact details."""
    centre.write(sender, at=at)
    case = centre.ask_for_person(sender, at=at)
    centre.cases.take(case.id, "maria")
    centre.cases.say(case.id, "maria", "Maria", "Hello")
    centre.cases.leave_contact(sender, "0171 555")


def unanswered(centre: Centre, sender: str, vector: list[float], gap: int, at: datetime = NOON) -> None:
    record = Record(
        kind=RecordKind.UNANSWERED,
        escalation=Escalation.NONE,
        sender_id=sender,
        channel="web",
        question="how much",
        at=at,
    )
    centre.records.add(record)
    with centre.records.database.transaction() as connection:
        stored = np.array(vector, np.float32).tobytes()
        connection.execute(insert(GAP_MEMBERS).values(record_id=record.id, gap_id=gap, vector=stored))


def gap(centre: Centre, number: int, vector: list[float], size: int) -> None:
    values: dict[str, Any] = {
        "id": number,
        "centroid": np.array(vector, np.float32).tobytes(),
        "size": size,
        "first_at": stored_time(NOON),
        "last_at": stored_time(NOON),
        "answer": "",
    }
    with centre.records.database.transaction() as connection:
        connection.execute(insert(GAPS).values(**values))


def test_everything_of_a_person_goes_and_what_is_anothers_stays(centre: Centre) -> None:
    full_case(centre, "berta")
    only_berta = centre.rows()
    full_case(centre, "anna")

    assert centre.records.forget("anna") > 0

    left = centre.rows()
    counts = {name: left.pop(name) for name in ("counts",)}
    assert left == {name: number for name, number in only_berta.items() if name != "counts"}
    assert counts["counts"] > 0
    assert centre.records.forget("anna") == 0
    assert centre.cases.holder("anna") is None
    assert centre.cases.holder("berta") == "maria"


def test_what_is_too_old_goes_with_all_that_hangs_on_it(centre: Centre) -> None:
    old, new = datetime.now(UTC) - timedelta(days=40), datetime.now(UTC)
    centre.write("old", at=old)
    centre.escalate("old", at=old)
    with centre.records.database.transaction() as connection:
        for at in (old, new):
            connection.execute(insert(AUDIT).values(at=stored_time(at), account="m", action="seen", subject="1"))
    full_case(centre, "new", at=new)
    before = centre.rows()

    deleted = centre.records.purge(new - timedelta(days=30))

    gone = {name: before[name] - left for name, left in centre.rows().items() if left != before[name]}
    assert gone == {"records": 1, "exchanges": 1, "cases": 1, "case_events": 2, "audit": 1}
    assert deleted == 4
    assert [case.sender_id for case in centre.cases.queue()] == ["new"]


def test_what_is_too_old_goes_however_much_it_is(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasing, "AT_A_TIME", 2)
    for number in range(5):
        full_case(centre, f"old {number}")
    everything = centre.rows()

    deleted = centre.records.purge(datetime.now(UTC) + MINUTE)

    counts_and_pulse = {name: everything[name] if name in {"counts", "heartbeat"} else 0 for name in everything}
    assert (deleted, centre.rows()) == (15, counts_and_pulse)


def test_a_case_that_changes_while_old_ones_are_deleted_stays(centre: Centre) -> None:
    case = centre.ask_for_person(at=NOON - 60 * 24 * 60 * MINUTE)
    centre.records.purge(NOON - 60 * 24 * 60 * MINUTE)
    centre.cases.see(case.id, "maria")

    assert centre.records.purge(NOON - 30 * 24 * 60 * MINUTE) == 1, "the record"
    assert centre.cases.get(case.id).seen_by == "maria"


def test_visitors_are_written_down_while_much_is_deleted(centre: Centre) -> None:
    old = [
        {"at": stored_time(NOON), "sender_id": str(number), "channel": "web", "question": "", "shown": []}
        | {"escalation": "none", "held": False}
        for number in range(20_000)
    ]
    with centre.records.database.transaction() as connection:
        connection.execute(insert(EXCHANGES), old)
    purging = Thread(target=centre.records.purge, args=(NOON + MINUTE,))
    purging.start()
    written = 0
    while purging.is_alive():
        centre.write(f"visitor {written}", at=NOON + MINUTE)
        written += 1
        # SQLite lets whoever looks first write next; nobody writes without a pause.
        time.sleep(0.01)
    purging.join()

    assert written >= 10, "each part of the deletion lets others write"
    assert centre.rows()["exchanges"] == written


def test_a_group_of_questions_loses_what_is_deleted_and_ends_with_its_last(centre: Centre) -> None:
    gap(centre, 1, [3.0, 1.0], size=2)
    gap(centre, 2, [0.0, 5.0], size=1)
    unanswered(centre, "anna", [1.0, 1.0], 1)
    unanswered(centre, "berta", [2.0, 0.0], 1)
    unanswered(centre, "anna", [0.0, 5.0], 2)

    centre.records.forget("anna")

    with centre.records.database.transaction() as connection:
        left = connection.execute(select(GAPS)).one()
    assert (left.id, left.size) == (1, 1)
    assert np.frombuffer(left.centroid, np.float32).tolist() == [2.0, 0.0]


def test_a_case_that_goes_on_is_not_too_old(centre: Centre) -> None:
    case = centre.ask_for_person(at=NOON - 60 * 24 * 60 * MINUTE)
    centre.cases.note(case.id, "maria", "will call tomorrow")

    centre.records.purge(NOON - 30 * 24 * 60 * MINUTE)

    assert centre.cases.get(case.id).id == case.id
