"""Says what to install where the libraries of the group `encoder` are missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import requires

from cryobot.errors import CryobotError

LIBRARIES = frozenset({"torch", "safetensors", "onnx"})

_GROUP = 'extra == "encoder"'


class LibrariesMissingError(CryobotError):
    """A library is not installed that only training and export need."""

    def __init__(self, name: str) -> None:
        needed = " ".join(f"'{line.partition(';')[0].strip()}'" for line in requires("cryobot") or () if _GROUP in line)
        super().__init__(f"The library {name} is not installed. Run: .venv/bin/pip install {needed}")


@contextmanager
def encoder_libraries() -> Iterator[None]:
    """Import modules within this that need one of LIBRARIES.

    Raises:
        LibrariesMissingError: one of them is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        raise LibrariesMissingError(error.name) from error
