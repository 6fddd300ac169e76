"""All answers on one page: every wording, its source and its dates."""

from datetime import datetime

from sanic.response import HTTPResponse

from cryobot.desk.answer_view import Days, answer_view
from cryobot.desk.routing import Nav, Page
from cryobot.desk.shown_guidance import load_shown_guidance
from cryobot.desk.visit import Visit


async def show(visit: Visit) -> HTTPResponse:
    """Show every answer, in groups."""
    library = visit.desk.library
    days = Days(datetime.now(visit.desk.zone).date(), visit.t.common.format_day)
    grouped = load_shown_guidance(library.answers.keys()).grouped(library.answers)
    groups = [
        (name, [answer_view(library, answer, days, visit.t.guidance) for answer in answers])
        for name, answers in grouped
    ]
    due = [view for _, views in groups for view in views if view.is_due]
    return visit.render(
        "guidance.html", groups=groups, due=due, emergency_number=library.placeholders["emergency_number"]
    )


NAV = Nav("/guidance", "guidance", order=30)
PAGES = (Page("/guidance", "GET", show),)
