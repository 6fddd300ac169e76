"""`python -m benchmarks.case_volume`: how long each use of the cases takes with 200,000 recorded conversations.

Fills an SQLite database (or that of --url), times the stores of cases, exchanges and records, and prints the medians.
"""

import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.desk_volume import DAYS, fill, open_desk
from cryobot.cases.patience import Patience
from cryobot.desk.app import Desk
from cryobot.guidance.answer import Escalation
from cryobot.records.exchanges import Exchange
from cryobot.records.record import Record, RecordKind, ShownText

EACH = 15
PAUSE_SECONDS = 0.02
MINUTE = timedelta(minutes=1)
PATIENCE = Patience(late=10 * MINUTE, reminder=5 * MINUTE, idle=15 * MINUTE, gone=60 * MINUTE)
WITH_PERSON, KNOWN = "with a person", "sender-5"

_numbers = count(1)


def milliseconds(work: Callable[[], Any], times: int = EACH) -> list[float]:
    """Give how long each of several took."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def ask_for_person(desk: Desk, sender: str) -> str:
    """Have a sender ask for a person, and give the case."""
    desk.store.add(
        Record(kind=RecordKind.HAND_OVER, escalation=Escalation.STAFF, sender_id=sender, channel="web", question="help")
    )
    case_id = desk.cases.standing(sender).case_id
    if case_id is None:
        raise SystemExit("The record opened no case.")
    return case_id


def exchange(sender: str) -> Exchange:
    """Make an exchange of now."""
    shown = (ShownText("uses", "0123456789abcdef"),)
    now, none = datetime.now(UTC), Escalation.NONE
    return Exchange(at=now, sender_id=sender, channel="web", question="what for", shown=shown, escalation=none)


def reads(desk: Desk) -> dict[str, Callable[[], Any]]:
    """Give what is read all the time, by the desk and by the channels."""
    cases, exchanges = desk.cases, desk.exchanges
    case_id = ask_for_person(desk, WITH_PERSON)
    cases.take(case_id, "maria")
    for _ in range(100):
        cases.say(case_id, "maria", "Maria", "words of a person")
    long_ago = datetime.now(UTC) - timedelta(days=DAYS // 2)
    return {
        "queue": cases.queue,
        "numbers": cases.numbers,
        "closed": cases.closed,
        "closed, half a year back": lambda: cases.closed(before=long_ago),
        "get": lambda: cases.get(case_id),
        "trail": lambda: cases.trail(case_id),
        "messages": lambda: cases.messages(case_id),
        "version": cases.version,
        "holder": lambda: cases.holder(WITH_PERSON),
        "holder, nobody": lambda: cases.holder(KNOWN),
        "people_before": lambda: cases.people_before("nobody"),
        "standing": lambda: cases.standing(WITH_PERSON),
        "messages_after": lambda: cases.messages_after(WITH_PERSON, 0),
        "to_pass_on": lambda: cases.to_pass_on("telegram"),
        "mind, nothing due": lambda: cases.mind(datetime.now(UTC), PATIENCE),
        "exchanges of a sender": lambda: exchanges.of_sender(KNOWN),
        "exchanges, version": exchanges.version,
    }


def writes(desk: Desk) -> dict[str, Callable[[], Any]]:
    """Give what is written while a visitor or a member of staff waits."""
    cases = desk.cases

    def new() -> str:
        return ask_for_person(desk, f"new {next(_numbers)}")

    def whole_case() -> None:
        case_id = new()
        cases.see(case_id, "maria")
        cases.take(case_id, "maria")
        cases.say(case_id, "maria", "Maria", "words of a person")
        cases.note(case_id, "maria", "a note")
        cases.hand_back(case_id, "maria")
        cases.close(case_id, "maria")

    return {
        "an escalation with its case": new,
        "all that staff do with a case, 7 writes": whole_case,
        "leave_contact": lambda: cases.leave_contact(WITH_PERSON, "0171 555"),
        "an exchange": lambda: desk.exchanges.add(exchange(f"new {next(_numbers)}")),
        "forget": lambda: desk.store.forget(f"sender-{next(_numbers)}"),
    }


def while_purging(desk: Desk, before: datetime) -> list[float]:
    """Give how long escalations take, one after the other, while all before a time is purged."""
    purging = threading.Thread(target=desk.store.purge, args=(before,))
    purging.start()
    taken = []
    while purging.is_alive():
        taken += milliseconds(lambda: ask_for_person(desk, f"new {next(_numbers)}"), times=1)
        time.sleep(PAUSE_SECONDS)
    return taken


def main(url: Annotated[str, typer.Option(help="Of an empty database.")] = "") -> None:
    """Fill, use, print."""
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(url or f"sqlite:///{Path(folder) / 'records.db'}")
        now = datetime.now(UTC)
        fill(desk.store, now)
        table = Table("what", "median", "slowest", title="With 200,000 conversations")
        # All that is due at the first look, which is never so much again.
        while desk.cases.mind(now, PATIENCE):
            pass
        for name, work in (reads(desk) | writes(desk)).items():
            took = milliseconds(work)
            table.add_row(name, f"{median(took):.1f} ms", f"{max(took):.1f} ms")
        for name, days in (("an escalation while a day is purged", DAYS - 1), ("while 11 months are purged", 30)):
            took = while_purging(desk, now - timedelta(days=days))
            table.add_row(f"{name} in {sum(took) / 1000:.1f} s", f"{median(took):.1f} ms", f"{max(took):.1f} ms")
        Console().print(table)


if __name__ == "__main__":
    typer.run(main)
