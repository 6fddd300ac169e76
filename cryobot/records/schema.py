"""A record as a row."""

from datetime import UTC, datetime
from typing import Any

from cryobot.guidance.answer import Escalation
from cryobot.records.plain_text import escape, unescape
from cryobot.records.record import Record, RecordKind, ShownText


def stored_time(at: datetime) -> datetime:
    """Give a time as the columns hold it: UTC, without a time zone, which SQLite has no type for."""
    return at.astimezone(UTC).replace(tzinfo=None)


def to_row(record: Record) -> dict[str, Any]:
    """Give the column values of a record."""
    return {
        "id": record.id,
        "at": stored_time(record.at),
        "kind": record.kind.value,
        "escalation": record.escalation.value,
        "sender_id": escape(record.sender_id),
        "channel": escape(record.channel),
        "question": escape(record.question),
        "shown": [{"guidance_id": text.guidance_id, "version": text.version} for text in record.shown],
    }


def from_row(row: Any) -> Record:
    """Give the record of a row.

    Raises:
        ValueError, KeyError, TypeError: the row was not written by `to_row`.
    """
    return Record(
        id=row.id,
        at=row.at.replace(tzinfo=UTC),
        kind=RecordKind(row.kind),
        escalation=Escalation(row.escalation),
        sender_id=unescape(row.sender_id),
        channel=unescape(row.channel),
        question=unescape(row.question),
        shown=tuple(ShownText(text["guidance_id"], text["version"]) for text in row.shown),
    )
