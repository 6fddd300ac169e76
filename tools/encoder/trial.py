"""Other values for a trial: `mark.intent=0.2`."""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cryobot.errors import CryobotError

Values = TypeVar("Values", bound=BaseModel)


class TrialError(CryobotError):
    """A name that does not exist, or a value that it cannot have."""

    def __init__(self, change: str, problem: str, known: Iterable[str]) -> None:
        super().__init__(f"--set {change}: {problem}\nThere are: {', '.join(known)}.")


def changed(values: Values, changes: Iterable[str]) -> Values:
    """Give `values` with `changes` made in them, each written `name=value` or `group.name=value`.

    Raises:
        TrialError: a change names nothing that is there, or a value that is not possible.
    """
    for change in changes:
        values = _with(values, change)
    return values


def _with(values: Values, change: str) -> Values:
    content = values.model_dump()
    known = list(_names(content))
    name, _, value = change.partition("=")
    if name not in known:
        raise TrialError(change, f"there is no '{name}'.", known)
    *groups, last = name.split(".")
    group = content
    for key in groups:
        group = group[key]
    group[last] = value
    try:
        return type(values).model_validate(content)
    except ValidationError as error:
        raise TrialError(change, "; ".join(problem["msg"] for problem in error.errors()), known) from None


def _names(content: dict[str, Any], group: str = "") -> Iterable[str]:
    for name, value in content.items():
        if isinstance(value, dict):
            yield from _names(value, f"{group}{name}.")
        else:
            yield group + name
