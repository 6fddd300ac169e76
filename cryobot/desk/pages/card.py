"""The desk card: one sheet of paper for beside the till."""

from datetime import datetime

from sanic.response import HTTPResponse

from cryobot.desk.answer_view import Days
from cryobot.desk.card_view import card_view
from cryobot.desk.routing import Page
from cryobot.desk.shown_guidance import load_shown_guidance
from cryobot.desk.visit import Visit


async def show(visit: Visit) -> HTTPResponse:
    """Show the card as it is printed."""
    library = visit.desk.library
    card = card_view(library, load_shown_guidance(library.answers.keys()))
    days = Days(datetime.now(visit.desk.zone).date(), visit.t.common.format_day)
    return visit.render(
        "card.html",
        card=card,
        is_due=card.review_due <= days.today,
        reviewed_on=days.write(card.reviewed_on),
        review_due=days.write(card.review_due),
        printed_on=days.write(days.today),
        centre_name=library.placeholders["centre_name"],
        emergency_number=library.placeholders["emergency_number"],
    )


PAGES = (Page("/card", "GET", show),)
