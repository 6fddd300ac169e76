"""A centre with visitors who need a person, on a real record database."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from cryobot.cases.case import Case
from cryobot.cases.patience import Patience
from cryobot.cases.store import CaseStore
from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.records.exchanges import Exchange, ExchangeStore
from cryobot.records.record import Record, RecordKind, ShownText
from cryobot.records.store import RecordStore
from cryobot.records.tables import METADATA

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
PATIENCE = Patience(late=10 * MINUTE, reminder=5 * MINUTE, idle=15 * MINUTE, gone=60 * MINUTE)


class Centre:
    """The stores of one centre; `also` opens them once more, as another process does."""

    def __init__(self, url: str, library: Library) -> None:
        self.url = url
        self.library = library
        self.records = RecordStore(url)
        self.cases = CaseStore(self.records.database, library)
        self.exchanges = ExchangeStore(self.records.database, UTC)

    def also(self) -> "Centre":
        return Centre(self.url, self.library)

    def close(self) -> None:
        self.records.close()

    def escalate(
        self,
        sender: str = "anna",
        to: Escalation = Escalation.DERMATOLOGIST,
        at: datetime = NOON,
        channel: str = "web",
    ) -> Case:
        return self._record(RecordKind.ESCALATION, sender, to, at, channel)

    def ask_for_person(self, sender: str = "anna", at: datetime = NOON, channel: str = "web") -> Case:
        return self._record(RecordKind.HAND_OVER, sender, Escalation.STAFF, at, channel)

    def write(self, sender: str = "anna", text: str = "hello", at: datetime = NOON, *, held: bool = False) -> None:
        shown = () if held else (ShownText("greet", "0123456789abcdef"),)
        escalation = Escalation.NONE
        self.exchanges.add(
            Exchange(
                at=at,
                sender_id=sender,
                channel="web",
                question=text,
                shown=shown,
                escalation=escalation,
                held=held,
            )
        )

    def case_of(self, sender: str = "anna") -> Case:
        return next(case for case in self.cases.queue() if case.sender_id == sender)

    def kinds(self, case: Case) -> list[str]:
        return [event.kind.value for event in self.cases.trail(case.id)]

    def notices(self, sender: str = "anna") -> list[str]:
        return [message.variant for message in self.cases.messages_after(sender, 0) if message.is_notice]

    def rows(self) -> dict[str, int]:
        """Give how many rows each table has."""
        with self.records.database.transaction() as connection:
            return {
                table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
                for table in METADATA.sorted_tables
            }

    def _record(self, kind: RecordKind, sender: str, to: Escalation, at: datetime, channel: str) -> Case:
        self.records.add(
            Record(kind=kind, escalation=to, sender_id=sender, channel=channel, question="a blister", at=at)
        )
        return self.case_of(sender)
