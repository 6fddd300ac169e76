"""The custom actions as they are installed, and the answers each owns."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from cryobot.consistency.problem import Problem, UnreadableError
from cryobot.errors import CryobotError

if TYPE_CHECKING:
    from actions.planned import PlannedAction


@dataclass(frozen=True)
class Owner:
    """One action: its name in the domain, and the ids of the answers it says."""

    action: str
    file: Path
    answers: frozenset[str]


def installed_owners() -> list[Owner]:
    """Import the actions and list them, in alphabetical order.

    Raises:
        UnreadableError: the actions cannot be imported, because a data file that they read is wrong.
    """
    # Loading these takes a second, which `cryobot --help` must not.
    import actions

    folder = Path(actions.__path__[0])
    try:
        for module in iter_modules(actions.__path__):
            import_module(f"{actions.__name__}.{module.name}")
    except CryobotError as error:
        reason = " ".join(str(error).split())
        raise UnreadableError(
            [Problem(folder, f"the actions cannot be loaded: {reason}", "Mend that first.")]
        ) from None

    from actions.planned import PlannedAction

    own = [kind for kind in _subclasses(PlannedAction) if kind.__module__.startswith(f"{actions.__name__}.")]
    owners = [Owner(kind().name(), Path(inspect.getfile(kind)), kind.owns) for kind in own]
    return sorted(owners, key=lambda owner: owner.action)


def _subclasses(kind: type) -> "Iterator[type[PlannedAction]]":
    subclasses: list[type[PlannedAction]] = kind.__subclasses__()
    for subclass in subclasses:
        if not inspect.isabstract(subclass):
            yield subclass
        yield from _subclasses(subclass)
