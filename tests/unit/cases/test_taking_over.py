from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest

from cryobot.cases.case import CaseState
from cryobot.cases.errors import AlreadyTakenError, CannotReplyError, CaseClosedError, CaseError, NotYoursError
from cryobot.records.plain_text import escape
from cryobot.records.tables import DESK_MESSAGES

from .centre import MINUTE, NOON, Centre


def test_the_visitor_is_told_that_a_person_has_joined_and_reads_what_they_write(centre: Centre) -> None:
    case = centre.ask_for_person()

    taken = centre.cases.take(case.id, "maria")
    said = centre.cases.say(case.id, "maria", "Maria", "Which leg is it?\n<b>")

    assert (taken.state, taken.taken_by, taken.seen_by) == (CaseState.TAKEN, "maria", "maria")
    assert (said.author, said.text, said.is_notice) == ("Maria", "Which leg is it?\n<b>", False)
    messages = centre.cases.messages_after("anna", 0)
    assert [(message.author, message.variant) for message in messages] == [("", "joined"), ("Maria", "")]
    assert messages[0].text == centre.library.text("talk-to-staff", "joined").text
    assert centre.cases.messages_after("anna", said.id) == []
    assert centre.kinds(case)[2:] == ["seen", "taken", "said"]


def test_staff_are_told_once_that_something_did_not_arrive(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.cases.take(case.id, "maria")
    said = centre.cases.say(case.id, "maria", "Maria", "Which leg is it?")
    version = centre.cases.version()

    for _ in range(2):
        centre.cases.not_delivered(said.id)
    centre.cases.not_delivered(said.id + 1)

    marked = [(message.author, message.is_undelivered) for message in centre.cases.messages(case.id)]
    assert marked == [("", False), ("Maria", True)]
    assert centre.kinds(case)[-2:] == ["said", "not-delivered"]
    assert centre.cases.version() > version, "open pages show it at once"


def test_while_it_is_taken_a_person_holds_the_conversation(centre: Centre) -> None:
    case = centre.ask_for_person()
    assert centre.cases.holder("anna") is None

    centre.cases.take(case.id, "maria")
    assert centre.cases.holder("anna") == "maria"
    assert centre.cases.holder("berta") is None

    centre.cases.hand_back(case.id, "maria")
    assert centre.cases.holder("anna") is None
    assert centre.notices() == ["joined", "left"]
    assert centre.cases.get(case.id).state is CaseState.WAITING


def test_closing_a_taken_case_tells_the_visitor_and_closing_a_waiting_one_does_not(centre: Centre) -> None:
    taken, waiting = centre.ask_for_person("taken"), centre.ask_for_person("waiting")
    centre.cases.take(taken.id, "maria")

    for case in (taken, waiting):
        assert centre.cases.close(case.id, "maria").closed_by == "maria"
        centre.cases.close(case.id, "maria")

    assert centre.notices("taken") == ["joined", "left"]
    assert centre.notices("waiting") == []
    assert centre.kinds(taken).count("closed") == 1


def test_only_whoever_has_taken_it_can_write_hand_back_and_close(centre: Centre) -> None:
    case = centre.ask_for_person()
    for use in (centre.cases.hand_back, lambda case_id, who: centre.cases.say(case_id, who, "Jo", "hi")):
        with pytest.raises(NotYoursError):
            use(case.id, "jo")
    centre.cases.take(case.id, "maria")
    for use in (centre.cases.hand_back, lambda case_id, who: centre.cases.say(case_id, who, "Jo", "hi")):
        with pytest.raises(NotYoursError):
            use(case.id, "jo")
    for use in (centre.cases.take, centre.cases.close):
        with pytest.raises(AlreadyTakenError) as caught:
            use(case.id, "jo")
        assert caught.value.by == "maria"
    assert centre.cases.take(case.id, "maria").taken_by == "maria"
    assert centre.notices() == ["joined"]


def test_a_closed_case_cannot_be_taken(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.cases.close(case.id, "maria")

    with pytest.raises(CaseClosedError):
        centre.cases.take(case.id, "jo")


def test_a_channel_that_cannot_bring_a_persons_words_cannot_be_taken_over(centre: Centre) -> None:
    case = centre.ask_for_person(channel="rest")

    with pytest.raises(CannotReplyError, match="rest"):
        centre.cases.take(case.id, "maria")
    assert centre.cases.holder("anna") is None


def test_of_many_who_take_it_at_the_same_moment_one_gets_it(centre: Centre) -> None:
    names = [f"person {number}" for number in range(6)]
    for round_number in range(5):
        case = centre.ask_for_person(f"visitor {round_number}")
        start = Barrier(len(names))

        def take(name: str, case_id: str = case.id, start: Barrier = start) -> str | None:
            with closing(centre.also()) as process:
                start.wait()
                try:
                    process.cases.take(case_id, name)
                except CaseError:
                    return None
                return name

        with ThreadPoolExecutor(len(names)) as pool:
            got = [name for name in pool.map(take, names) if name]
        assert got == [centre.cases.get(case.id).taken_by]
        assert centre.notices(f"visitor {round_number}") == ["joined"]


def test_notes_are_for_staff_and_keep_any_text(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.cases.note(case.id, "maria", "called \x00back, \u202eok")

    assert centre.cases.trail(case.id)[-1].text == "called back, \u202eok"
    assert centre.cases.messages_after("anna", 0) == []


def test_contact_details_are_kept_with_the_open_case_only(centre: Centre) -> None:
    assert centre.cases.leave_contact("anna", "0171 555") is False
    case = centre.ask_for_person()

    assert centre.cases.leave_contact("anna", "0171 555") is True
    assert centre.cases.get(case.id).contact == "0171 555"
    assert centre.cases.standing("anna").contact_left
    assert centre.kinds(case)[-1] == "contact"


def test_what_is_for_a_platform_waits_until_it_is_passed_on(centre: Centre) -> None:
    case = centre.ask_for_person(channel="telegram")
    centre.cases.take(case.id, "maria")
    centre.cases.say(case.id, "maria", "Maria", "Hello")

    first, second = centre.cases.to_pass_on("telegram")
    centre.cases.passed_on(first.id)

    assert (first.variant, second.text) == ("joined", "Hello")
    assert centre.cases.to_pass_on("telegram") == [second]
    assert centre.cases.to_pass_on("slack") == []


def test_the_widget_has_read_what_it_was_given(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.cases.take(case.id, "maria")
    centre.cases.messages_after("anna", 0)

    with centre.records.database.transaction() as connection:
        row = connection.execute(DESK_MESSAGES.select().where(DESK_MESSAGES.c.sender_id == escape("anna"))).one()
    assert row.passed_on_at is not None


def test_the_visitors_last_word_is_noted_in_the_open_case(centre: Centre) -> None:
    case = centre.ask_for_person()
    centre.write(at=NOON + 3 * MINUTE)
    centre.write(at=NOON + MINUTE)

    assert centre.cases.get(case.id).visitor_at == NOON + 3 * MINUTE
