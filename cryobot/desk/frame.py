"""What all pages have in common: words, templates, files, navigation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from cryobot.desk.assets import Assets, load_assets
from cryobot.desk.gathering import Gathered, gather
from cryobot.desk.routing import Nav
from cryobot.desk.security import CSRF_FIELD
from cryobot.desk.templates import Templates, url
from cryobot.desk.texts import Texts, load_texts
from cryobot.settings import Settings
from cryobot.staff.account import Account

_FIELD = Markup('<input type="hidden" name="{}" value="{}">')


@dataclass(frozen=True)
class Link:
    """One entry of the navigation."""

    key: str
    path: str
    text: str
    is_here: bool


@dataclass(frozen=True)
class Viewer:
    """Whom a page is for.

    Attributes:
        path: of the page, with ROOT.
        waiting: how many people wait for a person; None: not known.
        notice: what was done before, in words.
    """

    path: str
    account: Account | None = None
    csrf_token: str = ""
    waiting: int | None = None
    notice: str = ""


@dataclass(frozen=True)
class Frame:
    """The parts of an installation that no request changes."""

    texts: Texts
    templates: Templates
    assets: Assets
    gathered: Gathered
    centre: str

    def render(self, template: str, viewer: Viewer, values: Mapping[str, Any]) -> str:
        """Give a page; raises what jinja2 raises when a template is wrong."""
        common = {
            "account": viewer.account,
            "centre": self.centre,
            "csrf_token": viewer.csrf_token,
            "csrf_field": lambda: _FIELD.format(CSRF_FIELD, viewer.csrf_token),
            "nav": self._links(viewer),
            "notice": viewer.notice,
            "now": datetime.now(UTC),
            "path": viewer.path,
            "waiting": viewer.waiting,
        }
        return self.templates.render(template, common | dict(values))

    def text(self, name: str) -> str:
        """Give a text by page and key with a dot between them, or an empty text if there is none."""
        page, _, key = name.partition(".")
        return self.texts[page][key] if page in self.texts and key in self.texts[page] else ""

    def _links(self, viewer: Viewer) -> list[Link]:
        if viewer.account is None:
            return []
        shown = [nav for nav in self.gathered.navigation if viewer.account.may(nav.role)]
        around = [nav for nav in shown if _is_around(url(nav.path), viewer.path)]
        here = max(around, key=lambda nav: len(nav.path), default=None)
        return [self._link(nav, nav is here) for nav in shown]

    def _link(self, nav: Nav, is_here: bool) -> Link:
        return Link(nav.key, url(nav.path), self.text(f"common.nav_{nav.key}") or nav.key, is_here)


def load_frame(settings: Settings) -> Frame:
    """Read everything.

    Raises:
        DeskError, DataFileError: a part is missing or damaged.
    """
    texts, assets = load_texts(settings.language), load_assets()
    templates = Templates(texts, assets, ZoneInfo(settings.time_zone))
    return Frame(texts, templates, assets, gather(), settings.centre_name)


def _is_around(address: str, path: str) -> bool:
    return path == address or (path.startswith(f"{address}/") and address != url("/"))
