"""What platforms report of messages that they had taken."""

from dataclasses import dataclass

from cryobot.messaging.outcomes import Outcome


@dataclass(frozen=True)
class Report:
    """What became of one message.

    Attributes:
        message_id: the `Delivered.message_id` with which the platform took it.
        outcome: Delivered if the person has it, Blocked if they cannot be reached, Rejected if it will never arrive,
            RetryLater if it may when it is sent again.
    """

    message_id: str
    outcome: Outcome
