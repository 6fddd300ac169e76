"""The page of feedback, over HTTP."""

from datetime import UTC, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING

from cryobot.guidance.answer import Escalation
from cryobot.records.record import Record, RecordKind, ShownText

if TYPE_CHECKING:
    from real_desk.house import DeskServer

HOSTILE = "<script>alert(1)</script>\u202e \0 \ud800 &amp; " + "x" * 3900


def say(server: "DeskServer", question: str, kind: RecordKind, answer: str, minute: int = 0) -> None:
    server.desk.store.add(
        Record(
            at=datetime.now(UTC) - timedelta(hours=9) + timedelta(minutes=minute), kind=kind,
            escalation=Escalation.NONE, sender_id="+34 612 345 678", channel="web", question=question,
            shown=(ShownText(answer, "v1"),),
        )
    )  # fmt: skip


def test_nothing_was_said(staffed: "DeskServer") -> None:
    assert "Nobody has said so." in staffed.browser().get("/feedback").text


def test_newest_first_and_no_sender_id(staffed: "DeskServer") -> None:
    say(staffed, "older words", RecordKind.NOT_HELPFUL, "overall-safety", 1)
    say(staffed, "newer words", RecordKind.FEEDBACK, "answer-of-old", 2)
    say(staffed, "happy words", RecordKind.HELPFUL, "overall-safety", 3)
    page = staffed.browser().get("/feedback").text

    assert 0 < page.index("newer words") < page.index("older words")
    assert "happy words" not in page
    assert "612" not in page
    assert staffed.desk.pseudonyms("+34 612 345 678") in page
    assert "answer-of-old (no answer any more)" in page


def test_filters(staffed: "DeskServer") -> None:
    say(staffed, "first words", RecordKind.NOT_HELPFUL, "overall-safety")
    say(staffed, "second words", RecordKind.FEEDBACK, "skin-marks")
    browser = staffed.browser()

    assert "second words" not in browser.get("/feedback?answer=overall-safety").text
    assert "first words" not in browser.get("/feedback?kind=feedback").text
    for other in ("answer=none", "kind=escalation", "after=x", "after=2026-99-99T00:00:00%2B00:00%20" + "0" * 32):
        page = browser.get(f"/feedback?{other}").text
        assert "first words" in page
        assert "second words" in page


def test_page_by_page(staffed: "DeskServer") -> None:
    for number in range(65):
        say(staffed, f"words no {number:03}", RecordKind.NOT_HELPFUL, "overall-safety", number)
    browser, path, seen = staffed.browser(), "/feedback?answer=overall-safety", []
    while path:
        page = browser.get(path).text
        seen += [number for number in range(65) if f"words no {number:03}" in page]
        address = page.partition("Older feedback")[0].rpartition('href="/staff')[2].partition('"')[0]
        path = unescape(address) if "Older feedback" in page else ""
    assert sorted(seen) == list(range(65))


def test_words_of_visitors_do_no_harm(staffed: "DeskServer") -> None:
    say(staffed, HOSTILE, RecordKind.NOT_HELPFUL, "overall-safety")
    answer = staffed.browser().get("/feedback")

    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
