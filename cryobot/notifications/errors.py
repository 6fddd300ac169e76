"""What can go wrong with a notification."""

from cryobot.errors import CryobotError


class NotSentError(CryobotError):
    """A notification was not taken; the reason holds neither words of visitors nor passwords."""
