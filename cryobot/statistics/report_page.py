"""Writes the charts into one HTML file that needs no other and asks nobody for anything."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from cryobot.desk.assets import load_assets
from cryobot.desk.templates import Templates
from cryobot.desk.texts import Texts
from cryobot.guidance.library import Library
from cryobot.paths import DESK_STATIC
from cryobot.records.database import Database
from cryobot.records.summary import reviews
from cryobot.statistics.charts import Naming, read_overview
from cryobot.statistics.span import Span

STYLES = ("base.css", "frame.css", "parts.css", "tables.css", "modes.css", "charts.css")
SCRIPTS = ("vendor/chart.umd.min.js", "charts.js")


@dataclass(frozen=True)
class Centre:
    """Whose report it is."""

    name: str
    zone: ZoneInfo
    library: Library
    texts: Texts


def report_page(database: Database, span: Span, now: datetime, centre: Centre) -> str:
    """Give the page.

    Raises:
        StoreError: the database does not answer.
        DeskError: a file of the desk is missing or damaged.
    """
    naming = Naming(lambda key: centre.texts.charts[key], centre.library)
    styles = [_read(name) for name in STYLES]
    scripts = [_read(name) for name in SCRIPTS]
    values: dict[str, Any] = {
        "overview": read_overview(database, span, centre.zone, naming),
        "reviews": reviews(centre.library, now, centre.zone),
        "span": span,
        "now": now,
        "centre": centre.name,
        "policy": _policy("\n".join(styles), scripts),
        # Files of the project itself, with nobody's words in them.
        "styles": Markup("\n".join(styles)),
        "scripts": [Markup(script) for script in scripts],
    }
    return Templates(centre.texts, load_assets(), centre.zone).render("report.html", values)


def _policy(styles: str, scripts: list[str]) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {_hash(styles)}; img-src data:"


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _read(name: str) -> str:
    return (DESK_STATIC / name).read_text(encoding="utf-8")
