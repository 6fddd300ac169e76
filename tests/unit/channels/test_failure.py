import re

import pytest
from sqlalchemy.exc import OperationalError

from cryobot.channels.failure import Failure, failure_of, place_of
from cryobot.conversations.rows import ConversationStoreError
from cryobot.errors import StoreError


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (TimeoutError(), Failure.DEADLINE),
        (ConversationStoreError("locked"), Failure.STORE),
        (StoreError("locked"), Failure.STORE),
        (OperationalError("SELECT", {}, Exception()), Failure.STORE),
        (PermissionError(), Failure.STORE),
        (ValueError(), Failure.ERROR),
        (SystemExit(1), Failure.ERROR),
    ],
)
def test_names_what_an_error_amounts_to(error: BaseException, failure: Failure) -> None:
    assert failure_of(error) is failure


def test_says_where_an_error_was_raised_and_not_what_it_quotes() -> None:
    try:
        raise ValueError("I have a rash")
    except ValueError as error:
        place = place_of(error)

    assert place.startswith("ValueError at test_failure.py:")
    assert "rash" not in place


def test_says_where_the_cause_was_raised_too() -> None:
    try:
        try:
            raise ValueError("I have a rash")
        except ValueError as cause:
            raise RuntimeError("rash") from cause
    except RuntimeError as error:
        place = place_of(error)

    assert re.fullmatch(r"RuntimeError at test_failure.py:\d+, caused by ValueError at test_failure.py:\d+", place)
