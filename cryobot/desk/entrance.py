"""Decides who may use a page, before the page is asked."""

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.desk.app import Desk
from cryobot.desk.cookies import GUEST, NOTICE, SESSION, read_cookie, set_cookie
from cryobot.desk.forms import FormTooLargeError, parse, read_form
from cryobot.desk.frame import Frame, Viewer
from cryobot.desk.routing import Page
from cryobot.desk.security import comes_from_elsewhere, comes_from_own_page, guest_csrf_token, has_csrf_token
from cryobot.desk.templates import url
from cryobot.desk.visit import CONTENT_TYPE, Threads, Visit, problem_page
from cryobot.staff.sessions import Session

LOG_IN = "/log-in"
# Where the log-in page leads afterwards; longer ones are nobody's.
LONGEST_NEXT = 500


@dataclass(frozen=True)
class Entrance:
    """One request on its way to a page."""

    request: Request
    page: Page
    desk: Desk
    frame: Frame
    threads: Threads

    async def answer(self, parameters: Mapping[str, str]) -> HTTPResponse | None:
        """Answer the request, by the page or in its stead; raises what the page and the stores raise."""
        try:
            fields = await read_form(self.request) if self.page.method == "POST" else {}
            parse(self.request.query_string)
        except FormTooLargeError:
            return self._problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "text_413")
        if self.page.method == "POST" and not comes_from_own_page(self.request):
            return self._problem(HTTPStatus.FORBIDDEN, "other_origin")
        session, waiting = await self._run(self._look_up)
        if session is None and self.page.role is not None:
            return self._without_session()
        guest = read_cookie(self.request, GUEST)
        new_guest = "" if session or guest else secrets.token_urlsafe(32)
        token = session.csrf_token if session else guest_csrf_token(guest or new_guest)
        viewer = self._viewer(session, token, waiting)
        form = {name: values[-1] for name, values in fields.items()}
        if self.page.method == "POST" and (new_guest or not has_csrf_token(self.request, form, token)):
            return self._problem(HTTPStatus.FORBIDDEN, "stale_form", viewer)
        if self.page.role is not None and session is not None and not session.account.may(self.page.role):
            return self._problem(HTTPStatus.FORBIDDEN, "text_403", viewer)
        visit = Visit(self.request, self.desk, self.frame, self.threads, viewer, dict(parameters), fields)
        answer: HTTPResponse | None = await self.page.handle(visit)
        if new_guest and answer is not None:
            set_cookie(self.request, answer, GUEST, new_guest)
        return answer

    def _look_up(self) -> tuple[Session | None, int | None]:
        token = read_cookie(self.request, SESSION)
        session = self.desk.sessions.find(token, is_use=not self.page.background) if token else None
        # A part of a page has no navigation.
        return session, None if session is None or self._is_htmx else self.desk.cases.numbers().waiting

    def _viewer(self, session: Session | None, token: str, waiting: int | None) -> Viewer:
        notice = self.frame.text(read_cookie(self.request, NOTICE))
        return Viewer(self.request.path, session.account if session else None, token, waiting, notice)

    def _without_session(self) -> HTTPResponse:
        if self.page.method == "POST":
            return self._problem(HTTPStatus.FORBIDDEN, "logged_out")
        if self._is_htmx:
            headers = {"HX-Redirect": url(LOG_IN)}
            return response.HTTPResponse(status=HTTPStatus.UNAUTHORIZED, headers=headers)
        if comes_from_elsewhere(self.request):
            # The browser kept the cookie back, and gives it once a page of ours asks.
            page = self.frame.render("on_the_way.html", Viewer(self.request.path), {"address": self._address})
            return response.HTTPResponse(page, content_type=CONTENT_TYPE)
        known = self._address if len(self._address) <= LONGEST_NEXT else ""
        after = f"?next={quote(known, safe='')}" if known not in {"", url("/")} else ""
        return response.HTTPResponse(status=HTTPStatus.SEE_OTHER, headers={"Location": url(LOG_IN) + after})

    def _problem(self, status: int, key: str, viewer: Viewer | None = None) -> HTTPResponse:
        viewer = viewer or Viewer(self.request.path)
        return problem_page(self.frame, viewer, status, self.frame.texts.common[key], self._is_htmx)

    async def _run(self, function: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self.threads.database, function)

    @property
    def _is_htmx(self) -> bool:
        return bool(self.request.headers.getone("hx-request", "") == "true")

    @property
    def _address(self) -> str:
        query = self.request.query_string
        return f"{self.request.path}?{query}" if query else str(self.request.path)
