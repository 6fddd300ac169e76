"""While a person has taken over, the assistant says and records nothing but what must not wait for that person."""

from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk import Tracker
from said import ACTIONS, Said

from cryobot.cases.case import CaseState, EventKind, Urgency
from cryobot.guidance.library import load_answers as load
from cryobot.records.installed import installed_cases
from cryobot.records.record import RecordKind
from cryobot.records.store import RecordStore

Create = Callable[..., Tracker]
Run = Callable[[str, Tracker], Said]
AssertSays = Callable[..., None]

PRESSING = {"emergency", "skin-marks", "scar-care"}
SLOTS = {"last_answers": ["talk-to-staff"], "escalation": "none", "unclear_count": 1}


@pytest.fixture
def create_held(create_tracker: Create) -> Create:
    def create(*parts: str, text: str = "what I typed", **latest: Any) -> Tracker:
        metadata = {"question": text, "held": True, **latest.pop("metadata", {})}
        return create_tracker(*parts, text=text, channel="web", metadata=metadata, **latest)

    return create


@pytest.mark.parametrize("answer", sorted(set(load()) - PRESSING))
def test_says_and_records_nothing(create_held: Create, run: Run, records: RecordStore, answer: str) -> None:
    said = run("action_answer", create_held(answer, slots=SLOTS))
    assert (said.messages, said.slots) == ([], {})
    assert records.list() == []


@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize("answer", sorted(PRESSING))
def test_says_and_records_what_must_not_wait(
    create_held: Create, run: Run, records: RecordStore, assert_says: AssertSays, name: str, answer: str
) -> None:
    said = run(name, create_held(answer, text="my skin is white and hard", slots=SLOTS))
    assert_says(said, answer)
    assert said.slots["last_answers"] == [answer]
    (record,) = records.list()
    assert (record.kind, record.question) == (RecordKind.ESCALATION, "my skin is white and hard")


def test_says_only_that_part_of_a_message(
    create_held: Create, run: Run, records: RecordStore, assert_says: AssertSays
) -> None:
    said = run("action_answer", create_held("emergency", "skin-marks", "talk-to-staff", "not-covered", "uses"))
    assert_says(said, "emergency", "skin-marks")
    assert {record.kind for record in records.list()} == {RecordKind.ESCALATION}


@pytest.mark.parametrize("kind", ["follow-up-plays-down", "follow-up-treat", "follow-up-doubt", "affirm", "deny"])
def test_what_leans_on_the_conversation_is_said_to_the_person(
    create_held: Create, run: Run, records: RecordStore, kind: str
) -> None:
    escalated = {"last_answers": ["skin-marks"], "escalation": "dermatologist", "unclear_count": 0}
    said = run("action_follow_up", create_held("unclear", slots=escalated, follow_up=kind))
    assert (said.messages, said.slots) == ([], {})
    assert records.list() == []


def test_a_mark_is_no_follow_up_however_the_message_leans(
    create_held: Create, run: Run, assert_says: AssertSays
) -> None:
    assert_says(run("action_follow_up", create_held("skin-marks", follow_up="follow-up-doubt")), "skin-marks")


def test_buttons_and_photos(create_held: Create, run: Run, assert_says: AssertSays) -> None:
    assert run("action_abstain", create_held(text="/uses", understood=False)).messages == []
    assert run("action_abstain", create_held(text="/talk-to-staff", understood=False)).messages == []
    assert_says(run("action_abstain", create_held(text="/skin-marks", understood=False)), "skin-marks")
    photo = create_held(text="/skin-marks", understood=False, metadata={"attachment": "photo"})
    assert_says(run("action_abstain", photo), ("skin-marks", "attachment"))


def test_an_escalation_makes_the_case_more_urgent_and_leaves_it_with_the_person(
    create_tracker: Create, create_held: Create, run: Run
) -> None:
    run("action_hand_over", create_tracker("talk-to-staff", channel="web"))
    (case,) = installed_cases().queue()
    assert case.urgency is Urgency.PERSON
    installed_cases().take(case.id, "maria")

    run("action_answer", create_held("not-covered"))
    assert installed_cases().get(case.id).urgency is Urgency.PERSON
    run("action_escalate", create_held("skin-marks"))
    assert installed_cases().get(case.id).urgency is Urgency.DERMATOLOGIST
    run("action_escalate", create_held("emergency"))

    raised = installed_cases().get(case.id)
    assert (raised.urgency, raised.state, raised.taken_by) == (Urgency.EMERGENCY, CaseState.TAKEN, "maria")
    assert raised.seen_at is None, "it is shown as not looked at"
    kinds = [event.kind for event in installed_cases().trail(case.id)]
    assert kinds.count(EventKind.ESCALATED) == 2


def test_what_cannot_be_recorded_is_said_and_the_failure_admitted(
    create_held: Create, run: Run, set_up: Any, assert_says: AssertSays
) -> None:
    set_up(records_url="oracle://x/y")
    assert_says(run("action_escalate", create_held("emergency", "uses")), "emergency", "service-unavailable")
    assert run("action_escalate", create_held("uses")).messages == []
