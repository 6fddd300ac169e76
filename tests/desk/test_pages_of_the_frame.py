"""Account, audit trail, privacy, and the number of people who wait."""

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cryobot.guidance.answer import Escalation
from cryobot.records.record import Record, RecordKind
from cryobot.staff.role import Role

if TYPE_CHECKING:
    from real_desk.house import DeskServer


def wait_for_a_person(server: "DeskServer", sender: str) -> str:
    """Let a visitor ask for a person, and give the number of the case."""
    server.desk.store.add(
        Record(
            kind=RecordKind.HAND_OVER,
            escalation=Escalation.STAFF,
            sender_id=sender,
            channel="web",
            question="<script>alert(1)</script>",
        )
    )
    return next(case.id for case in server.desk.cases.queue() if case.sender_id == sender)


def test_changing_the_password_logs_out_everywhere_else(staffed: "DeskServer") -> None:
    from real_desk.house import PASSWORD

    mine, other = staffed.browser(), staffed.browser()
    before = mine.session
    answer = mine.post(
        "/account/password", {"current": PASSWORD, "password": "another one of mine", "again": "another one of mine"}
    )

    assert answer.headers["Location"] == "/staff/account"
    assert mine.session != before
    assert "Your password is changed." in mine.get("/account").text
    assert other.get("/account").status_code == 303
    assert staffed.stranger().log_in("maria", PASSWORD).status_code == 403
    assert staffed.stranger().log_in("maria", "another one of mine").status_code == 303


def test_a_password_that_is_not_changed(staffed: "DeskServer") -> None:
    from real_desk.house import PASSWORD

    browser, good = staffed.browser(), {"current": PASSWORD, "password": "another of mine", "again": "another of mine"}
    for fields, status, said in (
        ({"current": "a wrong password"}, 403, "The present password is wrong."),
        ({"again": "another of mine!"}, 400, "The two passwords differ."),
        ({"password": "short", "again": "short"}, 400, "Choose a password of 12 to 200"),
        ({"password": "", "again": ""}, 400, "Choose a password of 12 to 200"),
    ):
        answer = browser.post("/account/password", good | fields)
        assert (answer.status_code, said in answer.text) == (status, True)
    assert staffed.stranger().log_in("maria", PASSWORD).status_code == 303


def test_the_present_password_cannot_be_guessed_in_an_open_browser(staffed: "DeskServer") -> None:
    browser = staffed.browser()
    fields = {"current": "a wrong password", "password": "another of mine", "again": "another of mine"}
    statuses = [browser.post("/account/password", fields).status_code for _ in range(11)]

    assert statuses == [403] * 10 + [429]


def test_where_somebody_is_logged_in(staffed: "DeskServer") -> None:
    browser = staffed.browser()
    assert "at this browser only" in browser.get("/account").text
    other = staffed.browser()
    assert "at 2 browsers" in browser.get("/account").text
    assert browser.post("/account/log-out-everywhere").headers["Location"] == "/staff/log-in"
    assert other.get("/account").status_code == 303


def test_the_audit_trail_page_by_page(staffed: "DeskServer") -> None:
    for number in range(150):
        staffed.desk.audit.add("maria" if number % 2 else "edith", "case-viewed", f"case-{number:03}")
    staffed.account()
    browser = staffed.browser(Role.EDITOR)

    first = browser.get("/audit").text
    older = re.search(r'href="(/staff/audit\?[^"]+)"', first.partition("</table>")[2])
    assert older
    second = browser.client.get(older[1].replace("&amp;", "&")).text
    seen = re.findall(r"case-\d{3}", first) + re.findall(r"case-\d{3}", second)
    assert seen == [f"case-{number:03}" for number in reversed(range(150))]
    assert "Looked at a conversation" in first
    assert "Older entries" not in second
    assert set(re.findall(r"case-\d{3}", browser.get("/audit?account=maria").text)) == {
        f"case-{number:03}" for number in range(1, 150, 2)
    }
    assert browser.get("/audit?before=x&account=nobody").status_code == 200
    assert browser.get(f"/audit?before={'9' * 40}").status_code == 200


def test_what_is_kept_and_for_how_long(staffed: "DeskServer") -> None:
    page = staffed.browser(Role.EDITOR).get("/privacy").text

    assert page.count("30 days") == 4
    assert "Ends after 12 hours without use" in page
    assert "No conversation is kept at present." in page


def test_everything_of_a_person_is_deleted(staffed: "DeskServer") -> None:
    case, other = wait_for_a_person(staffed, "anna"), wait_for_a_person(staffed, "bert")
    browser = staffed.browser(Role.EDITOR)
    page = browser.get(f"/privacy/delete?case={case.upper()}+")
    assert staffed.desk.pseudonyms("anna") in page.text
    assert "anna" not in page.text
    assert [c.id for c in staffed.desk.cases.queue() if c.id == case]
    answer = browser.post("/privacy/delete", {"case": case})

    assert answer.headers["Location"] == "/staff/privacy"
    assert "Everything that was kept of this person is deleted." in browser.get("/privacy").text
    assert [c.id for c in staffed.desk.cases.queue()] == [other]
    assert [r.sender_id for r in staffed.desk.store.list()] == ["bert"]
    entry = staffed.desk.audit.list()[0]
    assert (entry.account, entry.action, entry.subject) == ("edith", "conversation-deleted", case)


def test_a_case_that_is_not_there_is_not_deleted(staffed: "DeskServer") -> None:
    browser = staffed.browser(Role.EDITOR)
    for answer in (
        browser.get("/privacy/delete?case=%22%3E%3Cscript%3E"),
        browser.post("/privacy/delete", {"case": "\0<script>"}),
        browser.post("/privacy/delete"),
    ):
        assert (answer.status_code, "There is no case of this number." in answer.text) == (404, True)
        assert "<script>" not in answer.text
    assert staffed.desk.audit.list() == []


def test_how_many_wait_is_in_the_navigation_and_comes_alone_when_it_changes(staffed: "DeskServer") -> None:
    browser = staffed.browser()
    wait_for_a_person(staffed, "anna")

    assert 'name="shown" value="1"' in browser.get("/account").text
    assert browser.get("/parts/waiting?shown=1", HX_Request="true").status_code == 204
    part = browser.get("/parts/waiting?shown=0", HX_Request="true")
    assert "1 person is waiting" in part.text
    assert "<html" not in part.text


def test_times_are_those_of_the_centre(staffed: "DeskServer") -> None:
    staffed.desk.audit.add("edith", "case-viewed", "")
    entry = staffed.desk.audit.list()[0]
    page = staffed.browser(Role.EDITOR).get("/audit").text

    local = entry.at.astimezone(staffed.desk.zone)
    assert f'<time datetime="{entry.at:%Y-%m-%dT%H:%M:%SZ}">{local.day} {local:%b %Y, %H:%M}</time>' in page
    assert abs((datetime.now(UTC) - entry.at).total_seconds()) < 60


def test_the_navigation_has_what_the_role_may_see(staffed: "DeskServer") -> None:
    page, editors = staffed.browser().get("/account").text, staffed.browser(Role.EDITOR).get("/audit").text

    assert 'href="/staff/audit"' not in page
    assert editors.count('href="/staff/audit" aria-current="page"') == 2
