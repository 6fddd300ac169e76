"""`cryobot report`: what happened lately, and which answers wait for a person. Prints no visitor's words."""

import json
import sys
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

from cryobot.desk.texts import load_texts
from cryobot.errors import CryobotError, SettingsError
from cryobot.guidance.installed import installed_library
from cryobot.records.record import RecordKind
from cryobot.records.store import RecordStore
from cryobot.records.summary import first_moment, reviews, summarise
from cryobot.settings import settings
from cryobot.statistics.report_page import Centre, report_page
from cryobot.statistics.span import Span

PIPE_WIDTH = 160


class ReportFileError(CryobotError):
    """The report cannot be written where it was asked for."""

    def __init__(self, file: Path, error: OSError) -> None:
        super().__init__(f"{file} cannot be written ({error.strerror or type(error).__name__}). Name another file.")


def report(
    days: Annotated[int, typer.Option(min=1, max=3650, help="Calendar days, today included.")] = 30,
    json_output: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write charts and tables as one HTML file.")] = None,
) -> None:
    """Count the records of the last days and list the answers to review; CRYOBOT_RETENTION_DAYS limits how far back.

    Raises:
        StoreError: the record store does not answer.
        SettingsError: CRYOBOT_TIME_ZONE is not a time zone.
        ReportFileError: the HTML file cannot be written.
    """
    if html is not None:
        _write_page(html, days, datetime.now(UTC))
        return
    content = _content(days, datetime.now(UTC))
    if json_output:
        typer.echo(json.dumps(content, indent=2, ensure_ascii=False))
    else:
        _show(content, Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, markup=False))


def _content(days: int, now: datetime) -> dict[str, Any]:
    here = settings()
    zone = _zone(here.time_zone)
    since = first_moment(days, now, zone)
    with closing(RecordStore(here.records_url)) as store:
        summary = summarise(store.list(since=since), zone)
    return {"days": days, "since": since.isoformat(), **asdict(summary), **reviews(installed_library(), now, zone)}


def _write_page(file: Path, days: int, now: datetime) -> None:
    here = settings()
    zone = _zone(here.time_zone)
    centre = Centre(here.centre_name, zone, installed_library(), load_texts(here.language))
    with closing(RecordStore(here.records_url)) as store:
        page = report_page(store.database, Span.until(now.astimezone(zone).date(), days), now, centre)
    try:
        file.write_text(page, encoding="utf-8")
    except OSError as error:
        raise ReportFileError(file, error) from None
    typer.echo(f"Written: {file}")


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise SettingsError(
            [f"CRYOBOT_TIME_ZONE={name!r}: this is not the name of a time zone, such as Europe/Madrid"]
        ) from None


def _show(content: dict[str, Any], console: Console) -> None:
    console.print(f"{content['records']} records of {content['senders']} senders since {content['since']}")
    kinds = [kind.value for kind in RecordKind]
    if content["records"]:
        rows = [[day, *(str(counts.get(kind, 0)) for kind in kinds)] for day, counts in content["by_day"].items()]
        total = ["total", *(str(content["by_kind"].get(kind, 0)) for kind in kinds)]
        console.print(_table("By day", ["day", *kinds], [*rows, total]))
        for title, key in (("By escalation", "by_escalation"), ("By answer shown", "by_guidance_id")):
            console.print(_table(title, ["", "records"], [[name, str(n)] for name, n in content[key].items()]))
    for title, key in (("Review due", "review_due"), ("Awaiting clinical sign-off", "awaiting_sign_off")):
        if content[key]:
            console.print(_table(title, list(content[key][0]), [list(row.values()) for row in content[key]]))
        else:
            console.print(f"{title}: none")


def _table(title: str, columns: list[str], rows: list[list[str]]) -> Table:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*row)
    return table
