"""What a notification says."""

from dataclasses import dataclass
from datetime import datetime

from cryobot.cases.case import Case
from cryobot.notifications.reasons import Reason
from cryobot.notifications.texts import NotificationTexts

SECONDS_A_MINUTE = 60


@dataclass(frozen=True)
class Notice:
    """One notification, whatever way it goes. It has no words of a visitor, and nothing of who they are."""

    reason: Reason
    subject: str
    text: str
    link: str
    case_id: str = ""
    channel: str = ""
    waiting_seconds: int = 0


@dataclass(frozen=True)
class Writer:
    """Writes the notifications of an installation.

    Attributes:
        centre: its name.
        address: of the desk, without a slash at the end.
    """

    texts: NotificationTexts
    centre: str
    address: str

    def of_case(self, case: Case, reason: Reason, now: datetime) -> Notice:
        """Write of a case."""
        waiting = max(0, int((now - case.waiting_since).total_seconds()))
        link = f"{self.address}/staff/queue/{case.id}"
        return self._written(reason, link, case.id, case.channel, waiting)

    def test(self) -> Notice:
        """Write that this is a test."""
        return self._written(Reason.TEST, f"{self.address}/staff/queue", "", "", 0)

    def _written(self, reason: Reason, link: str, case_id: str, channel: str, waiting: int) -> Notice:
        values = {
            "centre": self.centre,
            "channel": channel,
            "minutes": str(waiting // SECONDS_A_MINUTE),
            "link": link,
        }
        wording = self.texts.of(reason)
        return Notice(
            reason, wording.subject.format(**values), wording.text.format(**values), link, case_id, channel, waiting
        )
