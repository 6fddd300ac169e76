"""The queue and its events, over HTTP."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from queue import Queue
from typing import TYPE_CHECKING

import httpx
import pytest

from cryobot.cases.case import Case
from cryobot.guidance.answer import Escalation
from cryobot.records.exchanges import Exchange
from cryobot.records.record import Record, RecordKind
from cryobot.staff.role import Role

if TYPE_CHECKING:
    from real_desk.house import DeskServer
    from real_desk.staff_browser import StaffBrowser

PERSON = "+34 612 345 678"


def escalate(
    server: "DeskServer",
    sender: str = PERSON,
    to: Escalation = Escalation.DERMATOLOGIST,
    kind: RecordKind = RecordKind.ESCALATION,
    channel: str = "web",
    minutes_ago: int = 0,
) -> Case:
    at = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    server.desk.store.add(
        Record(at=at, kind=kind, escalation=to, sender_id=sender, channel=channel, question="private words")
    )
    return next(case for case in server.desk.cases.queue() if case.sender_id == sender)


def test_nobody_waits(staffed: "DeskServer") -> None:
    assert "Nobody is waiting." in staffed.browser().get("/queue").text
    assert "No case is closed yet." in staffed.browser().get("/queue/closed").text


def test_the_most_urgent_comes_first_under_a_pseudonym(staffed: "DeskServer") -> None:
    person = escalate(staffed, "anna", Escalation.STAFF, RecordKind.HAND_OVER)
    mark = escalate(staffed)
    danger = escalate(staffed, "berta", Escalation.EMERGENCY)

    page = staffed.browser().get("/queue").text

    places = [page.index(f"/staff/queue/{case.id}") for case in (danger, mark, person)]
    assert places == sorted(places)
    assert "612" not in page
    assert "private words" not in page
    assert staffed.desk.pseudonyms(PERSON) in page
    for words in ("Danger", "Mark on the skin", "Wants a person", "Nobody has looked yet"):
        assert words in page


def test_who_has_looked_and_who_has_taken_it(staffed: "DeskServer") -> None:
    seen, taken = escalate(staffed, "seen"), escalate(staffed, "taken")
    staffed.desk.cases.see(seen.id, "edith")
    staffed.desk.cases.take(taken.id, "maria")

    page = staffed.browser().get("/queue").text

    assert "Seen by edith" in page
    assert "maria is writing" in page


def test_closed_cases_are_on_pages_of_their_own(staffed: "DeskServer") -> None:
    for number in range(51):
        case = escalate(staffed, f"visitor {number}", minutes_ago=5)
        staffed.desk.cases.close(case.id, "maria")
    browser = staffed.browser()

    newest = browser.get("/queue/closed").text
    older = newest.partition('href="/staff/queue/closed?')[2].partition('"')[0]
    oldest = browser.get(f"/queue/closed?{older}").text

    assert newest.count("by maria") == 50
    assert oldest.count("by maria") == 1
    assert browser.get("/queue/closed?before=yesterday").status_code == 200


@contextmanager
def events_of(browser: "StaffBrowser") -> "Iterator[Queue[str]]":
    """Give the lines of the stream as they come; an empty text when it has ended."""
    lines: Queue[str] = Queue()

    def read(response: httpx.Response) -> None:
        try:
            for line in response.iter_lines():
                if line:
                    lines.put(line)
        except httpx.HTTPError:
            pass
        lines.put("")

    with browser.client.stream("GET", "/staff/events", timeout=30) as response:
        assert response.status_code == 200
        assert response.headers["Content-Type"].startswith("text/event-stream")
        thread = threading.Thread(target=read, args=(response,), daemon=True)
        thread.start()
        yield lines


def next_event(lines: "Queue[str]", name: str) -> None:
    while (line := lines.get(timeout=20)) != f"event: {name}":
        assert line, "the stream has ended"


def test_a_case_is_told_at_once(staffed: "DeskServer") -> None:
    with events_of(staffed.browser()) as lines:
        next_event(lines, "queue")
        escalate(staffed)
        next_event(lines, "queue")


def test_what_a_visitor_writes_is_told_at_once(staffed: "DeskServer") -> None:
    with events_of(staffed.browser()) as lines:
        next_event(lines, "talk")
        staffed.desk.exchanges.add(
            Exchange(
                at=datetime.now(UTC),
                sender_id=PERSON,
                channel="web",
                question="hello",
                shown=(),
                escalation=Escalation.NONE,
            )
        )
        next_event(lines, "talk")


def test_a_stream_ends_with_the_session(staffed: "DeskServer", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cryobot.desk.pages.events.LOGGED_IN_SECONDS", 0.0)
    monkeypatch.setattr("cryobot.desk.pages.events.HEARTBEAT_SECONDS", 0.2)
    browser = staffed.browser()
    with events_of(browser) as lines:
        next_event(lines, "queue")
        staffed.desk.sessions.end(browser.session)
        while lines.get(timeout=20):
            pass


def test_there_are_only_so_many_streams(staffed: "DeskServer", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cryobot.desk.pages.events.MOST_STREAMS", 1)
    browser, other = staffed.browser(), staffed.browser(Role.EDITOR)
    with events_of(browser) as lines:
        next_event(lines, "queue")
        refused = other.get("/events")
        assert refused.status_code == 503
        assert int(refused.headers["Retry-After"]) > 0


def test_nobody_listens_without_a_session(staffed: "DeskServer") -> None:
    assert staffed.stranger().get("/events").status_code == 303
