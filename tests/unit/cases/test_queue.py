from datetime import timedelta

import pytest

from cryobot.cases.case import QueueNumbers
from cryobot.cases.errors import NoSuchCaseError
from cryobot.guidance.answer import Escalation

from .centre import MINUTE, NOON, Centre


def test_the_most_urgent_comes_first_and_the_newest_among_equals(centre: Centre) -> None:
    centre.ask_for_person("early")
    centre.escalate("mark", at=NOON + MINUTE)
    centre.escalate("danger", Escalation.EMERGENCY, at=NOON + 2 * MINUTE)
    centre.escalate("later mark", at=NOON + 3 * MINUTE)
    centre.ask_for_person("late", at=NOON + 4 * MINUTE)

    assert [case.sender_id for case in centre.cases.queue()] == ["danger", "later mark", "mark", "late", "early"]
    assert [case.sender_id for case in centre.cases.queue(limit=2)] == ["danger", "later mark"]


def test_the_numbers_tell_waiting_unseen_and_taken_apart(centre: Centre) -> None:
    assert centre.cases.numbers() == QueueNumbers(0, 0, 0)
    cases = [centre.ask_for_person(sender) for sender in ("a", "b", "c", "d")]
    centre.cases.see(cases[0].id, "maria")
    centre.cases.take(cases[1].id, "maria")
    centre.cases.close(cases[2].id, "maria")

    assert centre.cases.numbers() == QueueNumbers(waiting=2, unseen=1, taken=1)


def test_the_first_look_counts(centre: Centre) -> None:
    case = centre.escalate()

    assert centre.cases.see(case.id, "maria").seen_by == "maria"
    assert centre.cases.see(case.id, "jo").seen_by == "maria"
    assert centre.kinds(case).count("seen") == 1


def test_the_version_grows_with_everything_that_happens(centre: Centre) -> None:
    versions = [centre.cases.version()]
    case = centre.escalate()
    for do in (
        lambda: centre.cases.see(case.id, "maria"),
        lambda: centre.cases.note(case.id, "maria", "called back"),
        lambda: centre.cases.take(case.id, "maria"),
        lambda: centre.cases.say(case.id, "maria", "Maria", "Hello"),
        lambda: centre.cases.hand_back(case.id, "maria"),
        lambda: centre.cases.close(case.id, "maria"),
    ):
        versions.append(centre.cases.version())
        do()
    versions.append(centre.cases.version())

    assert versions == sorted(set(versions))


def test_closed_cases_are_given_page_by_page(centre: Centre) -> None:
    cases = [centre.ask_for_person(f"visitor {number}") for number in range(5)]
    for case in cases:
        centre.cases.close(case.id, "maria")

    first = centre.cases.closed(limit=2)
    rest = centre.cases.closed(before=first[-1].closed_at)

    assert [case.id for case in [*first, *rest]] == [case.id for case in reversed(cases)]


def test_people_before_are_those_who_ask_for_a_person_and_wait_longer(centre: Centre) -> None:
    centre.ask_for_person("first", at=NOON)
    centre.escalate("only a mark", at=NOON)
    centre.ask_for_person("second", at=NOON + MINUTE)
    taken = centre.ask_for_person("taken", at=NOON)
    centre.cases.take(taken.id, "maria")
    centre.ask_for_person("third", at=NOON + timedelta(hours=1))

    before = [centre.cases.people_before(sender) for sender in ("first", "second", "third", "nobody")]
    assert before == [0, 1, 2, 3]


def test_a_case_that_is_not_there_says_so(centre: Centre) -> None:
    for use in (centre.cases.get, lambda case: centre.cases.take(case, "m"), lambda case: centre.cases.see(case, "m")):
        with pytest.raises(NoSuchCaseError, match="no case 00"):
            use("00")
