"""Keeps the pages of other websites from the assistant, and tells browsers about those that are allowed."""

from http import HTTPStatus

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from cryobot.browser.origins import Origins
from cryobot.channels.http import error

# Where messages come in. Everything else may be read from anywhere, or is not to be read by other pages at all.
GUARDED_PATH = "/webhooks/"
PREFLIGHT_SECONDS = 600

_REFUSAL = (
    "Pages of this website may not talk to the assistant. "
    "Add its origin, such as https://www.example.org, to CRYOBOT_ORIGINS and start the assistant again."
)


def guard_origins(app: Sanic, origins: Origins) -> None:
    """Refuse requests of pages that may not talk to the assistant, before anything of them is read.

    What is no page sends no origin, and is let through.
    """

    async def refuse(request: Request) -> HTTPResponse | None:
        if not request.path.startswith(GUARDED_PATH):
            return None
        # A browser sends one; whoever sends several is up to something.
        for origin in request.headers.getall("origin", []):
            if not origins.is_allowed(origin) and not origins.is_own(origin, request.headers.getone("host", "")):
                return error(HTTPStatus.FORBIDDEN, _REFUSAL)
        return empty() if request.method == "OPTIONS" else None

    async def tell(request: Request, response: HTTPResponse) -> None:
        if not request.path.startswith(GUARDED_PATH):
            return
        response.headers["Vary"] = "Origin"
        origin = request.headers.getone("origin", "")
        if not origins.is_allowed(origin):
            return
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = "Retry-After"
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = "GET, POST"
            response.headers["Access-Control-Allow-Headers"] = "Content-Type"
            response.headers["Access-Control-Max-Age"] = str(PREFLIGHT_SECONDS)

    app.register_middleware(refuse, "request")
    app.register_middleware(tell, "response")
