from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime

from cryobot.cases.case import CaseState
from cryobot.cases.store import CaseStore

from .centre import MINUTE, NOON, PATIENCE, Centre


def at(minutes: float) -> datetime:
    return NOON + minutes * MINUTE


def test_a_visitor_is_told_once_that_nobody_took_it_in_time(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.cases.mind(at(9), PATIENCE)
    assert centre.notices() == []

    centre.cases.mind(at(10), PATIENCE)
    centre.cases.mind(at(30), PATIENCE)

    assert centre.notices() == ["late"]
    assert centre.cases.get(case.id).late_at == at(10)


def test_nobody_is_told_so_who_did_not_ask_for_a_person(centre: Centre) -> None:
    centre.escalate()
    centre.cases.mind(at(60), PATIENCE)

    assert centre.notices() == []


def test_staff_are_reminded_once_of_what_nobody_has_looked_at(centre: Centre) -> None:
    unseen, seen = centre.escalate("unseen"), centre.escalate("seen")
    centre.cases.see(seen.id, "maria")

    assert centre.cases.mind(at(4), PATIENCE) == []
    assert [case.id for case in centre.cases.mind(at(5), PATIENCE)] == [unseen.id]
    assert centre.cases.mind(at(6), PATIENCE) == []
    assert centre.kinds(unseen)[-1] == "reminded"


def test_a_case_goes_back_when_whoever_took_it_does_not_answer(centre: Centre) -> None:
    case = centre.ask_for_person()
    taken = centre.cases.take(case.id, "maria")
    assert taken.taken_at is not None
    centre.cases.mind(taken.taken_at + 14 * MINUTE, PATIENCE)
    assert centre.cases.holder("anna") == "maria"

    centre.cases.mind(taken.taken_at + 15 * MINUTE, PATIENCE)

    assert centre.cases.get(case.id).state is CaseState.WAITING
    assert centre.notices() == ["joined", "left"]
    event = next(event for event in centre.cases.trail(case.id) if event.kind.value == "timed-out")
    assert event.text == "maria"


def test_nobody_is_told_that_nobody_came_after_somebody_left(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.cases.take(case.id, "maria")
    left = centre.cases.hand_back(case.id, "maria")
    centre.cases.mind(left.changed_at + 30 * MINUTE, PATIENCE)
    assert centre.notices() == ["joined", "left"]

    again = left.changed_at + 31 * MINUTE
    centre.ask_for_person(at=again)
    assert centre.cases.get(case.id).waiting_since == again
    centre.cases.mind(again + 10 * MINUTE, PATIENCE)
    assert centre.notices() == ["joined", "left", "late"]


def test_a_case_stays_with_a_person_while_the_visitor_has_the_word(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.cases.take(case.id, "maria")
    centre.cases.say(case.id, "maria", "Maria", "Which leg?")
    answered = datetime.now(UTC)

    centre.cases.mind(answered + 30 * MINUTE, PATIENCE)
    assert centre.cases.holder("anna") == "maria"

    centre.write(at=answered + MINUTE, held=True)
    centre.cases.mind(answered + 15 * MINUTE, PATIENCE)
    assert centre.cases.holder("anna") == "maria"
    centre.cases.mind(answered + 17 * MINUTE, PATIENCE)
    assert centre.cases.holder("anna") is None


def test_a_case_is_closed_when_neither_says_anything_for_long(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.cases.take(case.id, "maria")
    centre.cases.say(case.id, "maria", "Maria", "Which leg?")

    centre.cases.mind(datetime.now(UTC) + 61 * MINUTE, PATIENCE)

    closed = centre.cases.get(case.id)
    assert (closed.state, closed.closed_by) == (CaseState.CLOSED, "")
    assert centre.notices() == ["joined", "left"]


def test_the_closed_cases_can_be_paged_when_many_were_closed_at_once(centre: Centre) -> None:
    for number in range(5):
        centre.cases.take(centre.ask_for_person(f"visitor {number}").id, "maria")
    centre.cases.mind(datetime.now(UTC) + 61 * MINUTE, PATIENCE)

    pages, before = [], None
    while page := centre.cases.closed(limit=2, before=before):
        pages.append([case.id for case in page])
        before = page[-1].closed_at

    assert [len(page) for page in pages] == [2, 2, 1]
    assert len({case_id for page in pages for case_id in page}) == 5


def test_however_many_mind_it_everything_happens_once(centre: Centre) -> None:
    for number in range(10):
        centre.ask_for_person(f"visitor {number}")

    def mind(_: int) -> int:
        with closing(centre.also()) as process:
            return len(CaseStore(process.records.database, centre.library).mind(at(20), PATIENCE))

    with ThreadPoolExecutor(4) as pool:
        reminded = list(pool.map(mind, range(4)))

    assert sum(reminded) == 10
    assert [centre.notices(f"visitor {number}") for number in range(10)] == [["late"]] * 10
