"""What can be wrong with accounts."""

from cryobot.errors import CryobotError


class AccountError(CryobotError):
    """Base of what can be wrong with an account; `key` names the text that the desk shows for it."""

    key = "account_problem"


class BadNameError(AccountError):
    """A name that cannot be used for logging in."""

    key = "name_unusable"

    def __init__(self) -> None:
        super().__init__(
            "A name has 2 to 60 of the letters a-z, digits, dots, hyphens and underscores. Choose another."
        )


class BadDisplayNameError(AccountError):
    """A display name that cannot be shown."""

    key = "display_name_unusable"

    def __init__(self) -> None:
        super().__init__("What visitors read as the name has 1 to 60 characters. Write another.")


class WeakPasswordError(AccountError):
    """A password that is easily guessed."""

    key = "password_weak"

    def __init__(self) -> None:
        super().__init__(
            "A password has 12 to 200 characters, at least 5 of them different, and is not the name. Choose another."
        )


class NameTakenError(AccountError):
    """There is an account of this name."""

    key = "name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is an account '{name}' already. Choose another name; `cryobot staff list` lists them.")


class NoSuchAccountError(AccountError):
    """There is no account of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no account '{name}'. `cryobot staff list` lists them.")


class InvitationError(AccountError):
    """A one-time link that is wrong, used, or too old."""

    key = "invitation_invalid"

    def __init__(self) -> None:
        super().__init__("This link was used already or is too old. Make another: cryobot staff invite")
