"""What visitors found not helpful, newest first."""

import re
from datetime import datetime
from urllib.parse import urlencode

from sanic.response import HTTPResponse

from cryobot.desk.readable import asked
from cryobot.desk.routing import Nav, Page
from cryobot.desk.visit import Visit
from cryobot.records.record import RecordKind
from cryobot.statistics.feedback import KINDS, Position, read_feedback

PATH = "/feedback"
A_PAGE = 30

_POSITION = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?\+00:00) ([0-9a-f]{32})", re.ASCII)


async def show(visit: Visit) -> HTTPResponse:
    """Show the newest feedback, or that before the one that the address names; of one answer or kind, if asked for."""
    library, query = visit.desk.library, visit.query
    answer = query.get("answer", "") if query.get("answer", "") in library.answers else ""
    kind = query.get("kind", "")
    kinds = [RecordKind(kind)] if kind in [one.value for one in KINDS] else list(KINDS)
    after = _position(query.get("after", ""))
    found = await visit.run(read_feedback, visit.desk.store.database, A_PAGE + 1, kinds, answer, after)
    shown, older = found[:A_PAGE], ""
    chosen = {"answer": answer, "kind": kind if len(kinds) == 1 else ""}
    if len(found) > A_PAGE:
        older = urlencode({**chosen, "after": f"{shown[-1].at.isoformat()} {shown[-1].id}"})
    return visit.render(
        "feedback.html",
        records=[
            (record, asked(record.question, library), visit.desk.pseudonyms(record.sender_id)) for record in shown
        ],
        titles={one.id: one.title for one in library.answers.values()},
        answers=sorted(library.answers.values(), key=lambda one: one.title.casefold()),
        kinds=[one.value for one in KINDS],
        chosen=chosen,
        newest=urlencode(chosen) if after else "",
        older=older,
    )


def _position(text: str) -> Position | None:
    found = _POSITION.fullmatch(text)
    try:
        return Position(datetime.fromisoformat(found[1]), found[2]) if found else None
    except ValueError:
        return None


NAV = Nav(PATH, "feedback", order=50)
PAGES = (Page(PATH, "GET", show),)
