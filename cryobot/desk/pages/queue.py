"""The people who need a person, and the cases that are closed."""

import re
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from sanic.response import HTTPResponse

from cryobot.cases.case import Case
from cryobot.desk.routing import Nav, Page
from cryobot.desk.templates import url
from cryobot.desk.visit import Visit

PATH = "/queue"
A_PAGE = 50
MOST_OPEN = 200

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?\+00:00", re.ASCII)


async def show(visit: Visit) -> HTTPResponse:
    """Show who waits and who writes with whom."""
    return visit.render("queue.html", **await _open(visit))


async def show_part(visit: Visit) -> HTTPResponse:
    """Give the list alone."""
    return visit.render("parts/queue.html", **await _open(visit))


async def show_closed(visit: Visit) -> HTTPResponse:
    """Show the cases that were closed last, or those before the time that the address names."""
    before = visit.query.get("before", "")
    since = datetime.fromisoformat(before) if _MOMENT.fullmatch(before) else None
    cases = await visit.run(visit.desk.cases.closed, A_PAGE + 1, since)
    shown, older = cases[:A_PAGE], ""
    if len(cases) > A_PAGE and shown[-1].closed_at is not None:
        older = f"{url('/queue/closed')}?{urlencode({'before': shown[-1].closed_at.isoformat()})}"
    return visit.render("queue_closed.html", cases=_rows(visit, shown), older=older)


async def _open(visit: Visit) -> dict[str, Any]:
    cases = await visit.run(visit.desk.cases.queue, MOST_OPEN)
    return {"cases": _rows(visit, cases), "is_cut": len(cases) == MOST_OPEN}


def _rows(visit: Visit, cases: list[Case]) -> list[tuple[Case, str]]:
    return [(case, visit.desk.pseudonyms(case.sender_id)) for case in cases]


NAV = Nav(PATH, "queue", order=20)
PAGES = (
    Page(PATH, "GET", show),
    Page("/queue/closed", "GET", show_closed),
    Page("/parts/queue", "GET", show_part, background=True),
)
