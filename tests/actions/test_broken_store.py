"""When nothing can be recorded, an escalation is said all the same, and nothing is promised that will not happen."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from said import Said

from cryobot.records.installed import installed_store
from cryobot.records.store import RecordStore

Create = Callable[..., Tracker]
Run = Callable[[str, Tracker], Said]
AssertSays = Callable[..., None]


@pytest.fixture(params=["a file in the way", "no such database"])
def broken(set_up: Any, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (tmp_path / "file").touch()
    urls = {"a file in the way": f"sqlite:///{tmp_path / 'file' / 'records.db'}", "no such database": "oracle://x/y"}
    set_up(records_url=urls[request.param])


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("answer", ["emergency", "skin-marks", "scar-care"])
def test_an_escalation_is_said_and_the_failure_admitted(
    create_tracker: Create, run: Run, assert_says: AssertSays, answer: str
) -> None:
    said = run("action_escalate", create_tracker(answer))
    assert_says(said, answer, "service-unavailable")
    assert said.slots["last_answers"] == [answer]


@pytest.mark.usefixtures("broken")
def test_a_hand_over_says_that_it_did_not_happen(create_tracker: Create, run: Run, assert_says: AssertSays) -> None:
    said = run("action_hand_over", create_tracker("talk-to-staff"))
    assert_says(said, ("talk-to-staff", "unavailable"), "service-unavailable")


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("answer", ["feedback-negative", "not-covered", "unclear"])
def test_other_replies_are_said_and_the_failure_admitted(
    create_tracker: Create, run: Run, assert_says: AssertSays, answer: str
) -> None:
    assert_says(run("action_abstain", create_tracker(answer)), answer, "service-unavailable")


@pytest.mark.usefixtures("broken")
def test_the_failure_is_admitted_once_and_last(create_tracker: Create, run: Run, assert_says: AssertSays) -> None:
    said = run("action_escalate", create_tracker("emergency", "skin-marks", "not-covered"))
    assert_says(said, "emergency", "skin-marks", "not-covered", "service-unavailable")


@pytest.mark.usefixtures("broken")
def test_an_answer_that_records_nothing_is_not_touched(
    create_tracker: Create, run: Run, assert_says: AssertSays
) -> None:
    assert_says(run("action_answer", create_tracker("uses")), "uses")


def test_a_locked_store_is_given_up_and_used_again_afterwards(
    create_tracker: Create, run: Run, assert_says: AssertSays, records: RecordStore, tmp_path: Path
) -> None:
    run("action_escalate", create_tracker("skin-marks"))
    with closing(sqlite3.connect(tmp_path / "records.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        locked = run("action_escalate", create_tracker("skin-marks"))
        other.execute("ROLLBACK")
    assert_says(locked, "skin-marks", "service-unavailable")

    assert_says(run("action_escalate", create_tracker("skin-marks")), "skin-marks")
    assert len(records.list()) == 2


def test_a_store_that_was_broken_is_opened_once_it_works(
    create_tracker: Create, run: Run, assert_says: AssertSays, set_up: Any, tmp_path: Path
) -> None:
    obstacle = tmp_path / "folder"
    obstacle.touch()
    set_up(records_url=f"sqlite:///{obstacle / 'records.db'}")
    assert_says(run("action_escalate", create_tracker("skin-marks")), "skin-marks", "service-unavailable")

    obstacle.unlink()
    assert_says(run("action_escalate", create_tracker("skin-marks")), "skin-marks")
    assert len(installed_store().list()) == 1
