"""Numbers by day and by topic, drawn and in tables."""

from datetime import date, datetime
from http import HTTPStatus
from urllib.parse import urlencode

from sanic import response
from sanic.response import HTTPResponse

from cryobot.desk.routing import Nav, Page
from cryobot.desk.visit import Visit
from cryobot.statistics.charts import Naming, Overview, read_overview
from cryobot.statistics.sheets import sheet
from cryobot.statistics.span import CHOICES, MOST_DAYS, Span, SpanError, asked_span

PATH = "/charts"
# With it, spreadsheets read letters beyond ASCII rightly.
BYTE_ORDER_MARK = "\ufeff"


async def show(visit: Visit) -> HTTPResponse:
    """Show all charts of a span of days, of one channel or of all."""
    today, problem = datetime.now(visit.desk.zone).date(), ""
    try:
        span = asked_span(visit.query, today)
    except SpanError:
        span, problem = asked_span({}, today), visit.t.charts.wrong_span.format(days=MOST_DAYS)
    overview, channel = await _read(visit, span)
    chosen = {"from": span.first.isoformat(), "to": span.last.isoformat(), "channel": channel}
    return visit.render(
        "charts.html",
        HTTPStatus.BAD_REQUEST if problem else HTTPStatus.OK,
        overview=overview,
        span=span,
        today=today,
        channel=channel,
        channels=overview.channels if not channel or channel in overview.channels else [channel, *overview.channels],
        chosen=urlencode(chosen),
        choices=[(days, urlencode({"days": days, "channel": channel}), _is(span, today, days)) for days in CHOICES],
        problem=problem,
    )


async def download(visit: Visit) -> HTTPResponse:
    """Give the table of one chart as CSV."""
    try:
        span = asked_span(visit.query, datetime.now(visit.desk.zone).date())
    except SpanError:
        return visit.problem(HTTPStatus.BAD_REQUEST, "text_other")
    overview, _ = await _read(visit, span)
    found = [chart for chart in overview.charts if chart.key == visit.parameters["key"]]
    if not found:
        return visit.problem(HTTPStatus.NOT_FOUND, "text_404")
    name = f"{found[0].key}-{span.first.isoformat()}-{span.last.isoformat()}.csv"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    content = BYTE_ORDER_MARK + sheet(found[0])
    return response.HTTPResponse(content, headers=disposition, content_type="text/csv; charset=utf-8")


async def _read(visit: Visit, span: Span) -> tuple[Overview, str]:
    channel = visit.query.get("channel", "").replace("\0", "")[:40]
    naming = Naming(lambda key: visit.t.charts[key], visit.desk.library)
    overview = await visit.run(read_overview, visit.desk.store.database, span, visit.desk.zone, naming, channel)
    return overview, channel


def _is(span: Span, today: date, days: int) -> bool:
    return span == Span.until(today, days)


NAV = Nav(PATH, "charts", order=60)
PAGES = (Page(PATH, "GET", show), Page(f"{PATH}/<key:str>/sheet", "GET", download))
