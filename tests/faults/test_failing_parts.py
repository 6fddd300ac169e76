"""A part that fails or hangs costs its own answer, and is admitted; nobody waits in vain, and no words leak."""

import time
from pathlib import Path

from faulty import HANGING_SECONDS, action_hangs, action_raises, command, nlu_raises, unapproved_text
from real_bot.process import running

MARK = "There is a blister on my foot since the session."
SAFE = "Is cryotherapy safe?"
WHO_SAYS = "Who wrote the guidance that you use?"
USES = "What is cryotherapy used for?"


def test_an_action_that_raises(tmp_path: Path) -> None:
    with running(tmp_path, command(action_raises)) as bot:
        assert bot.ids("anna", SAFE) == ["service-unavailable"]
        assert bot.ids("anna", MARK) == ["skin-marks"], "another action still works"
        both = bot.ids("berta", f"{MARK} And {USES}")
        assert both[-1] == "service-unavailable"
        assert bot.health() == (503, {"status": "unavailable", "reason": "an action failed"})
        assert "ValueError at faulty.py" in bot.printed(), "where it failed is in the log"


def test_an_action_that_hangs(tmp_path: Path) -> None:
    deadline = 2.0
    with running(tmp_path, command(action_hangs), deadline_seconds=deadline) as bot:
        assert bot.ids("anna", SAFE) == ["overall-safety"]

        started = time.monotonic()
        assert bot.ids("anna", WHO_SAYS) == ["service-unavailable"]
        assert time.monotonic() - started < deadline + 1.5
        waiting = time.monotonic()
        assert bot.ids("berta", MARK) == ["service-unavailable"]
        assert bot.health()[0] == 503
        assert time.monotonic() - waiting < deadline + 1.5, "the others are told so at once"

        while bot.health()[0] != 200:
            assert time.monotonic() - started < HANGING_SECONDS + 20
            time.sleep(0.5)
        assert bot.ids("berta", MARK) == ["skin-marks"]


def test_an_nlu_component_that_raises(tmp_path: Path) -> None:
    with running(tmp_path, command(nlu_raises)) as bot:
        (reply,) = bot.ask("anna", MARK)
        assert reply["metadata"]["guidance_id"] == "service-unavailable"
        assert "dermatologist" in reply["text"]
        assert bot.ids("anna", "/skin-marks")[-1] == "service-unavailable"
        assert bot.health()[0] == 503
        assert "RuntimeError at faulty.py" in bot.printed()


def test_a_text_that_nobody_approved_is_not_sent(tmp_path: Path) -> None:
    with running(tmp_path, command(unapproved_text)) as bot:
        assert bot.ids("anna", USES) == ["service-unavailable"]
        assert bot.ids("anna", SAFE) == ["overall-safety"]
        assert bot.health()[0] == 200
        both = bot.ask("berta", f"{MARK} And {USES}")
        assert both[0]["metadata"]["guidance_id"] == "skin-marks", "what is approved is sent"
        assert "heals everything" not in str(both)
