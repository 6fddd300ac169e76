import pytest

from cryobot.guidance.answer import Escalation
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.pace import Pace
from cryobot.messaging.retries import Decision, PartState, Tried, decide, decide_late, pause

PACE = Pace()
NOW = 1_000_000.0
LATER = RetryLater("500")


def tried(escalation: Escalation = Escalation.NONE, attempts: int = 1, age: float = 0.0) -> Tried:
    return Tried(escalation, attempts, NOW - age)


def test_pauses_double_up_to_the_longest() -> None:
    assert [pause(attempts, PACE, 1.0) for attempts in range(1, 9)] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert pause(5000, PACE, 1.0) == 60


def test_chance_makes_pauses_shorter_by_at_most_a_quarter() -> None:
    assert (pause(3, PACE, 0.0), pause(3, PACE, 0.5)) == (3.0, 3.5)


def test_what_was_delivered_is_sent() -> None:
    assert decide(Delivered(), tried(), NOW, PACE, 0.5) == Decision(PartState.SENT)


def test_a_failure_is_tried_again_after_a_pause() -> None:
    assert decide(LATER, tried(attempts=2), NOW, PACE, 1.0) == Decision(PartState.WAITING, NOW + 2, True, "500")


def test_what_the_platform_asks_for_is_kept_to() -> None:
    decision = decide(RetryLater("429", 37.0), tried(), NOW, PACE, 0.0)

    assert (decision.state, decision.next_at) == (PartState.WAITING, NOW + 37)


def test_what_the_platform_asks_for_is_at_most_a_day() -> None:
    assert decide(RetryLater("429", 1e12), tried(), NOW, PACE, 0.0).next_at == NOW + 86_400


def test_the_last_try_is_at_the_end_of_the_patience() -> None:
    assert decide(LATER, tried(attempts=20, age=590), NOW, PACE, 1.0).next_at == NOW + 10


@pytest.mark.parametrize(("age", "state"), [(599, PartState.WAITING), (600, PartState.FAILED)])
def test_an_ordinary_message_is_given_up_after_ten_minutes(age: float, state: PartState) -> None:
    assert decide(LATER, tried(age=age), NOW, PACE, 0.5).state is state


@pytest.mark.parametrize("escalation", [Escalation.DERMATOLOGIST, Escalation.EMERGENCY])
@pytest.mark.parametrize(
    ("age", "state", "holds"),
    [
        (599, PartState.WAITING, True),
        (600, PartState.WAITING, False),
        (86_399, PartState.WAITING, False),
        (86_400, PartState.FAILED, True),
    ],
)
def test_an_escalation_is_tried_for_a_day_and_after_ten_minutes_beside_the_others(
    escalation: Escalation, age: float, state: PartState, holds: bool
) -> None:
    decision = decide(LATER, tried(escalation, age=age), NOW, PACE, 0.5)

    assert (decision.state, decision.holds) == (state, holds)


@pytest.mark.parametrize("escalation", [Escalation.NONE, Escalation.DOCTOR, Escalation.STAFF])
def test_other_replies_are_ordinary(escalation: Escalation) -> None:
    assert decide(LATER, tried(escalation, age=700), NOW, PACE, 0.5).state is PartState.FAILED


def test_what_is_rejected_fails_at_once() -> None:
    assert decide(Rejected("400"), tried(), NOW, PACE, 0.5) == Decision(PartState.FAILED, reason="400")


def test_an_escalation_that_is_rejected_is_tried_on_without_holding_up_others() -> None:
    decision = decide(Rejected("400"), tried(Escalation.EMERGENCY), NOW, PACE, 1.0)

    assert decision == Decision(PartState.WAITING, NOW + 600, False, "400")
    late = decide(Rejected("400"), tried(Escalation.EMERGENCY, age=86_400), NOW, PACE, 1.0)
    assert late.state is PartState.FAILED


def test_somebody_who_blocks_is_left_alone_even_with_an_escalation() -> None:
    decision = decide(Blocked("403"), tried(Escalation.EMERGENCY), NOW, PACE, 0.5)

    assert decision == Decision(PartState.BLOCKED, reason="403")


@pytest.mark.parametrize("escalation", [Escalation.DERMATOLOGIST, Escalation.EMERGENCY])
def test_an_escalation_that_is_reported_lost_is_sent_again_with_pauses_that_grow_to_ten_minutes(
    escalation: Escalation,
) -> None:
    pauses = [
        decide_late(LATER, tried(escalation, attempts), NOW, PACE, 1.0).next_at - NOW for attempts in (1, 2, 9, 10, 11)
    ]

    assert pauses == [1, 2, 256, 512, 600]
    assert decide_late(LATER, tried(escalation), NOW, PACE, 1.0) == Decision(PartState.WAITING, NOW + 1, False, "500")


def test_the_last_try_of_what_is_reported_lost_is_within_a_day() -> None:
    late = tried(Escalation.EMERGENCY, attempts=50, age=86_390)

    assert decide_late(LATER, late, NOW, PACE, 1.0).next_at == NOW + 10
    over = tried(Escalation.EMERGENCY, attempts=50, age=86_400)
    assert decide_late(LATER, over, NOW, PACE, 1.0) == Decision(PartState.FAILED, reason="500")


@pytest.mark.parametrize(
    ("outcome", "escalation", "state"),
    [
        (LATER, Escalation.NONE, PartState.FAILED),
        (LATER, Escalation.STAFF, PartState.FAILED),
        (Rejected("400"), Escalation.EMERGENCY, PartState.FAILED),
        (Blocked("403"), Escalation.EMERGENCY, PartState.BLOCKED),
        (Delivered(), Escalation.EMERGENCY, PartState.SENT),
    ],
)
def test_whatever_else_is_reported_is_the_end(outcome: Outcome, escalation: Escalation, state: PartState) -> None:
    assert decide_late(outcome, tried(escalation), NOW, PACE, 0.5).state is state
