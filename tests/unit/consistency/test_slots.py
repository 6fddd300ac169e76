from cryobot.consistency.slots import problems

from .builders import FILES, reasons


def test_slots_that_agree() -> None:
    assert problems(["a", "b"], ["b", "a"], FILES) == []


def test_a_slot_that_is_missing_and_one_too_many() -> None:
    assert reasons(problems(["a", "c"], ["a", "b"], FILES)) == [
        "the slot 'b' is missing, which the dialogue writes",
        "nothing writes the slot 'c'",
    ]
