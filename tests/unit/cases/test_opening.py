from datetime import timedelta

import pytest

from cryobot.cases.case import CaseState, Urgency
from cryobot.guidance.answer import Escalation
from cryobot.records.record import Record, RecordKind

from .centre import MINUTE, NOON, Centre


@pytest.mark.parametrize(
    ("to", "urgency"), [(Escalation.EMERGENCY, Urgency.EMERGENCY), (Escalation.DERMATOLOGIST, Urgency.DERMATOLOGIST)]
)
def test_an_escalation_opens_a_case(centre: Centre, to: Escalation, urgency: Urgency) -> None:
    case = centre.escalate(to=to)

    assert (case.state, case.urgency, case.wants_person) == (CaseState.WAITING, urgency, False)
    assert case.opened_at == case.waiting_since == case.visitor_at == NOON
    assert centre.kinds(case) == ["opened", "escalated"]


def test_asking_for_a_person_opens_a_case(centre: Centre) -> None:
    case = centre.ask_for_person()

    assert (case.urgency, case.wants_person) == (Urgency.PERSON, True)
    assert centre.kinds(case) == ["opened", "asked-for-person"]


@pytest.mark.parametrize(
    "kind", [RecordKind.FEEDBACK, RecordKind.UNANSWERED, RecordKind.HELPFUL, RecordKind.NOT_HELPFUL]
)
def test_nothing_else_opens_one(centre: Centre, kind: RecordKind) -> None:
    centre.records.add(
        Record(kind=kind, escalation=Escalation.NONE, sender_id="anna", channel="web", question="hm", at=NOON)
    )

    assert centre.cases.queue() == []


def test_a_visitor_has_one_open_case_whatever_happens_in_it(centre: Centre) -> None:
    first = centre.escalate()
    second = centre.ask_for_person(at=NOON + MINUTE)
    third = centre.escalate(to=Escalation.EMERGENCY, at=NOON + 2 * MINUTE)

    assert first.id == second.id == third.id
    assert (third.urgency, third.wants_person) == (Urgency.EMERGENCY, True)
    assert third.waiting_since == NOON + MINUTE
    assert centre.kinds(third) == ["opened", "escalated", "asked-for-person", "escalated"]


def test_a_case_never_becomes_less_urgent(centre: Centre) -> None:
    centre.escalate(to=Escalation.EMERGENCY)

    assert centre.escalate(at=NOON + MINUTE).urgency is Urgency.EMERGENCY
    assert centre.ask_for_person(at=NOON + MINUTE).urgency is Urgency.EMERGENCY


def test_what_was_seen_is_unseen_again_only_when_it_becomes_more_urgent(centre: Centre) -> None:
    case = centre.escalate()
    centre.cases.see(case.id, "maria")

    assert centre.escalate(at=NOON + MINUTE).seen_by == "maria"
    assert centre.escalate(to=Escalation.EMERGENCY, at=NOON + MINUTE).seen_at is None


def test_an_escalation_leaves_a_taken_case_with_whoever_took_it(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.cases.take(case.id, "maria")

    raised = centre.escalate(to=Escalation.EMERGENCY, at=NOON + MINUTE)

    assert (raised.state, raised.taken_by, raised.urgency) == (CaseState.TAKEN, "maria", Urgency.EMERGENCY)


def test_after_a_closed_case_a_new_one_is_opened(centre: Centre) -> None:
    old = centre.escalate()
    centre.cases.close(old.id, "maria")

    new = centre.escalate(at=NOON + timedelta(hours=1))

    assert new.id != old.id
    assert centre.cases.get(old.id).state is CaseState.CLOSED
    assert [case.id for case in centre.cases.closed()] == [old.id]


def test_any_sender_and_channel_come_back(centre: Centre) -> None:
    case = centre.escalate(sender="\x00 \ud800 ' \\", channel="rest")

    assert (case.sender_id, case.channel, case.can_reply) == ("\x00 \ud800 ' \\", "rest", False)
