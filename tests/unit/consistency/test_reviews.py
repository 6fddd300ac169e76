from datetime import date

from cryobot.consistency.reviews import warnings

from .builders import FILES, an_answer, the_reason


def test_a_review_that_is_due() -> None:
    assert warnings([an_answer()], date(2026, 6, 30), FILES) == []
    assert the_reason(warnings([an_answer()], date(2026, 7, 1), FILES)) == "the review was due on 2026-07-01"
