"""One turn of a conversation, as the actions see it: what was asked, and how to say and record something."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from cryobot.channels.incoming import HELD
from cryobot.dialogue.opening_hours import is_open, parse
from cryobot.dialogue.plan import Step
from cryobot.errors import StoreError
from cryobot.guidance.library import Library
from cryobot.guidance.reply_metadata import reply_metadata
from cryobot.records.installed import installed_cases, installed_store
from cryobot.records.record import Record, RecordKind, ShownText
from cryobot.settings import settings

PAYLOAD_PREFIX = "/"
SERVICE_UNAVAILABLE = "service-unavailable"


@dataclass
class Turn:
    """What an action needs of the turn it runs in."""

    dispatcher: CollectingDispatcher
    tracker: Tracker
    library: Library
    failed: bool = field(default=False, init=False)

    @property
    def question(self) -> str:
        """The visitor's message as it was typed."""
        latest = self.tracker.latest_message
        return str(
            latest.get("metadata", {}).get("question") or latest.get("original_text") or latest.get("text") or ""
        )

    @property
    def attachment(self) -> bool:
        """Whether the visitor sent a photo, or something else that cannot be read, instead of words."""
        return bool(self.tracker.latest_message.get("metadata", {}).get("attachment"))

    @property
    def is_held(self) -> bool:
        """Whether a person has taken over the conversation."""
        return bool(self.tracker.latest_message.get("metadata", {}).get(HELD))

    def say(self, step: Step) -> None:
        """Send the approved text of a step, with its buttons and where it comes from."""
        approved = self.library.text(step.answer, step.variant)
        buttons = [{"title": self.library.button_title(i), "payload": PAYLOAD_PREFIX + i} for i in step.buttons]
        metadata = reply_metadata(self.library, step.answer, step.variant)
        self.dispatcher.utter_message(text=approved.text, buttons=buttons, metadata=metadata)

    def record(self, kind: RecordKind, step: Step) -> bool:
        """Write the exchange to the record store; False when the store does not answer."""
        try:
            installed_store().add(
                Record(
                    kind=kind,
                    escalation=self.library.get(step.answer).escalation,
                    sender_id=self.tracker.sender_id,
                    channel=self.tracker.get_latest_input_channel() or "unknown",
                    question=self.question,
                    shown=(ShownText(step.answer, self.library.text(step.answer, step.variant).version),),
                )
            )
        except StoreError:
            self.failed = True
            return False
        return True

    def people_before(self) -> int | None:
        """Give how many people have waited for staff for longer than the visitor; None when the store does not answer.

        The visitor may not have asked for staff yet.
        """
        try:
            return installed_cases().people_before(self.tracker.sender_id)
        except StoreError:
            return None

    def desk_is_open(self) -> bool:
        """Tell whether staff are at the desk now."""
        here = settings()
        return is_open(parse(here.opening_hours), datetime.now(ZoneInfo(here.time_zone)))

    def admit_failure(self) -> None:
        """Say that something is not working; the other messages of the reply stay."""
        self.say(Step(SERVICE_UNAVAILABLE))
