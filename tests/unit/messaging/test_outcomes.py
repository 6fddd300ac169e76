import pytest

from cryobot.messaging.outcomes import Delivered, Rejected, RetryLater, by_status, plain_reason, retry_after
from cryobot.messaging.outgoing import Response


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, Delivered),
        (202, Delivered),
        (302, RetryLater),
        (400, Rejected),
        (401, RetryLater),
        (404, RetryLater),
        (408, RetryLater),
        (413, Rejected),
        (429, RetryLater),
        (500, RetryLater),
        (503, RetryLater),
        (599, RetryLater),
    ],
)
def test_gives_what_a_status_amounts_to(status: int, kind: type) -> None:
    assert isinstance(by_status(Response(status)), kind)


def test_keeps_to_retry_after() -> None:
    assert by_status(Response(429, {"retry-after": "12"}), "slow down") == RetryLater("429 slow down", 12.0)
    assert by_status(Response(503, {"retry-after": "3"})) == RetryLater("503", 3.0)


@pytest.mark.parametrize("value", ["", "soon", "-1", "inf", "nan", "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_passes_over_a_retry_after_that_is_no_number(value: str) -> None:
    assert retry_after(Response(429, {"retry-after": value})) is None


@pytest.mark.parametrize(
    "words", ["error 63016", "(#131026) gone", "429 error 20429", "2000 characters", "is_archived"]
)
def test_a_reason_keeps_error_codes(words: str) -> None:
    assert plain_reason(words) == words


@pytest.mark.parametrize(
    "token",
    ["xoxb-123456789012-abcDEF", "EAAJB0sZCcBOZBp4xxZAq", "bot12345678:AAF-abc_DEF1234567890", "9f8e7d6c9f8e7d6c"],
)
def test_a_reason_has_no_token(token: str) -> None:
    shown = plain_reason(f"wrong token {token} given")

    assert shown.startswith("wrong token ")
    assert shown.endswith("... given")
    assert token[-8:] not in shown


def test_a_reason_is_short_and_has_no_number_of_a_person() -> None:
    assert plain_reason("400  user +34600123456\n not found, code 131") == "400 user +... not found, code 131"
    assert plain_reason("(650) 555-0001, 600 123 456 or 16505550001") == "(..., ... or ..."
    assert len(plain_reason("x" * 500)) == 80
