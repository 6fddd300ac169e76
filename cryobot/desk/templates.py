"""The templates of the pages, from desk/templates."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from cryobot.desk.assets import Assets
from cryobot.desk.errors import DeskError
from cryobot.desk.routing import ROOT
from cryobot.desk.texts import Texts
from cryobot.paths import DESK_TEMPLATES


class Templates:
    """Compiled templates that all find the same names.

    In every template: `t` the texts, `asset(name)` the address of a file, `url(path)` the address of a page,
    `plural(number, one, many)`; the filters `moment`, `day`, `clock` (a time in the centre's zone, as words) and
    `iso` (the same for <time datetime>).
    """

    def __init__(self, texts: Texts, assets: Assets, zone: ZoneInfo, folder: Path = DESK_TEMPLATES) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._environment.globals.update(t=texts, asset=assets.path, url=url, plural=plural)
        formats = {name: texts.common[f"format_{name}"] for name in ("moment", "day", "clock")}
        for name, form in formats.items():
            self._environment.filters[name] = _writer(form, zone)
        self._environment.filters["iso"] = lambda at: at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._compile_all(folder)

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Give the page; raises what jinja2 raises when a template is wrong."""
        return self._environment.get_template(name).render(values)

    def _compile_all(self, folder: Path) -> None:
        # A damaged one is found at the start, and not by the person who comes to its page.
        for name in self._environment.list_templates(extensions=["html"]):
            try:
                self._environment.get_template(name)
            except (TemplateError, UnicodeDecodeError, OSError) as error:
                raise DeskError(folder / name, f"This is not a template ({type(error).__name__}: {error}).") from None


def url(path: str) -> str:
    """Give the address of a page of the desk."""
    return ROOT + (path if "?" in path else path.rstrip("/"))


def plural(number: int, one: str, many: str) -> str:
    """Give the text for a number, which it may have as {number}."""
    return (one if number == 1 else many).format(number=number)


def _writer(form: str, zone: ZoneInfo) -> Any:
    def write(at: datetime) -> str:
        local = at.astimezone(zone)
        # Without the zero in front, which strftime cannot leave out everywhere.
        return local.strftime(form.replace("{day}", str(local.day)))

    return write
