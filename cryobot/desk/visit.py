"""One request for a page, as the page sees it."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from cryobot.desk.app import Desk
from cryobot.desk.cookies import NOTICE, NOTICE_SECONDS, SESSION, drop_cookie, read_cookie, set_cookie
from cryobot.desk.frame import Frame, Viewer
from cryobot.desk.templates import url
from cryobot.staff.account import Account

Result = TypeVar("Result")

CONTENT_TYPE = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Threads:
    """Where work is done that waits: `database`, and `passwords`, which take long and must not hold up the others."""

    database: Executor
    passwords: Executor


@dataclass(frozen=True)
class Visit:
    """One request of somebody whose role is enough for the page.

    Attributes:
        account: who asks; None on pages that need no session.
        parameters: of the path.
        fields: of a form, each with all its values; the CSRF token was checked.
        viewer: whom the page is rendered for.
    """

    request: Request
    desk: Desk
    frame: Frame
    threads: Threads
    viewer: Viewer
    parameters: dict[str, str]
    fields: Mapping[str, list[str]]

    @property
    def account(self) -> Account | None:
        """Give who asks."""
        return self.viewer.account

    @property
    def t(self) -> Any:
        """Give the texts of all pages."""
        return self.frame.texts

    @property
    def form(self) -> dict[str, str]:
        """Give the fields of the form; of several of one name the last."""
        return {name: values[-1] for name, values in self.fields.items()}

    @property
    def query(self) -> dict[str, str]:
        """Give the parameters of the address; of several of one name the last."""
        return {name: str(values[-1]) for name, values in self.request.get_args(keep_blank_values=True).items()}

    @property
    def is_htmx(self) -> bool:
        """Tell whether a script of the page asks for a part of it."""
        return bool(self.request.headers.getone("hx-request", "") == "true")

    async def run(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Do what waits for the database, in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self.threads.database, lambda: function(*arguments))

    async def run_with_password(self, function: Callable[..., Result], *arguments: Any) -> Result:
        """Do what hashes a password, one after the other in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self.threads.passwords, lambda: function(*arguments))

    def render(self, template: str, status: int = HTTPStatus.OK, **values: Any) -> HTTPResponse:
        """Give a page, or a part of one (parts/...).

        In the template, beside `values`: account, nav, now (UTC), path, waiting, notice, csrf_token, csrf_field().
        """
        # Half a surrogate pair, which a visitor can send, cannot be written as UTF-8.
        page = self.frame.render(template, self.viewer, values).encode("utf-8", "replace")
        answer = response.HTTPResponse(page, status=status, content_type=CONTENT_TYPE)
        if self.viewer.notice and not self.is_htmx:
            drop_cookie(self.request, answer, NOTICE)
        return answer

    def redirect(self, path: str, notice: str = "") -> HTTPResponse:
        """Lead to another page of the desk, by GET.

        Args:
            path: below /staff.
            notice: name of a text, such as "queue.closed", to be said on that page, once.
        """
        answer = response.HTTPResponse(status=HTTPStatus.SEE_OTHER, headers={"Location": url(path)})
        if notice:
            set_cookie(self.request, answer, NOTICE, notice, NOTICE_SECONDS)
        return answer

    def problem(self, status: int, key: str) -> HTTPResponse:
        """Say that something cannot be done, in the words of `t.common[key]`."""
        return problem_page(self.frame, self.viewer, status, self.frame.texts.common[key], self.is_htmx)

    async def audit(self, action: str, subject: str = "") -> None:
        """Write into the audit trail what the account did, to the thing of this id. Never words of visitors."""
        await self.run(self.desk.audit.add, self.account.name if self.account else "", action, subject)

    async def is_logged_in(self) -> bool:
        """Tell whether the session still lasts, for what goes on for long."""
        token = read_cookie(self.request, SESSION)
        return await self.run(self.desk.sessions.find, token, False) is not None


def problem_page(frame: Frame, viewer: Viewer, status: int, text: str, is_htmx: bool = False) -> HTTPResponse:
    """Give the page that says what is wrong; for a script the words alone."""
    if is_htmx:
        return response.HTTPResponse(text, status=status, content_type=PLAIN)
    title = frame.text(f"common.title_{status}") or frame.texts.common.title_other
    page = frame.render("problem.html", viewer, {"status": status, "title": title, "text": text})
    return response.HTTPResponse(page, status=status, content_type=CONTENT_TYPE)
