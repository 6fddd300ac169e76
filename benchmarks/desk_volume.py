"""`python -m benchmarks.desk_volume`: how long the desk's pages take with 200,000 recorded conversations.

Fills an SQLite database (or that of --url), asks the stores and then the pages over HTTP, and prints the slowest of
several.
"""

import asyncio
import random
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import ZoneInfo

import httpx
import numpy as np
import typer
from rich.console import Console
from rich.table import Table
from sanic import Sanic
from sqlalchemy import insert

from cryobot.cases.store import CaseStore
from cryobot.desk.app import Desk, VisitorNames
from cryobot.desk.cookies import SESSION
from cryobot.desk.routing import ROOT
from cryobot.desk.site import DeskSite
from cryobot.gaps.store import GapStore
from cryobot.guidance.installed import installed_library
from cryobot.records.counting import Measure
from cryobot.records.exchanges import ExchangeStore
from cryobot.records.store import RecordStore
from cryobot.records.tables import CASE_EVENTS, CASES, COUNTS, EXCHANGES, GAP_MEMBERS, GAPS, RECORDS
from cryobot.server.port import take_port
from cryobot.settings import Settings
from cryobot.staff.accounts import AccountStore
from cryobot.staff.audit import AuditStore
from cryobot.staff.role import Role
from cryobot.statistics.charts import Naming, read_overview
from cryobot.statistics.feedback import read_feedback
from cryobot.statistics.span import Span

CONVERSATIONS, EXCHANGES_EACH, RECORDED, CASES_OPENED, GROUPS, UNANSWERED = 200_000, 4, 100_000, 60_000, 2_000, 40_000
DAYS = 365
CHUNK = 20_000
EACH = 5
AIM = 300
ZONE = ZoneInfo("Europe/Madrid")
CHANNELS = ("web", "rest", "telegram", "whatsapp")
PAGES = (
    "/", "/?words=scar", "/queue", "/queue/closed", "/parts/queue", "/guidance",
    "/gaps", "/gaps/decided", "/gaps/proposal", "/feedback",
    "/feedback?answer=uses", "/charts", "/charts?days=90", "/charts?from={year}&to={today}", "/charts/answers/sheet",
    "/reviews", "/audit", "/privacy",
)  # fmt: skip


def fill(store: RecordStore, now: datetime) -> None:
    """Write made-up rows in one transaction."""
    chance = random.Random(0)
    answers = sorted(installed_library().answers)
    start = now.replace(tzinfo=None) - timedelta(days=DAYS)

    def moment(index: int, of: int) -> datetime:
        return start + timedelta(days=DAYS) * (index / of)

    def shown() -> list[dict[str, str]]:
        return [{"guidance_id": chance.choice(answers), "version": "0123456789abcdef"}]

    with store.database.transaction() as connection:

        def write(table: Any, count: int, row: Callable[[int], dict[str, Any]]) -> None:
            for first in range(0, count, CHUNK):
                connection.execute(insert(table), [row(index) for index in range(first, min(count, first + CHUNK))])

        total = CONVERSATIONS * EXCHANGES_EACH
        write(EXCHANGES, total, lambda i: {
            "at": moment(i, total), "sender_id": f"sender-{i // EXCHANGES_EACH}", "channel": CHANNELS[i % 4],
            "question": f"question number {i}, as somebody might write it", "shown": shown(), "escalation": "none",
            "held": False,
        })  # fmt: skip
        kinds = ["unanswered"] * 4 + ["not-helpful"] * 2 + ["feedback", "escalation", "escalation", "hand-over"]
        write(RECORDS, RECORDED, lambda i: {
            "id": _id(i), "at": moment(i, RECORDED), "kind": kinds[i % 10], "escalation": "none",
            "sender_id": f"sender-{i * 2}", "channel": CHANNELS[i % 4], "question": f"what about number {i % 9000}",
            "shown": shown(),
        })  # fmt: skip
        write(CASES, CASES_OPENED, lambda i: _case(i, moment(i, CASES_OPENED), chance))
        write(CASE_EVENTS, CASES_OPENED, lambda i: {
            "case_id": _id(i), "at": moment(i, CASES_OPENED), "actor": "", "kind": "opened", "text": "",
        })  # fmt: skip
        days = [(now.astimezone(ZONE).date() - timedelta(days=day)).isoformat() for day in range(DAYS)]
        topics = [(Measure.CONVERSATION, ""), (Measure.MESSAGE, ""), (Measure.HAND_OVER, "")]
        topics += [(Measure.ANSWER, answer) for answer in answers]
        topics += [(Measure.ESCALATION, topic) for topic in ("emergency", "dermatologist", "doctor", "staff")]
        topics += [(Measure.ABSTENTION, topic) for topic in ("ask-a-doctor", "not-covered", "out-of-scope", "unclear")]
        topics += [(Measure.FEEDBACK, topic) for topic in ("helpful", "not-helpful", "complaint")]
        counted = [(day, channel, *topic) for day in days for channel in CHANNELS for topic in topics]
        write(COUNTS, len(counted), lambda i: {
            "day": counted[i][0], "channel": counted[i][1], "measure": counted[i][2].value, "topic": counted[i][3],
            "number": chance.randrange(1, 60),
        })  # fmt: skip
        _fill_groups(write)


def _fill_groups(write: Callable[[Any, int, Callable[[int], dict[str, Any]]], None]) -> None:
    vectors = np.random.default_rng(0).normal(size=(GROUPS, 384)).astype(np.float32)
    now = datetime.now(UTC).replace(tzinfo=None)
    # A few groups are large, as in life.
    owner = [int(GROUPS * (i / UNANSWERED) ** 3) for i in range(UNANSWERED)]
    sizes = np.bincount(owner, minlength=GROUPS)
    write(GAPS, GROUPS, lambda i: {
        "id": i + 1, "centroid": (vectors[i] * sizes[i]).tobytes(), "size": max(1, int(sizes[i])),
        "first_at": now - timedelta(days=i % DAYS), "last_at": now,
        "decision": "out-of-scope" if i % 4 == 0 else None, "answer": "",
        "decided_by": "edith" if i % 4 == 0 else None, "decided_at": now if i % 4 == 0 else None,
    })  # fmt: skip
    unanswered = [i for i in range(RECORDED) if i % 10 < 4]
    write(GAP_MEMBERS, UNANSWERED, lambda i: {
        "record_id": _id(unanswered[i]), "gap_id": owner[i] + 1, "vector": vectors[owner[i]].tobytes(),
    })  # fmt: skip


def _case(index: int, at: datetime, chance: random.Random) -> dict[str, Any]:
    state = "closed" if index < CASES_OPENED - 300 else "waiting"
    seen = at + timedelta(minutes=chance.expovariate(0.1))
    return {
        "id": _id(index), "sender_id": f"sender-{index * 3}", "channel": CHANNELS[index % 4], "state": state,
        "urgency": index % 3, "wants_person": index % 3 == 2, "opened_at": at, "changed_at": at, "waiting_since": at,
        "visitor_at": at, "seen_at": seen if state == "closed" else None,
        "closed_at": seen if state == "closed" else None,
    }  # fmt: skip


def _id(index: int) -> str:
    # Spread like real ones, so that no index is filled in order.
    return UUID(int=index * 0x9E3779B97F4A7C15F39CC0605CEDC835 % 2**128).hex


def open_desk(url: str) -> Desk:
    """Open a desk whose records are in a database."""
    store, library = RecordStore(url, ZONE), installed_library()
    return Desk(
        store=store,
        cases=CaseStore(store.database, library),
        exchanges=ExchangeStore(store.database, ZONE),
        accounts=AccountStore(store.database),
        audit=AuditStore(store.database),
        library=library,
        settings=Settings(records_url=url, time_zone=ZONE.key),
        pseudonyms=VisitorNames("a key for measuring, long enough", "Visitor {code}"),
        zone=ZONE,
    )


def slowest(work: Callable[[], Any]) -> float:
    """Give how long the slowest of several took, in milliseconds, after one that does not count."""
    work()
    taken = []
    for _ in range(EACH):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return max(taken)


def ask_stores(desk: Desk, today: datetime) -> dict[str, float]:
    """Time what the pages ask the stores."""
    database, gaps = desk.store.database, GapStore(desk.store.database)
    naming = Naming(str, desk.library)

    def overview(days: int, channel: str = "") -> Callable[[], Any]:
        return lambda: read_overview(database, Span.until(today.date(), days), ZONE, naming, channel)

    return {
        "charts, 30 days": slowest(overview(30)),
        "charts, 365 days": slowest(overview(365)),
        "charts, 365 days of one channel": slowest(overview(365, "web")),
        "feedback": slowest(lambda: read_feedback(database, 31)),
        "feedback on one answer": slowest(lambda: read_feedback(database, 31, answer="uses")),
        "groups with examples": slowest(lambda: gaps.typical(gaps.waiting(20), 5, 40)),
        "groups for a proposal": slowest(lambda: gaps.typical(gaps.decided(1000), 30, 30)),
    }


def ask_pages(desk: Desk, today: datetime) -> dict[str, float]:
    """Time the pages over HTTP, as an editor who is logged in."""
    site, app, listening = DeskSite(lambda: desk), Sanic("desk_volume"), threading.Event()
    app.blueprint(site.blueprint())
    loops: list[asyncio.AbstractEventLoop] = []

    async def note(_: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        loops.append(loop)
        listening.set()

    app.after_server_start(note)
    taken = take_port("127.0.0.1", 0)
    options = {"sock": taken, "register_sys_signals": False, "access_log": False, "motd": False}
    thread = threading.Thread(target=app.run, kwargs=options)
    thread.start()
    listening.wait()
    account = desk.accounts.add("edith", "Edith", Role.EDITOR, "a password for measuring")
    cookies = {SESSION: desk.sessions.start(account)}
    dates = {"today": today.date(), "year": today.date() - timedelta(days=DAYS - 1)}
    try:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with httpx.Client(base_url=address, cookies=cookies, timeout=30) as client:

            def get(path: str) -> None:
                answer = client.get(ROOT + path.format(**dates).removesuffix("/"))
                if answer.status_code not in {HTTPStatus.OK, HTTPStatus.NOT_FOUND}:
                    raise SystemExit(f"{path}: {answer.status_code}")

            return {f"{ROOT}{path}": slowest(lambda path=path: get(path)) for path in PAGES}
    finally:
        loops[0].call_soon_threadsafe(app.stop)
        thread.join()
        taken.close()


def main(url: Annotated[str, typer.Option(help="Of an empty database.")] = "") -> None:
    """Fill, ask, print."""
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(url or f"sqlite:///{Path(folder) / 'records.db'}")
        now = datetime.now(UTC)
        started = time.perf_counter()
        fill(desk.store, now)
        seconds = time.perf_counter() - started
        table = Table("what", "slowest of 5", "aim", title=f"200,000 conversations, written in {seconds:.0f} s")
        today = now.astimezone(ZONE)
        for name, took in (ask_stores(desk, today) | ask_pages(desk, today)).items():
            table.add_row(name, f"{took:.0f} ms", f"{AIM} ms")
        Console().print(table)


if __name__ == "__main__":
    typer.run(main)
