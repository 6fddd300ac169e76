"""What can go wrong with the messaging channels."""

from cryobot.errors import CryobotError


class JournalError(CryobotError):
    """The journal of the messaging channels cannot be read or written."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"The journal of the messaging channels does not answer: {problem}\n"
            "Check CRYOBOT_MESSAGING_URL and the disk."
        )


class PseudonymKeyError(CryobotError):
    """The key of the pseudonyms cannot be read or made."""

    def __init__(self, file: object, problem: str) -> None:
        super().__init__(
            f"The key of the pseudonyms, {file}, cannot be used: {problem}\n"
            "Let the assistant read and write it, or set CRYOBOT_PSEUDONYM_KEY to at least 32 random characters."
        )


class ForgedError(CryobotError):
    """A request that does not come from the platform; `status` (401 or 403) is all that it is answered with."""

    def __init__(self, status: int = 401) -> None:
        super().__init__("The request is not signed by the platform.")
        self.status = status


class UnreachableError(CryobotError):
    """A platform did not answer; `reason` is short."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The platform does not answer ({reason}). Check the network of this computer.")
        self.reason = reason
