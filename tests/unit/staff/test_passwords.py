import time

from cryobot.staff.passwords import hash_password, matches

PASSWORD = "warm words for cold rooms"


def seconds(stored: str | None) -> float:
    # Of the processor, which other programs on the machine do not change.
    begun = time.process_time()
    for _ in range(3):
        assert matches("a wrong password", stored) is False
    return time.process_time() - begun


def test_a_name_that_is_none_takes_as_long() -> None:
    stored = hash_password(PASSWORD)
    matches("", None)
    known, unknown = seconds(stored), seconds(None)

    assert 0.5 < unknown / known < 2


def test_nobody_has_the_password_of_the_hash_that_is_compared_with() -> None:
    assert matches("nobody", None) is False


def test_any_character_may_be_in_it() -> None:
    password = "ñ \ud800 \0 \U0001f9ca" * 3
    assert matches(password, hash_password(password))
