"""The page of numbers, over HTTP."""

import csv
import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from cryobot.guidance.answer import Escalation
from cryobot.records.exchanges import Exchange
from cryobot.records.record import ShownText

if TYPE_CHECKING:
    from real_desk.house import DeskServer

KEYS = ("conversations", "escalations", "looking", "hand-overs", "abstentions", "feedback", "answers")


def exchange(server: "DeskServer", channel: str = "web") -> None:
    server.desk.exchanges.add(
        Exchange(
            at=datetime.now(UTC), sender_id="one", channel=channel, question="words",
            shown=(ShownText("overall-safety", "v1"),), escalation=Escalation.NONE,
        )
    )  # fmt: skip


def test_without_any_number(staffed: "DeskServer") -> None:
    page = staffed.browser().get("/charts")

    assert page.status_code == 200
    assert page.text.count("Nothing happened in these days.") == len(KEYS)
    assert "<canvas" not in page.text


def test_each_chart_has_a_table_with_a_caption(staffed: "DeskServer") -> None:
    exchange(staffed)
    page = staffed.browser().get("/charts?days=7").text

    assert page.count("<canvas") == 2
    assert len(re.findall(r"<caption id=", page)) == len(KEYS)
    assert 'aria-current="page">7 days' in page
    today = datetime.now(staffed.desk.zone).date().isoformat()
    assert f'<tr><th scope="row">{today}</th><td class="number">1</td><td class="number">1</td></tr>' in page


@pytest.mark.parametrize("query", ["from=2026-11-02&to=2026-11-01", "from=x&to=y", "from=2000-01-01&to=2020-01-01"])
def test_days_that_are_none(staffed: "DeskServer", query: str) -> None:
    answer = staffed.browser().get(f"/charts?{query}")

    assert answer.status_code == 400
    assert "These are not two days" in answer.text
    assert staffed.browser().get(f"/charts/answers/sheet?{query}").status_code == 400


def test_a_channel_is_chosen(staffed: "DeskServer") -> None:
    exchange(staffed, "telegram")
    exchange(staffed, "rest")
    browser = staffed.browser()

    page = browser.get("/charts?channel=telegram").text
    assert "<option selected>telegram</option>" in page
    assert "channel=telegram" in page
    hostile = browser.get("/charts?channel=%3Cscript%3E%00%22").text
    assert "<script>" not in hostile
    assert "&lt;script&gt;" in hostile


def test_sheets(staffed: "DeskServer") -> None:
    exchange(staffed)
    browser = staffed.browser()
    for key in KEYS:
        answer = browser.get(f"/charts/{key}/sheet?days=7")
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert re.fullmatch(rf'attachment; filename="{key}-[\d-]+\.csv"', answer.headers["Content-Disposition"])
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        assert len(rows) == (2 if key == "answers" else 8)
    assert browser.get("/charts/none/sheet").status_code == 404
