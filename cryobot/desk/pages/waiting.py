"""How many people wait for a person, for the navigation of every page."""

from http import HTTPStatus

from sanic import response
from sanic.response import HTTPResponse

from cryobot.desk.routing import Page
from cryobot.desk.visit import Visit


async def show(visit: Visit) -> HTTPResponse:
    """Give the number in words, or nothing if it is the one that is shown already."""
    number = (await visit.run(visit.desk.cases.numbers)).waiting
    if visit.query.get("shown", "") == str(number):
        return response.HTTPResponse(status=HTTPStatus.NO_CONTENT)
    return visit.render("parts/waiting.html", number=number)


PAGES = (Page("/parts/waiting", "GET", show, background=True),)
