"""Server-sent events: `queue` when a case has changed, `talk` when a visitor has written."""

import time
from http import HTTPStatus

from sanic import response
from sanic.response import HTTPResponse

from cryobot.desk.app import Desk
from cryobot.desk.events import Versions, Watcher
from cryobot.desk.routing import Page
from cryobot.desk.visit import Visit

MOST_STREAMS = 60
# Before any proxy, and the server itself, takes the connection for dead.
HEARTBEAT_SECONDS = 8.0
LOGGED_IN_SECONDS = 20.0
RETRY_SECONDS = 30

SHARED = "events"


async def stream(visit: Visit) -> HTTPResponse | None:
    """Send events until the browser leaves or the session ends."""
    watcher = _watcher(visit.desk)
    if not watcher.enter():
        headers = {"Retry-After": str(RETRY_SECONDS)}
        return response.HTTPResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)
    try:
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        answer = await visit.request.respond(content_type="text/event-stream", headers=headers)
        await answer.send(f"retry: {RETRY_SECONDS * 100}\n\n")
        await _send_changes(visit, watcher, answer)
    finally:
        watcher.leave()
    return None


async def _send_changes(visit: Visit, watcher: Watcher, answer: HTTPResponse) -> None:
    known: Versions | None = None
    asked_at = time.monotonic()
    while True:
        found = await watcher.changed(known, HEARTBEAT_SECONDS)
        if time.monotonic() - asked_at > LOGGED_IN_SECONDS:
            asked_at = time.monotonic()
            if not await visit.is_logged_in():
                return
        if found is None:
            await answer.send(": still here\n\n")
            continue
        # The page shows what there was when it was loaded; something may have happened before it listened.
        if known is None or found.cases != known.cases:
            await answer.send(f"event: queue\ndata: {found.cases}\n\n")
        if known is None or found.messages != known.messages:
            await answer.send(f"event: talk\ndata: {found.messages}\n\n")
        known = found


def _watcher(desk: Desk) -> Watcher:
    if SHARED not in desk.shared:
        desk.shared[SHARED] = Watcher(lambda: Versions(desk.cases.version(), desk.exchanges.version()), MOST_STREAMS)
    watcher: Watcher = desk.shared[SHARED]
    return watcher


PAGES = (Page("/events", "GET", stream, background=True),)
