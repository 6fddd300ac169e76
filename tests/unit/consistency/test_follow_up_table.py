from typing import Any

import pytest

from cryobot.consistency.follow_up_table import problems
from cryobot.dialogue.follow_ups import FollowUpTable, Meaning
from cryobot.understanding.labels import FOLLOW_UPS

from .builders import FILES, reasons, the_reason

ANY = {"after": "any", "answer": "related"}
NOTHING = {"after": "nothing", "answer": "unclear"}
ANSWERS = {"unclear", "emergency"}


def a_table(*lines: dict[str, str], **others: Any) -> dict[str, tuple[Meaning, ...]]:
    kinds = {kind: [ANY, NOTHING] for kind in FOLLOW_UPS} | ({"deny": list(lines)} if lines else {})
    return FollowUpTable.model_validate(kinds | others).root


def test_a_complete_table() -> None:
    assert problems(a_table({"after": "emergency", "answer": "emergency"}, ANY, NOTHING), ANSWERS, FILES) == []


@pytest.mark.parametrize("answer", ["again", "related", "alone"])
def test_what_the_conversation_decides_is_no_answer_but_allowed(answer: str) -> None:
    assert problems(a_table({"after": "any", "answer": answer}, NOTHING), ANSWERS, FILES) == []


def test_a_kind_that_is_missing() -> None:
    table = a_table()
    del table["affirm"]

    assert the_reason(problems(table, ANSWERS, FILES)) == "there is no table for 'affirm'"


def test_a_kind_that_is_none() -> None:
    assert the_reason(problems(a_table(maybe=[ANY, NOTHING]), ANSWERS, FILES)) == "'maybe' is no follow-up"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([NOTHING], "no line for `after: any`"),
        ([ANY], "no line for `after: nothing`"),
        ([{"after": "doctor", "answer": "prices"}, ANY, NOTHING], "there is no answer 'prices'"),
        ([ANY, {"after": "nothing", "answer": "again"}], "no answer to take 'again' from"),
        ([ANY, {"after": "nothing", "answer": "related"}], "no answer to take 'related' from"),
        ([ANY, ANY, NOTHING], "`after: any` is there twice"),
        ([ANY, {"after": "doctor", "answer": "unclear"}, NOTHING], "`after: doctor` stands behind `any`"),
    ],
)
def test_lines_that_are_wrong(lines: list[dict[str, str]], reason: str) -> None:
    assert reason in the_reason(problems(a_table(*lines), ANSWERS, FILES))


def test_every_wrong_line_is_listed() -> None:
    table = a_table({"after": "doctor", "answer": "prices"}, {"after": "staff", "answer": "costs"}, ANY, NOTHING)

    assert len(reasons(problems(table, ANSWERS, FILES))) == 2
