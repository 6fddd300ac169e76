"""A desk for tests: real stores in a folder, two accounts, and the server in a thread."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
from rasa.core.agent import Agent
from tiny_bot.actions import LIBRARY
from tiny_bot.live_server import OPTIONS, LiveServer, serving

from cryobot.cases.store import CaseStore
from cryobot.desk.app import Desk, VisitorNames
from cryobot.desk.frame import Frame, load_frame
from cryobot.desk.routing import Page
from cryobot.desk.site import DeskSite
from cryobot.records.exchanges import ExchangeStore
from cryobot.records.store import RecordStore
from cryobot.server.app import Browsers
from cryobot.settings import Settings
from cryobot.staff.account import Account
from cryobot.staff.accounts import AccountStore
from cryobot.staff.audit import AuditStore
from cryobot.staff.role import Role
from real_desk.staff_browser import SESSION, StaffBrowser

PASSWORD = "cold rooms need warm words"
NAMES = {Role.DESK: "maria", Role.EDITOR: "edith"}
ZONE = ZoneInfo("Europe/Madrid")
# What is tried here is the desk, not what becomes of a message when the machine is busy.
DEADLINE_SECONDS = 30


def open_desk(url: str, **settings: object) -> Desk:
    """Open a desk whose records are in the database of this URL."""
    store = RecordStore(url, ZONE)
    return Desk(
        store=store,
        cases=CaseStore(store.database, LIBRARY),
        exchanges=ExchangeStore(store.database, ZONE),
        accounts=AccountStore(store.database),
        audit=AuditStore(store.database),
        library=LIBRARY,
        settings=Settings(records_url=url, time_zone=ZONE.key, **settings),
        pseudonyms=VisitorNames("a key of the tests, long enough", "Visitor {code}"),
        zone=ZONE,
    )


@dataclass(frozen=True)
class DeskServer:
    """A server with a desk, and the desk that it works with."""

    live: LiveServer
    desk: Desk
    site: DeskSite
    _clients: list[httpx.Client] = field(default_factory=list)

    @property
    def origin(self) -> str:
        return str(self.live.client.base_url).rstrip("/")

    def stranger(self) -> StaffBrowser:
        """Give a browser where nobody is logged in."""
        self._clients.append(httpx.Client(base_url=self.origin, timeout=10))
        return StaffBrowser(self._clients[-1])

    def account(self, role: Role = Role.DESK) -> Account:
        """Give the account of a role, made when it is first needed."""
        found = self.desk.accounts.find(NAMES[role])
        return found or self.desk.accounts.add(NAMES[role], NAMES[role].title(), role, PASSWORD)

    def browser(self, role: Role = Role.DESK) -> StaffBrowser:
        """Give a browser where somebody of this role is logged in."""
        browser, token = self.stranger(), self.desk.sessions.start(self.account(role))
        browser.client.cookies.set(SESSION, token, "127.0.0.1", "/staff")
        return browser

    def close(self) -> None:
        for client in self._clients:
            client.close()


@contextmanager
def desk_server(
    agent: Agent, folder: Path, pages: Sequence[Page] = (), proxies: int = 0, **settings: object
) -> Iterator[DeskServer]:
    """Serve a bot with a desk whose records are in a folder.

    Args:
        pages: beside those of the desk.
        proxies: how many the server believes to be in front of it.
        settings: of the desk, such as session_hours=1.
    """
    desk = open_desk(f"sqlite:///{folder / 'records.db'}", **settings)

    def load() -> Frame:
        frame = load_frame(desk.settings)
        return replace(frame, gathered=replace(frame.gathered, pages=(*frame.gathered.pages, *pages)))

    site = DeskSite(lambda: desk, load)
    with serving(
        agent, replace(OPTIONS, deadline_seconds=DEADLINE_SECONDS), browsers=Browsers(proxies=proxies), desk=site
    ) as live:
        server = DeskServer(live, desk, site)
        try:
            yield server
        finally:
            server.close()
    desk.store.close()
