from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert

from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library, load_answers
from cryobot.records.exchanges import Exchange, ExchangeStore
from cryobot.records.record import Record, RecordKind, ShownText
from cryobot.records.store import RecordStore
from cryobot.records.tables import CASES
from cryobot.statistics.chart import Chart
from cryobot.statistics.charts import Naming, Overview, read_overview
from cryobot.statistics.feedback import Position, read_feedback
from cryobot.statistics.looking import of_day
from cryobot.statistics.span import Span

MADRID = ZoneInfo("Europe/Madrid")
DAY = date(2026, 3, 29)  # has 23 hours there
NAMING = Naming(str, Library(load_answers(), {}))


@pytest.fixture
def store(record_url: str) -> Iterator[RecordStore]:
    with closing(RecordStore(record_url, MADRID)) as opened:
        yield opened


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=MADRID)


def exchange(store: RecordStore, moment: datetime, *shown: str, sender: str = "one", channel: str = "web") -> None:
    ExchangeStore(store.database, MADRID).add(
        Exchange(
            at=moment,
            sender_id=sender,
            channel=channel,
            question="words",
            shown=tuple(ShownText(answer, "v1") for answer in shown),
            escalation=Escalation.EMERGENCY if "emergency" in shown else Escalation.NONE,
        )
    )


def record(store: RecordStore, moment: datetime, kind: RecordKind, answer: str = "uses") -> Record:
    written = Record(
        at=moment, kind=kind, escalation=Escalation.NONE, sender_id="one", channel="web", question="words",
        shown=(ShownText(answer, "v1"),),
    )  # fmt: skip
    store.add(written)
    return written


def a_case(store: RecordStore, name: str, opened: datetime, minutes: float | None, channel: str = "web") -> None:
    utc = opened.astimezone(UTC).replace(tzinfo=None)
    seen = None if minutes is None else utc + timedelta(minutes=minutes)
    with store.database.transaction() as connection:
        connection.execute(
            insert(CASES).values(
                id=name, sender_id=name, channel=channel, state="waiting", urgency=0, wants_person=False,
                opened_at=utc, changed_at=utc, waiting_since=utc, visitor_at=utc, seen_at=seen,
            )
        )  # fmt: skip


def overview(store: RecordStore, days: int = 2, channel: str = "") -> Overview:
    return read_overview(store.database, Span.until(DAY, days), MADRID, NAMING, channel)


def chart(found: Overview, key: str) -> Chart:
    (chosen,) = (one for one in found.charts if one.key == key)
    return chosen


def test_what_happened_is_counted_by_day(store: RecordStore) -> None:
    yesterday = DAY - timedelta(days=1)
    exchange(store, at(yesterday, 23, 59), "uses")
    exchange(store, at(DAY, 0, 0), "uses", "scar-care")
    exchange(store, at(DAY, 23, 59), "emergency")
    exchange(store, at(DAY, 12), "not-covered", sender="two")
    exchange(store, at(DAY, 13), "talk-to-staff", sender="two")
    record(store, at(DAY, 14), RecordKind.NOT_HELPFUL)
    found = overview(store)

    assert list(chart(found, "conversations").labels) == ["2026-03-28", "2026-03-29"]
    assert [list(series.values) for series in chart(found, "conversations").series] == [[1, 2], [1, 5]]
    assert list(chart(found, "escalations").series[0].values) == [0, 1]
    assert [list(series.values) for series in chart(found, "hand-overs").series] == [[0, 1]]
    assert [(series.name, list(series.values)) for series in chart(found, "abstentions").series] == [
        (NAMING.library.get("not-covered").title, [0, 1])
    ]
    assert [list(series.values) for series in chart(found, "feedback").series] == [[0, 0], [0, 1], [0, 0]]
    answers = chart(found, "answers")
    assert (answers.labels[0], answers.series[0].values[0]) == (NAMING.library.get("uses").title, 2)
    assert dict(found.sums)["name_conversation"] == 3


def test_one_channel(store: RecordStore) -> None:
    exchange(store, at(DAY, 9), "uses", channel="web")
    exchange(store, at(DAY, 9), "uses", sender="two", channel="rest")
    exchange(store, at(DAY, 9), "uses", sender="three", channel="rest")
    found = overview(store, channel="rest")

    assert list(chart(found, "conversations").series[0].values) == [0, 2]
    assert chart(found, "answers").series[0].values == [2]
    assert found.channels == ["rest", "web"]
    assert overview(store, channel="none such").sums[0][1] == 0


def test_what_lies_outside_the_span_does_not_count(store: RecordStore) -> None:
    for day in (DAY - timedelta(days=2), DAY + timedelta(days=1)):
        exchange(store, at(day, 12), "uses")
        a_case(store, f"case {day}", at(day, 12), 3)
    found = overview(store)

    assert all(chart.is_empty for chart in found.charts)
    assert found.channels == []


def test_nothing_at_all(store: RecordStore) -> None:
    found = overview(store, 30)

    assert [chart.is_empty for chart in found.charts] == [True] * 7
    assert {number for _, number in found.sums} == {0}


def test_how_long_until_a_person_looked(store: RecordStore) -> None:
    for number in range(10):
        a_case(store, f"case {number}", at(DAY, 0, number), float(number + 1))
    a_case(store, "unseen", at(DAY, 23, 59), None)
    a_case(store, "elsewhere", at(DAY, 12), 500, channel="rest")
    found = chart(overview(store, channel="web"), "looking")

    assert [list(series.values) for series in found.series] == [[None, 5.5], [None, 9.0]]
    assert not found.is_sum


@pytest.mark.parametrize(
    ("minutes", "median", "slow"),
    [([], None, None), ([4.0], 4.0, 4.0), ([1.0, 3.0], 2.0, 3.0), ([9.0, 1.0, 2.0], 2.0, 9.0)],
)
def test_median_and_ninetieth_percentile(minutes: list[float], median: float | None, slow: float | None) -> None:
    day = of_day(5, minutes)

    assert (day.opened, day.looked_at, day.median, day.slow) == (5, len(minutes), median, slow)


def test_feedback_newest_first_page_by_page(store: RecordStore) -> None:
    kinds = (RecordKind.NOT_HELPFUL, RecordKind.FEEDBACK)
    # Two at a time have the same moment.
    written = [record(store, at(DAY, 9, number // 2), kinds[number % 2]) for number in range(7)]
    record(store, at(DAY, 9), RecordKind.HELPFUL)
    expected = [one.id for one in sorted(written, key=lambda one: (one.at, one.id), reverse=True)]

    seen: list[str] = []
    after = None
    while page := read_feedback(store.database, 2, after=after):
        seen += [one.id for one in page]
        after = Position(page[-1].at, page[-1].id)
    assert seen == expected


def test_feedback_on_one_answer_and_of_one_kind(store: RecordStore) -> None:
    wanted = record(store, at(DAY, 9), RecordKind.NOT_HELPFUL, "scar-care")
    record(store, at(DAY, 10), RecordKind.FEEDBACK, "scar-care")
    record(store, at(DAY, 11), RecordKind.NOT_HELPFUL, "uses")

    found = read_feedback(store.database, 9, [RecordKind.NOT_HELPFUL], "scar-care")
    assert [one.id for one in found] == [wanted.id]
    assert len(read_feedback(store.database, 9, answer="scar-care")) == 2
    assert read_feedback(store.database, 9, answer="scar") == []
