"""Which channels are on, and what is missing of those that are not."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError

from cryobot.messaging.settings import PREFIX, MessagingSettings, PlatformSettings, problems_of

PUBLIC_URL = f"{PREFIX}PUBLIC_URL"


class Switch(StrEnum):
    """Whether a channel runs."""

    ON = "on"
    OFF = "off"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True)
class State:
    """Whether a channel runs, and why not.

    Attributes:
        switch: OFF if nothing is set, INCOMPLETE if something is set and something is wrong.
        problems: one line for each variable that is missing or wrong.
        settings: of a channel that is on.
    """

    switch: Switch
    problems: tuple[str, ...] = ()
    settings: PlatformSettings | None = None


def state_of(settings_type: type[PlatformSettings], shared: MessagingSettings) -> State:
    """Read the environment variables of a channel. Nothing is raised for what they are."""
    try:
        found = settings_type()
    except ValidationError as error:
        return State(Switch.INCOMPLETE, tuple(problems_of(error, settings_type)))
    missing = found.missing()
    problems = [f"{found.variable(name)} is not set" for name in missing]
    if found.needs_public_url and not shared.public_url:
        problems.append(f"{PUBLIC_URL} is not set")
    if len(missing) == len(found.needed()):
        return State(Switch.OFF, tuple(problems))
    if problems:
        return State(Switch.INCOMPLETE, tuple(problems))
    return State(Switch.ON, settings=found)
