from datetime import date

from cryobot.consistency.approvals import problems
from cryobot.guidance.approval import Approval, hashes_of

from .builders import FILES, a_text, an_answer, the_reason

ANSWER = an_answer()
APPROVED = {"uses": Approval(approved_by="Someone", approved_on=date(2026, 1, 1), hashes=hashes_of(ANSWER))}


def test_an_approved_text() -> None:
    assert problems([ANSWER], APPROVED, {"uses"}, FILES) == []


def test_a_text_that_was_never_approved() -> None:
    found = problems([ANSWER], {}, {"uses"}, FILES)

    assert the_reason(found) == "its text was never approved"
    assert "cryobot approve uses --by" in found[0].remedy


def test_a_text_that_was_changed_by_one_letter() -> None:
    changed = a_text(ANSWER.texts["default"]["en"].replace("pain", "pains"))

    assert the_reason(problems([changed], APPROVED, {"uses"}, FILES)) == "its text was changed after the approval"


def test_a_variant_that_was_added() -> None:
    added = an_answer(texts=ANSWER.texts | {"again": {"en": "Once more."}})

    assert "changed after the approval" in the_reason(problems([added], APPROVED, {"uses"}, FILES))


def test_an_approval_of_an_answer_that_is_gone() -> None:
    found = problems([], APPROVED, set(), FILES)

    assert the_reason(found) == "'uses' is approved, but there is no such answer"
    assert found[0].file == FILES.approvals


def test_the_approval_of_an_answer_that_cannot_be_read_is_left_alone() -> None:
    assert problems([], APPROVED, {"uses"}, FILES) == []
