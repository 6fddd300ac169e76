"""Answers whose review is due or soon will be, and those that wait for the sign-off by a clinician."""

from datetime import datetime, timedelta

from sanic.response import HTTPResponse

from cryobot.desk.routing import Nav, Page
from cryobot.desk.visit import Visit
from cryobot.guidance.answer import Basis

PATH = "/reviews"
AHEAD_DAYS = 60


async def show(visit: Visit) -> HTTPResponse:
    """Show both lists."""
    library, today = visit.desk.library, datetime.now(visit.desk.zone).date()
    due = sorted(library.due_for_review(today + timedelta(days=AHEAD_DAYS)), key=lambda one: (one.review_due, one.id))
    waiting = sorted(
        (library.get(one) for one in library.ids(Basis.SAFETY_POLICY)), key=lambda one: one.title.casefold()
    )
    rows = [(answer, (answer.review_due - today).days) for answer in due]
    return visit.render("reviews.html", due=rows, waiting_for_sign_off=waiting, ahead=AHEAD_DAYS)


NAV = Nav(PATH, "reviews", order=70)
PAGES = (Page(PATH, "GET", show),)
