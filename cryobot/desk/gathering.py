"""Finds what the modules of cryobot/desk/pages offer."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING

from cryobot.channels.failure import place_of
from cryobot.desk import pages
from cryobot.desk.routing import Nav, Page

if TYPE_CHECKING:
    from cryobot.desk.app import Desk

logger = logging.getLogger(__name__)

#: Runs beside the server for as long as it serves, and is started again when it fails.
Work = Callable[["Desk"], Awaitable[None]]


@dataclass(frozen=True)
class Gathered:
    """All pages, the navigation in its order, the work in the background, and the modules that cannot be imported."""

    pages: tuple[Page, ...]
    navigation: tuple[Nav, ...]
    work: tuple[Work, ...]
    left_out: tuple[str, ...] = ()


def gather() -> Gathered:
    """Import every module of cryobot/desk/pages and take its PAGES, its NAV and its WORK.

    A damaged one is logged and left out, so that staff have the others.
    """
    names = [f"{pages.__name__}.{module.name}" for module in iter_modules(pages.__path__)]
    imported = {name: _imported(name) for name in names}
    modules = [module for module in imported.values() if module is not None]
    found: list[Page] = [page for module in modules for page in getattr(module, "PAGES", ())]
    navigation = [module.NAV for module in modules if hasattr(module, "NAV")]
    return Gathered(
        tuple(found),
        tuple(sorted(navigation, key=lambda nav: nav.order)),
        tuple(work for module in modules for work in getattr(module, "WORK", ())),
        tuple(name for name, module in imported.items() if module is None),
    )


def _imported(name: str) -> ModuleType | None:
    try:
        return import_module(name)
    except Exception as error:
        logger.error("The pages of %s are left out of the desk: %s.", name, place_of(error))
        return None
