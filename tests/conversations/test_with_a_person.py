"""While a member of staff has taken over, the trained assistant is silent but for danger and marks on the skin."""

from collections.abc import Iterator
from contextlib import closing
from uuid import uuid4

import pytest
from real_bot.process import RunningBot, running

from cryobot.cases.case import CaseState, Urgency
from cryobot.cases.store import CaseStore
from cryobot.guidance.installed import installed_library
from cryobot.records.store import RecordStore

STAFF = "I would like to talk to a member of staff, please."

ORDINARY = [
    "Hello Maria, thanks for joining.",
    "Is cryotherapy safe?",
    "How much does a session cost?",
    "Yes, tomorrow at ten is fine.",
    "My friend Mark will come along.",
    "I have no marks at all, everything is fine.",
    "I am pregnant, may I have it?",
    "Can I talk to a person?",
    "qwertz asdf",
    "no",
    "That was not helpful.",
]
PRESSING = {
    "There is a blister on my foot since the session.": "skin-marks",
    "i hav a blsiter on my leg": "skin-marks",
    "Thanks Maria. By the way, my skin has turned purple where it was treated.": "skin-marks",
    "My husband has chest pain.": "emergency",
    "she cannot breathe": "emergency",
}


class Desk:
    """The assistant, and the desk of its staff."""

    def __init__(self, bot: RunningBot, cases: CaseStore) -> None:
        self.bot = bot
        self.cases = cases

    def ask(self, sender: str, message: str) -> tuple[list[str], str]:
        self.bot.sent.append(message)
        response = self.bot.client.post("/webhooks/web/messages", json={"conversation": sender, "message": message})
        assert response.status_code == 200, response.text
        body = response.json()
        return [reply["metadata"]["guidance_id"] for reply in body["replies"]], body["state"]

    def taken_over(self) -> tuple[str, str]:
        """Give a conversation that a person has taken over, and its case."""
        sender = str(uuid4())
        assert self.ask(sender, STAFF) == (["talk-to-staff"], "waiting")
        (case,) = [case for case in self.cases.queue() if case.sender_id == sender]
        self.cases.take(case.id, "maria")
        return sender, case.id


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("taken-over")
    with (
        running(folder, address_limit="9999/minute", visitor_limit="9999/minute") as bot,
        closing(RecordStore(f"sqlite:///{folder / 'records.db'}")) as records,
    ):
        yield Desk(bot, CaseStore(records.database, installed_library()))


def test_what_is_said_to_the_person_gets_no_answer(desk: Desk) -> None:
    sender, case = desk.taken_over()
    for message in ORDINARY:
        assert desk.ask(sender, message) == ([], "person"), message
    assert desk.cases.get(case).urgency is Urgency.PERSON


@pytest.mark.parametrize("message", PRESSING)
def test_danger_and_marks_are_answered_and_recorded(desk: Desk, message: str) -> None:
    sender, case = desk.taken_over()
    assert desk.ask(sender, message) == ([PRESSING[message]], "person")
    raised = desk.cases.get(case)
    assert raised.urgency is (Urgency.EMERGENCY if PRESSING[message] == "emergency" else Urgency.DERMATOLOGIST)
    assert (raised.state, raised.seen_at) == (CaseState.TAKEN, None)
    assert desk.ask(sender, "it is only a tiny one though") == ([], "person"), "the person answers that"


def test_after_the_person_has_left_the_assistant_goes_on(desk: Desk) -> None:
    sender, case = desk.taken_over()
    assert desk.ask(sender, "There is a blister on my foot since the session.") == (["skin-marks"], "person")
    desk.cases.close(case, "maria")
    assert desk.ask(sender, "it is only a tiny one though") == (["skin-marks"], "assistant")


def test_programs_are_always_answered(desk: Desk) -> None:
    sender, _ = desk.taken_over()
    assert desk.bot.ids(sender, "Is cryotherapy safe?") == ["overall-safety"]
