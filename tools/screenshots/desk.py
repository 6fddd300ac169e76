"""Pictures of the staff desk: visitors ask the real assistant, and a member of staff looks at it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Literal
from uuid import uuid4

import httpx
from playwright.sync_api import Browser, ViewportSize

from benchmarks.server import Server
from cryobot.cases.store import CaseStore
from cryobot.desk.cookies import SESSION
from cryobot.guidance.installed import installed_library
from cryobot.records.store import RecordStore
from cryobot.staff.accounts import AccountStore
from cryobot.staff.role import Role
from cryobot.staff.sessions import SessionStore

NAME, DISPLAY_NAME, PASSWORD = "maria", "Maria", "only for these pictures"

# What visitors write, each in a conversation of their own; the last one is taken over.
VISITORS = (
    ("Is cryotherapy safe?", "ok thanks"),
    ("how much is a session", "is there parking", "can i talk to someone pls"),
    ("my son cant breathe after the session",),
    ("ive got a blsiter on my calf since last nights session", "can i talk to a person"),
)
STAFF_SAY = "Hello, this is Maria from the centre. Please come by today, we will help you find a dermatologist."


@dataclass(frozen=True)
class View:
    """One picture: its name, the page, and how it is looked at; {case} stands for the case that is taken."""

    name: str
    path: str
    screen: tuple[int, int] = (1280, 800)
    scheme: Literal["light", "dark"] = "light"


VIEWS = (
    View("desk-look-up", "?words=blister+home+kit"),
    View("desk-queue", "/queue"),
    View("desk-case", "/queue/{case}"),
    View("desk-phone", "/queue", screen=(390, 844), scheme="dark"),
)


@contextmanager
def played(server: Server) -> Iterator[tuple[str, str]]:
    """Have the visitors write and staff answer; gives the token of a session and the id of the taken case."""
    for messages in VISITORS:
        conversation = str(uuid4())
        for message in messages:
            content = {"conversation": conversation, "message": message}
            httpx.post(f"{server.address}/webhooks/web/messages", json=content, timeout=30).raise_for_status()
    with closing(RecordStore(server.records_url)) as store:
        account = AccountStore(store.database).add(NAME, DISPLAY_NAME, Role.EDITOR, PASSWORD)
        cases = CaseStore(store.database, installed_library())
        case = next(case for case in cases.queue() if case.sender_id == conversation)
        cases.take(case.id, NAME)
        cases.say(case.id, NAME, DISPLAY_NAME, STAFF_SAY)
        yield SessionStore(store.database, timedelta(hours=1)).start(account), case.id


def take_view(browser: Browser, server: Server, view: View, session: str, case_id: str, file: Path) -> None:
    """Open a page of the desk and write its picture."""
    width, height = view.screen
    context = browser.new_context(
        viewport=ViewportSize(width=width, height=height), color_scheme=view.scheme, reduced_motion="reduce"
    )
    context.add_cookies([{"name": SESSION, "value": session, "url": f"{server.address}/staff", "httpOnly": True}])
    page = context.new_page()
    page.goto(f"{server.address}/staff{view.path.format(case=case_id)}", wait_until="load")
    page.screenshot(path=file, animations="disabled", caret="hide")
    context.close()
