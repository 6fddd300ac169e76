import pytest

from cryobot.dialogue.context import Context
from cryobot.guidance.answer import Escalation


@pytest.mark.parametrize(
    "context",
    [
        Context(),
        Context(("skin-marks", "not-covered"), Escalation.DERMATOLOGIST, 0),
        Context(("unclear",), Escalation.NONE, 3),
    ],
)
def test_survives_a_trip_through_slots(context: Context) -> None:
    assert Context.from_slots(context.as_slots()) == context


@pytest.mark.parametrize("slots", [{}, {"last_answers": None, "escalation": None, "unclear_count": None, "other": 1}])
def test_empty_slots_are_the_beginning(slots: dict[str, object]) -> None:
    assert Context.from_slots(slots) == Context()


def test_slots_are_plain_values() -> None:
    assert Context(("uses",), Escalation.EMERGENCY, 1).as_slots() == {
        "last_answers": ["uses"],
        "escalation": "emergency",
        "unclear_count": 1,
    }
