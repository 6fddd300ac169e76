"""The desk as a part of the server: routes, who may use them, and what is said when something is wrong."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Any

from sanic import Blueprint, Sanic, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.browser.static_files import StaticFile
from cryobot.channels.failure import Failure, failure_of, place_of
from cryobot.desk.app import Desk, installed_desk
from cryobot.desk.entrance import Entrance
from cryobot.desk.errors import DeskClosedError
from cryobot.desk.frame import Frame, Viewer, load_frame
from cryobot.desk.routing import ROOT, Page
from cryobot.desk.visit import PLAIN, Threads, problem_page
from cryobot.desk.working import keep_working
from cryobot.errors import CryobotError
from cryobot.settings import settings

DATABASE_THREADS = 6
OPEN_AGAIN_SECONDS = 5.0

logger = logging.getLogger(__name__)


class DeskSite:
    """Serves the desk. What is damaged or does not answer is logged, and answered with 503; visitors do not notice.

    Args:
        open_desk: opens what the pages work with; called again after it failed.
        load: reads what all pages have in common.
    """

    def __init__(
        self,
        open_desk: Callable[[], Desk] = installed_desk,
        load: Callable[[], Frame] = lambda: load_frame(settings()),
    ) -> None:
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._opening = asyncio.Lock()
        self._failed_at = -OPEN_AGAIN_SECONDS
        self._threads = Threads(
            ThreadPoolExecutor(DATABASE_THREADS, "cryobot-desk"), ThreadPoolExecutor(1, "cryobot-passwords")
        )
        self._frame: Frame | None = None
        try:
            self._frame = load()
        # Whatever is wrong with the desk, visitors are answered.
        except Exception as error:
            logger.error("The staff desk is closed: %s", error if isinstance(error, CryobotError) else place_of(error))

    @property
    def files(self) -> Sequence[StaticFile]:
        """Scripts, styles and pictures."""
        return self._frame.assets.files if self._frame else ()

    @property
    def pages(self) -> Sequence[Page]:
        """All pages."""
        return self._frame.gathered.pages if self._frame else ()

    def blueprint(self) -> Blueprint:
        """Give the routes of all pages."""
        blueprint = Blueprint("cryobot_desk")
        if self._frame is None:
            return blueprint
        for page in self.pages:
            methods = ["GET", "HEAD"] if page.method == "GET" else [page.method]
            handler = self._handler(page, self._frame)
            blueprint.add_route(handler, page.full_path, methods, name=page.endpoint, stream=page.method == "POST")
        work, tasks = self._frame.gathered.work, set[asyncio.Task[None]]()

        async def start(_: Sanic, __: asyncio.AbstractEventLoop) -> None:
            tasks.update(asyncio.create_task(keep_working(one, self._opened)) for one in work)

        async def stop(_: Sanic, __: asyncio.AbstractEventLoop) -> None:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for threads in (self._threads.database, self._threads.passwords):
                threads.shutdown(wait=False, cancel_futures=True)

        blueprint.after_server_start(start)
        blueprint.before_server_stop(stop)
        return blueprint

    def problem(self, request: Request, status: int) -> HTTPResponse:
        """Give the page for what could not be answered."""
        is_htmx = request.headers.getone("hx-request", "") == "true"
        try:
            if self._frame is not None:
                text = self._frame.text(f"common.text_{status}") or self._frame.texts.common.text_other
                return problem_page(self._frame, Viewer(request.path), status, text, is_htmx)
        except Exception as error:
            logger.error("The page for a problem cannot be shown: %s.", place_of(error))
        status = HTTPStatus.SERVICE_UNAVAILABLE if self._frame is None else status
        return response.HTTPResponse(HTTPStatus(status).phrase, status=status, content_type=PLAIN)

    def _handler(self, page: Page, frame: Frame) -> Callable[..., Awaitable[HTTPResponse | None]]:
        async def handle(request: Request, **parameters: str) -> HTTPResponse | None:
            try:
                entrance = Entrance(request, page, await self._opened(), frame, self._threads)
                return await entrance.answer(parameters)
            except SanicException as problem:
                return self.problem(request, problem.status_code)
            except Exception as problem:
                logger.error("The page %s of the desk failed: %s.", page.endpoint, place_of(problem))
                status = (
                    HTTPStatus.SERVICE_UNAVAILABLE
                    if failure_of(problem) is Failure.STORE
                    else HTTPStatus.INTERNAL_SERVER_ERROR
                )
                return None if request.responded else self.problem(request, status)

        return handle

    async def _opened(self) -> Desk:
        async with self._opening:
            if self._desk is None:
                self._desk = await self._open()
            return self._desk

    async def _open(self) -> Desk:
        if time.monotonic() - self._failed_at < OPEN_AGAIN_SECONDS:
            raise DeskClosedError
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads.database, self._open_desk)
        except Exception as error:
            self._failed_at = time.monotonic()
            logger.error("The staff desk cannot be opened: %s.", place_of(error))
            raise DeskClosedError from None


def _status_of(problem: Exception) -> HTTPStatus:
    is_store = failure_of(problem) is Failure.STORE
    return HTTPStatus.SERVICE_UNAVAILABLE if is_store else HTTPStatus.INTERNAL_SERVER_ERROR


def is_of_desk(request: Any) -> bool:
    """Tell whether a request is for the desk."""
    path = str(getattr(request, "path", ""))
    return path == ROOT or path.startswith(f"{ROOT}/")
