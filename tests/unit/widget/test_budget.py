import os

from cryobot.widget.budget import loaded, over_budget
from cryobot.widget.settings import Budget

BUDGET = Budget(launcher=15, everything=160)


def test_within_the_budget_to_the_byte() -> None:
    assert over_budget({"widget.js": 15_000, "chat-1.js": 145_000}, BUDGET) == []


def test_a_launcher_that_is_too_large() -> None:
    assert over_budget({"widget.js": 15_001, "chat-1.js": 1}, BUDGET) == [
        "the launcher takes 15.0 kB compressed, and 15 kB are allowed"
    ]


def test_all_together_too_large() -> None:
    assert over_budget({"widget.js": 9_000, "chat-1.js": 100_000, "more.js": 60_000}, BUDGET) == [
        "everything takes 169.0 kB compressed, and 160 kB are allowed"
    ]


def test_what_is_loaded_is_compressed() -> None:
    sizes = loaded({"widget.js": b"a" * 50_000, "chat-1.js": os.urandom(50_000)})

    assert sizes["widget.js"] < 200
    assert sizes["chat-1.js"] > 50_000
