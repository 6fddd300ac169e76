"""What a page of the desk tells about itself."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cryobot.staff.role import Role

if TYPE_CHECKING:
    from cryobot.desk.visit import Visit

ROOT = "/staff"

#: What answers a request. One that streams has responded by itself and gives None.
Handler = Callable[["Visit"], Awaitable[Any]]


@dataclass(frozen=True)
class Page:
    """One route below ROOT.

    Attributes:
        path: with a slash at the start, such as "/queue/<case_id:str>"; "/" is ROOT itself.
        method: "GET" or "POST".
        handle: gets path parameters as `visit.parameters`.
        role: who may use it; None: anybody, without a session.
        name: of the endpoint; made from path and method if it is empty.
        background: asked for by pages themselves, so that it does not count as use of the session.
    """

    path: str
    method: str
    handle: Handler
    role: Role | None = Role.DESK
    name: str = ""
    background: bool = False

    @property
    def full_path(self) -> str:
        """Give the path with ROOT."""
        return ROOT + self.path.rstrip("/")

    @property
    def endpoint(self) -> str:
        """Give the name of the endpoint."""
        plain = "".join(c if c.isalnum() else "_" for c in f"{self.method}{self.path}".lower())
        return self.name or plain


@dataclass(frozen=True)
class Nav:
    """A page in the navigation.

    Attributes:
        key: the text is `t.common.nav_<key>`.
        role: who sees it.
        order: smaller ones come first.
    """

    path: str
    key: str
    role: Role = Role.DESK
    order: int = 100
