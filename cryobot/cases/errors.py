"""What can go wrong with a case, in words for staff's own log; the desk shows its own words."""

from cryobot.errors import CryobotError


class CaseError(CryobotError):
    """Something cannot be done with a case."""


class NoSuchCaseError(CaseError):
    """There is no case with this id, or it was deleted."""

    def __init__(self, case_id: str) -> None:
        super().__init__(f"There is no case {case_id}. It may have been deleted; look into the queue.")


class AlreadyTakenError(CaseError):
    """Another member of staff was faster; `by` is the name of their account."""

    def __init__(self, by: str) -> None:
        super().__init__(f"The case was taken by {by}. Look into the queue for another.")
        self.by = by


class CaseClosedError(CaseError):
    """The case was closed in between."""

    def __init__(self) -> None:
        super().__init__("The case is closed. A new one opens when the visitor needs a person again.")


class CannotReplyError(CaseError):
    """The channel of the case cannot bring a person's words to the visitor."""

    def __init__(self, channel: str) -> None:
        super().__init__(f"The channel '{channel}' carries no words of a person. Use the visitor's contact details.")


class NotYoursError(CaseError):
    """Only the member of staff who has taken a case may write in it or hand it back."""

    def __init__(self) -> None:
        super().__init__("Take the case over first.")
