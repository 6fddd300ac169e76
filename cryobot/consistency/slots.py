"""Slots: those of the domain are the ones the dialogue keeps."""

from collections.abc import Collection

from cryobot.consistency.files import Files
from cryobot.consistency.problem import Problem


def problems(slots: Collection[str], kept: Collection[str], files: Files) -> list[Problem]:
    """Hold the slots of the domain against those that the dialogue reads and writes (`kept`)."""
    return [
        Problem(files.domain, f"the slot '{name}' is missing, which the dialogue writes", "Add it to slots.")
        for name in sorted(set(kept) - set(slots))
    ] + [
        Problem(files.domain, f"nothing writes the slot '{name}'", "Remove it from slots.")
        for name in sorted(set(slots) - set(kept))
    ]
