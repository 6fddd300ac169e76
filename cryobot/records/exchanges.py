"""Every message of a visitor with the texts that answered it, so that staff can read the conversation."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, tzinfo
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from cryobot.guidance.answer import Escalation
from cryobot.records.counting import Counted, Measure, count
from cryobot.records.database import Database
from cryobot.records.growing import growing
from cryobot.records.plain_text import escape, unescape
from cryobot.records.record import ShownText
from cryobot.records.schema import stored_time
from cryobot.records.tables import CASES, EXCHANGES

ABSTENTIONS = frozenset({"ask-a-doctor", "not-covered", "out-of-scope", "unclear"})
HAND_OVER = "talk-to-staff"


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """One message and its reply.

    Attributes:
        at: when it came, with a time zone.
        question: as it was written.
        shown: the texts of the reply, in the order they were shown; none while a person reads.
        escalation: the most urgent of the reply.
        held: whether a member of staff was writing with the visitor.
    """

    at: datetime
    sender_id: str
    channel: str
    question: str
    shown: tuple[ShownText, ...]
    escalation: Escalation
    held: bool = False


class ExchangeStore:
    """The exchanges in the record database; may be used from any thread.

    Args:
        database: of the records.
        zone: of the calendar by which they are counted.

    Raises:
        StoreError: by every method, when the database cannot be read or written.
    """

    def __init__(self, database: Database, zone: tzinfo) -> None:
        self._database = database
        self._zone = zone

    def add(self, exchange: Exchange) -> None:
        """Write an exchange, count it, and note in the sender's open case when they last wrote."""
        sender, at = escape(exchange.sender_id), stored_time(exchange.at)
        with self._database.transaction() as connection:
            is_first = not self._wrote_before_on_that_day(connection, sender, exchange.at)
            connection.execute(insert(EXCHANGES).values(_row(exchange)))
            connection.execute(
                update(CASES)
                .where((CASES.c.sender_id == sender) & (CASES.c.state != "closed") & (CASES.c.visitor_at < at))
                .values(visitor_at=at)
            )
            count(connection, exchange.at, self._zone, exchange.channel, _counted(exchange, is_first=is_first))

    def of_sender(self, sender_id: str, limit: int = 200) -> list[Exchange]:
        """Give the last exchanges of a sender, oldest first."""
        query = (
            select(EXCHANGES)
            .where(EXCHANGES.c.sender_id == escape(sender_id))
            .order_by(EXCHANGES.c.id.desc())
            .limit(limit)
        )
        with self._database.transaction() as connection:
            rows = connection.execute(query).all()
        return [_exchange(row) for row in reversed(rows)]

    def version(self) -> int:
        """Give a number that grows with every exchange."""
        with self._database.transaction() as connection:
            return growing(connection, EXCHANGES.c.id)

    def _wrote_before_on_that_day(self, connection: Connection, sender: str, at: datetime) -> bool:
        midnight = datetime.combine(at.astimezone(self._zone).date(), time.min, self._zone)
        last = select(EXCHANGES.c.at).where(EXCHANGES.c.sender_id == sender).order_by(EXCHANGES.c.id.desc()).limit(1)
        before: datetime | None = connection.execute(last).scalar_one_or_none()
        return before is not None and before >= stored_time(midnight)


def _counted(exchange: Exchange, *, is_first: bool) -> list[Counted]:
    shown = [text.guidance_id for text in exchange.shown]
    counted = [(Measure.MESSAGE, ""), *((Measure.ANSWER, answer) for answer in dict.fromkeys(shown))]
    if is_first:
        counted.append((Measure.CONVERSATION, ""))
    if exchange.escalation is not Escalation.NONE:
        counted.append((Measure.ESCALATION, exchange.escalation.value))
    if HAND_OVER in shown:
        counted.append((Measure.HAND_OVER, ""))
    return counted + [(Measure.ABSTENTION, answer) for answer in dict.fromkeys(shown) if answer in ABSTENTIONS]


def _row(exchange: Exchange) -> dict[str, Any]:
    return {
        "at": stored_time(exchange.at),
        "sender_id": escape(exchange.sender_id),
        "channel": escape(exchange.channel),
        "question": escape(exchange.question),
        "shown": [{"guidance_id": text.guidance_id, "version": text.version} for text in exchange.shown],
        "escalation": exchange.escalation.value,
        "held": exchange.held,
    }


def _exchange(row: Any) -> Exchange:
    return Exchange(
        at=row.at.replace(tzinfo=UTC),
        sender_id=unescape(row.sender_id),
        channel=unescape(row.channel),
        question=unescape(row.question),
        shown=tuple(ShownText(text["guidance_id"], text["version"]) for text in row.shown),
        escalation=Escalation(row.escalation),
        held=row.held,
    )
