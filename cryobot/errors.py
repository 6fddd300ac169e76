"""Errors that a person reads. Each message says what is wrong and what to do next."""

from pathlib import Path


class CryobotError(Exception):
    """Base of every error whose message is meant for the person at the terminal."""


class DataFileError(CryobotError):
    """A data file cannot be read or does not follow its schema."""

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"{file}: {problem}\nMend the file, then run `cryobot check`.")


class NotApprovedError(CryobotError):
    """A text differs from what was approved, or was never approved."""

    def __init__(self, problems: dict[str, Path]) -> None:
        lines = [
            f"{file}: the text of '{answer}' is not the approved one.\n"
            f"  When it has been reviewed: cryobot approve {answer} --by 'Name of the reviewer'"
            for answer, file in problems.items()
        ]
        super().__init__("\n".join(lines))


class UnknownAnswerError(CryobotError):
    """An answer id that the library does not have."""

    def __init__(self, answer: str, known: list[str]) -> None:
        super().__init__(f"There is no answer '{answer}'. The answers are: {', '.join(known)}.")


class ModelMissingError(CryobotError):
    """The assistant was started before it was trained."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is not there. Run `cryobot train` (or `make run`, which does it by itself).")


class SettingsError(CryobotError):
    """An environment variable has a value that cannot be used."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("These environment variables need another value:\n" + "\n".join(f"  {p}" for p in problems))


class PortTakenError(CryobotError):
    """Another program listens on the address that was asked for."""

    def __init__(self, host: str, port: int, variable: str) -> None:
        super().__init__(
            f"Port {port} on {host} is taken by another program. "
            f"Stop that program, or choose another port: {variable}={port + 1} make run"
        )


class StoreError(CryobotError):
    """The records cannot be read or written."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"The record store does not answer: {problem}\nCheck CRYOBOT_RECORDS_URL and the disk.")
