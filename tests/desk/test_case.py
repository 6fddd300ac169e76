"""One case, over HTTP: what staff see and do, and what they are told when it cannot be done."""

from datetime import UTC, datetime
from html import unescape
from typing import TYPE_CHECKING

import pytest

from cryobot.cases.case import Case, CaseState
from cryobot.guidance.answer import Escalation
from cryobot.records.exchanges import Exchange
from cryobot.records.record import ShownText
from cryobot.staff.role import Role

from .test_queue import PERSON, escalate

if TYPE_CHECKING:
    from real_desk.house import DeskServer

HOSTILE = "<script>alert(1)</script>\u202e \0 \ud800 &amp; " + "x" * 3900


def write(server: "DeskServer", question: str, *shown: ShownText, held: bool = False) -> None:
    server.desk.exchanges.add(
        Exchange(
            at=datetime.now(UTC),
            sender_id=PERSON,
            channel="web",
            question=question,
            shown=shown,
            escalation=Escalation.NONE,
            held=held,
        )
    )


def actions(server: "DeskServer", case: Case) -> list[str]:
    """Give what the audit trail has on a case, the oldest first."""
    return [entry.action for entry in reversed(server.desk.audit.list(50)) if entry.subject == case.id]


def test_the_conversation_is_there_with_the_wording_that_was_shown(staffed: "DeskServer") -> None:
    text = staffed.desk.library.text("skin-marks")
    write(staffed, "i have a blister", ShownText("skin-marks", text.version))
    write(staffed, "and now?", ShownText("skin-marks", "0123456789abcdef"), ShownText("gone-answer", "ffff"))
    case = escalate(staffed)

    page = unescape(staffed.browser().get(f"/queue/{case.id}").text)

    assert page.index("i have a blister") < page.index(text.text) < page.index("and now?")
    assert "It was version 0123456789abcdef." in page
    assert "This answer is no longer there: gone-answer" in page
    assert "612" not in page


def test_looking_at_a_case_is_seen_and_noted(staffed: "DeskServer") -> None:
    case = escalate(staffed)

    staffed.browser().get(f"/queue/{case.id}")

    assert staffed.desk.cases.get(case.id).seen_by == "maria"
    assert actions(staffed, case) == ["case-viewed"]


def test_the_part_that_a_page_asks_for_by_itself_is_no_look(staffed: "DeskServer") -> None:
    case = escalate(staffed)

    assert staffed.browser().get(f"/parts/talk/{case.id}").status_code == 200
    assert staffed.desk.cases.get(case.id).seen_by is None
    assert actions(staffed, case) == []


def test_taking_over_writing_handing_back_and_closing(staffed: "DeskServer") -> None:
    case = escalate(staffed)
    browser = staffed.browser()
    for path, fields in (
        ("take", {}),
        ("say", {"text": "  Which leg is it?\nLeft?  "}),
        ("note", {"text": "will call back"}),
        ("hand-back", {}),
        ("close", {}),
    ):
        answer = browser.post(f"/queue/{case.id}/{path}", fields)
        assert (answer.status_code, answer.headers["Location"]) == (303, f"/staff/queue/{case.id}")

    assert [message.text for message in staffed.desk.cases.messages(case.id) if not message.is_notice] == [
        "Which leg is it?\nLeft?"
    ]
    assert staffed.desk.cases.get(case.id).state is CaseState.CLOSED
    page = browser.get(f"/queue/{case.id}").text
    assert "Maria, staff" in page
    assert "Note: will call back" in page
    assert actions(staffed, case) == [
        "case-taken", "message-sent", "case-noted", "case-handed-back", "case-closed", "case-viewed",
    ]  # fmt: skip


def test_the_second_is_told_who_was_faster_and_keeps_what_they_wrote(staffed: "DeskServer") -> None:
    case = escalate(staffed)
    maria, edith = staffed.browser(), staffed.browser(Role.EDITOR)
    maria.post(f"/queue/{case.id}/take")

    refused = edith.post(f"/queue/{case.id}/take")
    assert refused.status_code == 409
    assert "maria was faster" in refused.text

    refused = edith.post(f"/queue/{case.id}/say", {"text": "precious words"})
    assert refused.status_code == 409
    assert ">precious words</textarea>" in refused.text
    assert edith.post(f"/queue/{case.id}/hand-back").status_code == 409
    assert edith.post(f"/queue/{case.id}/close").status_code == 409
    assert "has taken this conversation" in edith.get(f"/queue/{case.id}").text


@pytest.mark.parametrize("path", ["say", "note"])
@pytest.mark.parametrize(("text", "told"), [(" \n ", "Write something first."), ("x" * 2001, "At most 2000")])
def test_nothing_is_sent_that_is_empty_or_too_long(staffed: "DeskServer", path: str, text: str, told: str) -> None:
    case = escalate(staffed)
    browser = staffed.browser()
    browser.post(f"/queue/{case.id}/take")

    refused = browser.post(f"/queue/{case.id}/{path}", {"text": text})

    assert refused.status_code == 400
    assert told in refused.text
    assert text.strip() in refused.text
    assert all(message.is_notice for message in staffed.desk.cases.messages(case.id))


def test_a_script_gets_the_part_and_plain_words_for_what_is_wrong(staffed: "DeskServer") -> None:
    case = escalate(staffed)
    browser = staffed.browser()
    token = browser.csrf_token()
    fields = {"csrf_token": token, "text": "Which leg?"}

    refused = browser.send(f"/queue/{case.id}/say", fields, HX_Request="true")
    assert (refused.status_code, refused.headers["Content-Type"]) == (409, "text/plain; charset=utf-8")
    assert "Take over first" in refused.text

    browser.post(f"/queue/{case.id}/take")
    sent = browser.send(f"/queue/{case.id}/say", fields, HX_Request="true")
    assert sent.status_code == 200
    assert "Which leg?" in sent.text
    assert "<html" not in sent.text


def test_a_channel_that_carries_no_words_says_so(staffed: "DeskServer") -> None:
    case = escalate(staffed, channel="rest")
    browser = staffed.browser()

    page = browser.get(f"/queue/{case.id}").text
    assert "Nothing can be written to the visitor over this channel." in page
    assert "/take" not in page
    assert browser.post(f"/queue/{case.id}/take").status_code == 409


def test_contact_details_are_shown(staffed: "DeskServer") -> None:
    case = escalate(staffed)
    staffed.desk.cases.leave_contact(PERSON, "anna@example.org <b>")

    assert "anna@example.org &lt;b&gt;" in staffed.browser().get(f"/queue/{case.id}").text


def test_the_assistant_is_not_called_silent_where_it_spoke(staffed: "DeskServer") -> None:
    write(staffed, "it is oozing now", ShownText("skin-marks", "0" * 12), held=True)
    case = escalate(staffed)

    assert "The assistant was silent." not in staffed.browser().get(f"/queue/{case.id}").text


def test_a_pressed_button_is_read_as_its_title(staffed: "DeskServer") -> None:
    write(staffed, "/talk-to-staff")
    case = escalate(staffed)
    page = staffed.browser().get(f"/queue/{case.id}").text

    assert staffed.desk.library.button_title("talk-to-staff") in page
    assert ">/talk-to-staff<" not in page


def test_words_of_visitors_do_no_harm(staffed: "DeskServer") -> None:
    write(staffed, HOSTILE, held=True)
    case = escalate(staffed)
    staffed.desk.cases.note(case.id, "maria", HOSTILE[:1000] + "{text}")

    page = staffed.browser().get(f"/queue/{case.id}")

    assert page.status_code == 200
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "The assistant was silent." in page.text


@pytest.mark.parametrize("path", ["", "/take", "/say", "/note", "/hand-back", "/close"])
def test_a_case_that_is_not_there(staffed: "DeskServer", path: str) -> None:
    browser = staffed.browser()
    answer = browser.post(f"/queue/0{path}", {"text": "hello"}) if path else browser.get("/queue/0")

    assert answer.status_code == 404
    assert "There is no such case." in answer.text


def test_only_editors_get_to_the_deletion(staffed: "DeskServer") -> None:
    case = escalate(staffed)

    link = f'href="/staff/privacy/delete?case={case.id}"'
    assert link not in staffed.browser().get(f"/queue/{case.id}").text
    assert link in staffed.browser(Role.EDITOR).get(f"/queue/{case.id}").text
