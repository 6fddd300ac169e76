"""What another program commits between two statements of a transaction, as PostgreSQL allows."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from real_postgres.server import Postgres
from sqlalchemy import event, update
from sqlalchemy.engine import Connection

from cryobot.cases.case import CaseState, EventKind
from cryobot.cases.errors import NoSuchCaseError
from cryobot.cases.writing import add_event
from cryobot.errors import StoreError
from cryobot.guidance.answer import Escalation
from cryobot.guidance.library import Library
from cryobot.records.tables import CASES

from .centre import MINUTE, NOON, PATIENCE, Centre


@pytest.fixture
def centre(postgres: Postgres, library: Library) -> Iterator[Centre]:
    with closing(Centre(postgres.new_database(), library)) as opened:
        yield opened


@contextmanager
def once_after(centre: Centre, statement: str, work: Callable[[], Any]) -> Iterator[list[str]]:
    """Do something right after the first statement of the centre that begins like this."""
    done: list[str] = []

    def look(_connection: Any, _cursor: Any, executed: str, *_: Any) -> None:
        if executed.startswith(statement) and not done:
            done.append(executed)
            work()

    with centre.records.database.transaction() as connection:
        engine = connection.engine
    event.listen(engine, "after_cursor_execute", look)
    try:
        yield done
    finally:
        event.remove(engine, "after_cursor_execute", look)


@pytest.mark.parametrize("gone", ["closed", "deleted"])
def test_an_escalation_opens_a_new_case_when_the_open_one_goes_at_this_moment(centre: Centre, gone: str) -> None:
    old = centre.escalate()
    with closing(centre.also()) as other:
        end = {"closed": lambda: other.cases.close(old.id, "maria"), "deleted": lambda: other.records.forget("anna")}
        with once_after(centre, "INSERT INTO cases", end[gone]) as done:
            new = centre.escalate(to=Escalation.EMERGENCY, at=NOON + MINUTE)

    assert done
    assert (new.id != old.id, new.state, new.opened_at) == (True, CaseState.WAITING, NOON + MINUTE)
    assert centre.kinds(new) == ["opened", "escalated"]


def test_a_visitor_is_told_that_a_person_has_left_whoever_took_it_at_this_moment(centre: Centre) -> None:
    case = centre.ask_for_person()
    with (
        closing(centre.also()) as other,
        once_after(centre, "SELECT cases", lambda: other.cases.take(case.id, "maria")) as done,
    ):
        centre.cases.close(case.id, "maria")

    assert done
    assert centre.notices() == ["joined", "left"]


def test_contact_details_are_not_kept_when_the_case_is_closed_at_this_moment(centre: Centre) -> None:
    case = centre.ask_for_person()
    with (
        closing(centre.also()) as other,
        once_after(centre, "SELECT cases", lambda: other.cases.close(case.id, "maria")),
    ):
        assert centre.cases.leave_contact("anna", "0171 555") is False

    assert centre.cases.get(case.id).contact is None


def test_a_note_on_a_case_that_was_deleted_says_so(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.records.forget("anna")

    with pytest.raises(NoSuchCaseError):
        centre.cases.note(case.id, "maria", "called back")


def test_the_version_grows_when_what_began_first_is_committed_last(centre: Centre) -> None:
    case = centre.escalate()
    versions = []

    def add(connection: Connection) -> None:
        add_event(connection, case.id, NOON, "maria", EventKind.NOTE)

    with closing(centre.also()) as other:
        with centre.records.database.transaction() as first:
            add(first)
            with other.records.database.transaction() as second:
                add(second)
            versions.append(other.cases.version())
        versions.append(other.cases.version())

    assert versions[1] > versions[0]


def test_whoever_waits_for_another_programs_change_gives_up_in_time_to_answer(centre: Centre) -> None:
    case = centre.escalate()
    with closing(centre.also()) as other, other.records.database.transaction() as connection:
        connection.execute(update(CASES).where(CASES.c.id == case.id).values(contact="x"))
        start = time.monotonic()
        with pytest.raises(StoreError, match="lock timeout"):
            centre.escalate(at=NOON + MINUTE)

    assert 1.5 < time.monotonic() - start < 4
    assert len(centre.records.list()) == 1, "no record without its case"
    centre.escalate(at=NOON + MINUTE)


def test_what_is_being_changed_is_minded_the_next_time(centre: Centre) -> None:
    busy, other_case = centre.ask_for_person("busy"), centre.ask_for_person("other")
    with closing(centre.also()) as other:
        with other.records.database.transaction() as connection:
            connection.execute(update(CASES).where(CASES.c.id == busy.id).values(contact="x"))
            reminded = [case.id for case in centre.cases.mind(NOON + 20 * MINUTE, PATIENCE)]
        later = [case.id for case in centre.cases.mind(NOON + 20 * MINUTE, PATIENCE)]

    assert (reminded, later) == ([other_case.id], [busy.id])
    assert centre.notices("busy") == centre.notices("other") == ["late"]
