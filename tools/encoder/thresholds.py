"""Other thresholds for a trial: `mark.intent=0.2`."""

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from cryobot.errors import CryobotError
from cryobot.understanding.thresholds import Thresholds


class ThresholdError(CryobotError):
    """A threshold that does not exist, or a value that it cannot have."""

    def __init__(self, setting: str, problem: str, known: Iterable[str]) -> None:
        super().__init__(f"--set {setting}: {problem}\nThe thresholds are: {', '.join(known)}.")


def changed(thresholds: Thresholds, settings: Iterable[str]) -> Thresholds:
    """Give the thresholds with the values of `settings`, each as `name=value` or `name.name=value`.

    Raises:
        ThresholdError: a setting names no threshold, or its value is not possible.
    """
    for setting in settings:
        thresholds = _with(thresholds, setting)
    return thresholds


def _with(thresholds: Thresholds, setting: str) -> Thresholds:
    values = thresholds.model_dump()
    known = list(_names(values))
    name, _, value = setting.partition("=")
    if name not in known:
        raise ThresholdError(setting, f"there is no threshold '{name}'.", known)
    *groups, last = name.split(".")
    group = values
    for key in groups:
        group = group[key]
    group[last] = value
    try:
        return Thresholds.model_validate(values)
    except ValidationError as error:
        raise ThresholdError(setting, "; ".join(problem["msg"] for problem in error.errors()), known) from None


def _names(values: dict[str, Any], group: str = "") -> Iterable[str]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _names(value, f"{group}{name}.")
        else:
            yield group + name
