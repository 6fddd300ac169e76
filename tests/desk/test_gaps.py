"""The page of groups of questions without an answer, over HTTP."""

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
import yaml

from cryobot.gaps.assigning import Assigner
from cryobot.gaps.directions import installed_directions
from cryobot.gaps.settings import load_gap_settings
from cryobot.gaps.store import GapStore
from cryobot.guidance.answer import Escalation
from cryobot.language.encoder import installed_encoder
from cryobot.records.record import Record, RecordKind
from cryobot.staff.role import Role

if TYPE_CHECKING:
    from real_desk.house import DeskServer

HOSTILE = "<script>alert(1)</script> \u202eparking\u202c \"'><img src=x onerror=alert(1)> \ud800 \0"


def ask(server: "DeskServer", *questions: str) -> None:
    for question in questions:
        kind, none = RecordKind.UNANSWERED, Escalation.NONE
        server.desk.store.add(Record(kind=kind, escalation=none, sender_id="one", channel="web", question=question))
    encode = installed_encoder().encode
    assigner = Assigner(server.desk.store.database, encode, installed_directions(), load_gap_settings())
    while assigner.assign():
        pass


def gap_ids(server: "DeskServer") -> list[int]:
    return [gap.id for gap in GapStore(server.desk.store.database).waiting(100)]


def test_without_any_question(staffed: "DeskServer") -> None:
    browser = staffed.browser(Role.EDITOR)

    assert "No group waits for a decision." in browser.get("/gaps").text
    assert "Nothing is decided yet." in browser.get("/gaps/decided").text
    with zipfile.ZipFile(io.BytesIO(browser.get("/gaps/proposal").content)) as packed:
        assert packed.namelist() == ["README.txt", "new-answers.yml"]


def test_groups_with_examples_and_nearest_answers(staffed: "DeskServer") -> None:
    ask(staffed, "do you sell gift cards", "can I buy a gift card for my wife", "??")
    page = staffed.browser(Role.EDITOR).get("/gaps").text

    assert "Asked 2 times" in page
    assert "do you sell gift cards" in page
    assert "Messages with hardly any letters" in page
    assert 'href="/staff?open=' in page or 'href="/staff/?open=' in page


def test_words_of_visitors_do_no_harm(staffed: "DeskServer") -> None:
    ask(staffed, HOSTILE, "x" * 4000)
    page = staffed.browser(Role.EDITOR).get("/gaps").text

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"decision": "belongs", "answer": "overall-safety"}, "it belongs to an answer"),
        ({"decision": "new-answer"}, "it needs a new answer"),
        ({"decision": "out-of-scope"}, "it is out of scope"),
    ],
)
def test_deciding_and_taking_back(staffed: "DeskServer", fields: dict[str, str], said: str) -> None:
    ask(staffed, "do you sell gift cards")
    (gap_id,) = gap_ids(staffed)
    browser = staffed.browser(Role.EDITOR)

    assert browser.post(f"/gaps/{gap_id}/decision", fields).status_code == 303
    assert said in browser.get("/gaps").text
    assert gap_ids(staffed) == []
    assert "Decided by edith" in browser.get("/gaps/decided").text
    assert browser.post(f"/gaps/{gap_id}/undo").status_code == 303
    assert "taken back" in browser.get("/gaps/decided").text
    assert gap_ids(staffed) == [gap_id]
    assert [entry.action for entry in staffed.desk.audit.list()][:2] == ["gap-undone", "gap-decided"]


def test_what_cannot_be_decided(staffed: "DeskServer") -> None:
    ask(staffed, "do you sell gift cards")
    (gap_id,) = gap_ids(staffed)
    browser = staffed.browser(Role.EDITOR)

    for answer in ("", "no-such-answer"):
        browser.post(f"/gaps/{gap_id}/decision", {"decision": "belongs", "answer": answer})
        assert "Choose the answer that the questions belong to." in browser.get("/gaps").text
    assert browser.post(f"/gaps/{gap_id}/decision", {"decision": "perhaps"}).status_code == 400
    for path in (f"/gaps/{10**17}", "/gaps/x"):
        browser.post(f"{path}/decision", {"decision": "new-answer"})
        assert "This group is gone." in browser.get("/gaps").text
    browser.post(f"/gaps/{gap_id}/decision", {"decision": "new-answer"})
    browser.post(f"/gaps/{gap_id}/decision", {"decision": "out-of-scope"})
    assert "Somebody else has changed the decision" in browser.get("/gaps").text


def test_paging(staffed: "DeskServer") -> None:
    store = GapStore(staffed.desk.store.database)
    # Each from another world, so that no two are one group.
    staffed.desk.shared["gaps"] = load_gap_settings().model_copy(update={"groups_a_page": 1})
    ask(staffed, "do you sell gift cards", "my neighbour plays the trumpet", "which horse wins tomorrow")
    number = len(store.waiting(100))
    assert number > 1
    browser, seen, path = staffed.browser(Role.EDITOR), 0, "/gaps"
    while path:
        page = browser.get(path).text
        seen += page.count('<article class="card gap"')
        found = page.partition('href="/staff/gaps?after=')[2].partition('"')[0]
        path = f"/gaps?after={found}" if found else ""
    assert seen == number
    assert browser.get("/gaps?after=x-y").status_code == 200
    assert browser.get("/gaps/decided?after=999999999999999999-1").status_code == 200


def test_the_proposal_has_no_numbers_of_telephones(staffed: "DeskServer") -> None:
    ask(staffed, "do you sell gift cards, call me on 612 345 678 or me@example.org")
    (gap_id,) = gap_ids(staffed)
    browser = staffed.browser(Role.EDITOR)
    browser.post(f"/gaps/{gap_id}/decision", {"decision": "belongs", "answer": "overall-safety"})
    answer = browser.get("/gaps/proposal")

    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="proposal-')
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        (name,) = (name for name in packed.namelist() if name.startswith("nlu/overall-safety/"))
        content = yaml.safe_load(packed.read(name))
        assert "read it" in packed.read("README.txt").decode()
    expected = "- do you sell gift cards, call me on (number) or (e-mail)\n"
    assert content["nlu"] == [{"intent": "overall-safety", "examples": expected}]
    assert staffed.desk.audit.list()[0].action == "gaps-exported"
