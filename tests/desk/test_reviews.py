"""The page of reviews, over HTTP."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from cryobot.guidance.answer import Basis

if TYPE_CHECKING:
    from real_desk.house import DeskServer


def set_due(server: "DeskServer", monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    library = server.desk.library
    changed = {key: one.model_copy(update={"review_due": day}) for key, one in library.answers.items()}
    monkeypatch.setitem(library.__dict__, "answers", changed)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-2, "Overdue for 2 days"),
        (-1, "Overdue since yesterday"),
        (0, "Due today"),
        (1, "Due tomorrow"),
        (60, "Due in 60 days"),
    ],
)
def test_what_is_due(staffed: "DeskServer", monkeypatch: pytest.MonkeyPatch, days: int, said: str) -> None:
    today = datetime.now(staffed.desk.zone).date()
    set_due(staffed, monkeypatch, today + timedelta(days=days))

    assert staffed.browser().get("/reviews").text.count(said) == len(staffed.desk.library.answers)


def test_nothing_is_due(staffed: "DeskServer", monkeypatch: pytest.MonkeyPatch) -> None:
    set_due(staffed, monkeypatch, datetime.now(staffed.desk.zone).date() + timedelta(days=61))
    page = staffed.browser().get("/reviews").text

    assert "Nothing is due within 60 days." in page
    for answer in staffed.desk.library.ids(Basis.SAFETY_POLICY):
        assert f'<td class="code">{answer}</td>' in page
