"""What staff must be able to look up is in the records before it is said."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rasa_sdk import Tracker
from said import USUAL, Said

from cryobot.guidance.library import Library
from cryobot.guidance.library import load_answers as load
from cryobot.records.record import RecordKind, ShownText
from cryobot.records.store import RecordStore

Create = Callable[..., Tracker]
Run = Callable[[str, Tracker], Said]

KINDS = {
    "emergency": RecordKind.ESCALATION,
    "skin-marks": RecordKind.ESCALATION,
    "scar-care": RecordKind.ESCALATION,
    "talk-to-staff": RecordKind.HAND_OVER,
    "feedback-negative": RecordKind.FEEDBACK,
    "ask-a-doctor": RecordKind.UNANSWERED,
    "not-covered": RecordKind.UNANSWERED,
    "out-of-scope": RecordKind.UNANSWERED,
    "unclear": RecordKind.UNANSWERED,
    "service-unavailable": RecordKind.UNANSWERED,
}


@pytest.mark.parametrize("answer", KINDS)
def test_records_the_exchange(
    create_tracker: Create, run: Run, records: RecordStore, library: Library, answer: str
) -> None:
    run("action_answer", create_tracker(answer, text="My  bl1ster \\ \ud83d\ude42?"))

    (record,) = records.list()
    assert record.kind is KINDS[answer]
    assert record.escalation is library.get(answer).escalation
    assert (record.sender_id, record.channel) == ("anna", "rest")
    assert record.question == "My  bl1ster \\ \ud83d\ude42?", "as it was typed, not as it was read"
    assert record.shown == (ShownText(answer, library.text(answer, USUAL.get(answer, "default")).version),)
    assert timedelta(0) <= datetime.now(UTC) - record.at < timedelta(minutes=1)


@pytest.mark.parametrize("answer", sorted(set(load()) - set(KINDS)))
def test_records_nothing_of_a_plain_answer(create_tracker: Create, run: Run, records: RecordStore, answer: str) -> None:
    run("action_answer", create_tracker(answer))
    assert records.list() == []


def test_records_each_part_that_needs_it(create_tracker: Create, run: Run, records: RecordStore) -> None:
    run("action_escalate", create_tracker("skin-marks", "talk-to-staff", "uses"))
    assert {record.kind for record in records.list()} == {RecordKind.ESCALATION, RecordKind.HAND_OVER}


def test_records_the_wording_that_was_shown(
    create_tracker: Create, run: Run, records: RecordStore, library: Library
) -> None:
    run("action_abstain", create_tracker("unclear", slots={"unclear_count": 1, "last_answers": ["unclear"]}))
    (record,) = records.list()
    assert record.shown == (ShownText("unclear", library.text("unclear", "again").version),)


@pytest.mark.parametrize(
    ("latest", "question"),
    [
        ({"metadata": {"question": "typed"}, "original_text": "original", "text": "read"}, "typed"),
        ({"metadata": {}, "original_text": "original", "text": "read"}, "original"),
        ({"metadata": {}, "text": "read"}, "read"),
    ],
)
def test_records_what_was_typed_wherever_it_is_kept(
    create_tracker: Create, run: Run, records: RecordStore, latest: dict[str, Any], question: str
) -> None:
    tracker = create_tracker("skin-marks", **latest)
    run("action_escalate", tracker)
    assert [record.question for record in records.list()] == [question]


def test_a_pressed_button_is_recorded_too(create_tracker: Create, run: Run, records: RecordStore) -> None:
    run("action_abstain", create_tracker(text="/talk-to-staff", understood=False))
    assert [(record.kind, record.question) for record in records.list()] == [(RecordKind.HAND_OVER, "/talk-to-staff")]
