"""Counts what happened in a span of days. Never holds a visitor's words or who they are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from typing import Any

from cryobot.guidance.answer import Basis
from cryobot.guidance.library import Library
from cryobot.records.record import Record


@dataclass(frozen=True)
class Summary:
    """Counts of records.

    Attributes:
        by_day: for each day with records (ISO date, oldest first) the number of each kind.
        by_escalation: number of records by whom the reply sent the person to.
        by_guidance_id: number of records in which an answer was shown.
        senders: number of different sender ids.
    """

    records: int
    senders: int
    by_kind: dict[str, int]
    by_day: dict[str, dict[str, int]]
    by_escalation: dict[str, int]
    by_guidance_id: dict[str, int]


def first_moment(days: int, now: datetime, zone: tzinfo) -> datetime:
    """Give the start of the first of the last `days` calendar days in `zone`, today being the last of them."""
    first_day = now.astimezone(zone).date() - timedelta(days=days - 1)
    return datetime.combine(first_day, time.min, zone)


def summarise(records: Iterable[Record], zone: tzinfo) -> Summary:
    """Count `records` (oldest first), by the calendar days of `zone`."""
    kept = list(records)
    by_day: dict[str, Counter[str]] = {}
    for record in kept:
        by_day.setdefault(record.at.astimezone(zone).date().isoformat(), Counter())[record.kind.value] += 1
    return Summary(
        records=len(kept),
        senders=len({record.sender_id for record in kept}),
        by_kind=_counted(record.kind.value for record in kept),
        by_day={day: dict(sorted(kinds.items())) for day, kinds in by_day.items()},
        by_escalation=_counted(record.escalation.value for record in kept),
        by_guidance_id=_counted(
            guidance_id for record in kept for guidance_id in {text.guidance_id for text in record.shown}
        ),
    )


def reviews(library: Library, now: datetime, zone: tzinfo) -> dict[str, list[dict[str, Any]]]:
    """List the answers that wait for a person: the review that is due, and the sign-off by a clinician."""
    due = sorted(library.due_for_review(now.astimezone(zone).date()), key=lambda answer: answer.review_due)
    return {
        "review_due": [
            {"guidance_id": answer.id, "title": answer.title, "review_due": answer.review_due.isoformat()}
            for answer in due
        ],
        "awaiting_sign_off": [
            {"guidance_id": answer_id, "title": library.get(answer_id).title}
            for answer_id in sorted(library.ids(Basis.SAFETY_POLICY))
        ],
    }


def _counted(values: Iterable[str]) -> dict[str, int]:
    """Count, the most frequent first and in alphabetical order among equals."""
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
