from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from cryobot.guidance.answer import Escalation
from cryobot.records.exchanges import Exchange, ExchangeStore
from cryobot.records.record import Record, RecordKind, ShownText
from cryobot.records.store import RecordStore
from cryobot.records.tables import COUNTS

MADRID = ZoneInfo("Europe/Madrid")
# In Madrid it is half past eleven in the evening.
LATE = datetime(2026, 7, 1, 21, 30, tzinfo=UTC)


@pytest.fixture
def records(record_url: str) -> Iterator[RecordStore]:
    with closing(RecordStore(record_url, MADRID)) as opened:
        yield opened


@pytest.fixture
def exchanges(records: RecordStore) -> ExchangeStore:
    return ExchangeStore(records.database, MADRID)


def exchange(
    *answers: str, at: datetime = LATE, sender: str = "anna", to: Escalation = Escalation.NONE, held: bool = False
) -> Exchange:
    shown = tuple(ShownText(answer, "0123456789abcdef") for answer in answers)
    return Exchange(at=at, sender_id=sender, channel="web", question="hm \x00", shown=shown, escalation=to, held=held)


def counted(records: RecordStore) -> dict[tuple[str, str, str], int]:
    with records.database.transaction() as connection:
        return {(row.day, row.measure, row.topic): row.number for row in connection.execute(select(COUNTS))}


def test_exchanges_come_back_as_they_were_in_their_order(exchanges: ExchangeStore) -> None:
    first = exchange("skin-marks", "not-covered", to=Escalation.DERMATOLOGIST)
    second = exchange(at=LATE + timedelta(minutes=1), held=True)
    other = exchange("greet", sender="berta")
    for added in (first, other, second):
        exchanges.add(added)

    assert exchanges.of_sender("anna") == [first, second]
    assert exchanges.of_sender("anna", limit=1) == [second]
    assert exchanges.of_sender("nobody") == []


def test_what_happens_is_counted_by_the_centres_calendar(exchanges: ExchangeStore, records: RecordStore) -> None:
    exchanges.add(exchange("skin-marks", "talk-to-staff", "not-covered", to=Escalation.DERMATOLOGIST))
    exchanges.add(exchange("greet", at=LATE + timedelta(minutes=20)))
    exchanges.add(exchange("greet", at=LATE + timedelta(minutes=40)))
    exchanges.add(exchange("greet", sender="berta", at=LATE + timedelta(minutes=40)))

    assert counted(records) == {
        ("2026-07-01", "message", ""): 2,
        ("2026-07-01", "conversation", ""): 1,
        ("2026-07-01", "answer", "skin-marks"): 1,
        ("2026-07-01", "answer", "talk-to-staff"): 1,
        ("2026-07-01", "answer", "not-covered"): 1,
        ("2026-07-01", "answer", "greet"): 1,
        ("2026-07-01", "escalation", "dermatologist"): 1,
        ("2026-07-01", "hand-over", ""): 1,
        ("2026-07-01", "abstention", "not-covered"): 1,
        ("2026-07-02", "message", ""): 2,
        ("2026-07-02", "conversation", ""): 2,
        ("2026-07-02", "answer", "greet"): 2,
    }


@pytest.mark.parametrize(
    ("kind", "topic"),
    [(RecordKind.HELPFUL, "helpful"), (RecordKind.NOT_HELPFUL, "not-helpful"), (RecordKind.FEEDBACK, "complaint")],
)
def test_feedback_is_counted_with_its_record(records: RecordStore, kind: RecordKind, topic: str) -> None:
    for _ in range(2):
        records.add(Record(kind=kind, escalation=Escalation.NONE, sender_id="a", channel="web", question="x", at=LATE))

    assert counted(records) == {("2026-07-01", "feedback", topic): 2}
