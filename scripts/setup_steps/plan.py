"""Decides how much there is to install."""

from __future__ import annotations

from enum import Enum

from setup_steps.stamp import Stamp


class Plan(Enum):
    """What to do with the environment."""

    NOTHING = "it is right as it is"
    PROJECT = "only the project itself changed, which needs no network"
    ADD_DEV = "the libraries of the tests are missing"
    FRESH = "make it from the beginning"


def plan_for(found: Stamp | None, wanted: Stamp, *, dev: bool, healthy: bool) -> Plan:
    """What to do, given the stamp that was found and the one the files ask for.

    `dev`: the libraries of the tests are asked for. `healthy`: the environment's Python starts.
    An environment of other libraries is made anew rather than changed, so that nothing of the old one stays.
    """
    if found is None or not healthy or found.folder != wanted.folder or found.libraries != wanted.libraries:
        return Plan.FRESH
    if dev and found.dev_libraries != wanted.dev_libraries:
        return Plan.FRESH if found.dev_libraries else Plan.ADD_DEV
    return Plan.NOTHING if found.project == wanted.project else Plan.PROJECT


def stamp_after(plan: Plan, found: Stamp | None, wanted: Stamp, *, dev: bool) -> Stamp:
    """The stamp to write when `plan` has been carried out."""
    if dev:
        return wanted
    kept = found.dev_libraries if found is not None and plan is not Plan.FRESH else ""
    return wanted._replace(dev_libraries=kept)
