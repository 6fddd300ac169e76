"""What the answers of the Graph API mean."""

import json

import pytest

from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import Response
from cryobot.platforms.meta import MetaPlatform

from .meta_made import answered, error

WRONG_PAGE = RetryLater("an answer that is not Meta's")


@pytest.mark.parametrize(
    ("response", "outcome"),
    [
        (answered(200, {"id": "106540352242922"}), Delivered()),
        (answered(200, {"recipient_id": "1", "message_id": "m_1"}), Delivered()),
        (answered(200, b"<html>Sign in to this network"), WRONG_PAGE),
        (answered(200, b""), WRONG_PAGE),
        (answered(200, {"error": "what"}), WRONG_PAGE),
        (answered(200, []), WRONG_PAGE),
        (answered(302, b""), RetryLater("302")),
        (answered(404, b"no"), RetryLater("404")),
        (answered(403, b"no"), Rejected("403")),
        (answered(502, b"Bad Gateway"), RetryLater("502")),
        (answered(429, b"", retry_after="7"), RetryLater("429", 7)),
        (answered(400, {"error": {"message": "Odd"}}), Rejected("400 Odd")),
    ],
)
def test_of_answers_without_a_code(meta_platform: MetaPlatform, response: Response, outcome: Outcome) -> None:
    assert meta_platform.outcome(response) == outcome


@pytest.mark.parametrize("code", [4, 17, 32, 613, 80006, 80007, 130429])
def test_too_many_requests_close_the_platform_for_everyone(meta_platform: MetaPlatform, code: int) -> None:
    outcome = meta_platform.outcome(answered(400, error(code)))

    assert isinstance(outcome, RetryLater)
    assert outcome.everyone
    assert outcome.seconds is not None
    assert 1 <= outcome.seconds <= 60
    assert meta_platform.outcome(answered(400, error(code), retry_after="9")) == RetryLater(outcome.reason, 9, True)


@pytest.mark.parametrize(
    ("usage", "seconds"),
    [
        (json.dumps({"1": [{"estimated_time_to_regain_access": 3}], "2": [{"call_count": 1}]}), 180),
        (json.dumps({"1": [{"estimated_time_to_regain_access": 0}]}), 60),
        (json.dumps({"1": 5, "2": ["x"], "3": None}), 60),
        ("[1]", 60),
        ("{", 60),
        ("[" * 100_000, 60),
    ],
)
def test_what_meta_says_of_the_time_is_kept_to(meta_platform: MetaPlatform, usage: str, seconds: float) -> None:
    outcome = meta_platform.outcome(answered(400, error(80007), x_business_use_case_usage=usage))

    assert isinstance(outcome, RetryLater)
    assert outcome.seconds == seconds


@pytest.mark.parametrize(
    ("code", "subcode"),
    [
        *((551, 1545041), (551, None), (131026, None), (131047, None)),
        *((10, 2018278), (10, 2018065), (10, 2018108), (100, 2018001), (200, 1545041)),
    ],
)
def test_who_does_not_get_messages_is_left_alone(meta_platform: MetaPlatform, code: int, subcode: int | None) -> None:
    assert isinstance(meta_platform.outcome(answered(400, error(code, subcode))), Blocked)


@pytest.mark.parametrize(
    ("status", "code", "subcode"),
    [
        *((401, 190, 463), (400, 190, None), (403, 10, None), (403, 200, 2018028), (403, 299, None)),
        *((400, 2, None), (400, 100, 33), (400, 1200, None), (400, 131000, None), (400, 131030, None)),
        *((400, 131042, None), (400, 131048, None), (400, 131056, None), (403, 368, None), (400, 133010, None)),
    ],
)
def test_what_is_mended_by_time_or_by_the_operator_is_tried_again(
    meta_platform: MetaPlatform, status: int, code: int, subcode: int | None
) -> None:
    outcome = meta_platform.outcome(answered(status, error(code, subcode)))

    assert isinstance(outcome, RetryLater)
    assert not outcome.everyone


def test_what_is_wrong_with_a_message_stays_wrong(meta_platform: MetaPlatform) -> None:
    words = "(#100) Length of param must be less than or equal to 2000"
    outcome = meta_platform.outcome(answered(400, error(100, message=words)))

    assert outcome == Rejected("400, code 100: (#100) Length of param must be less than or equal to 2000")
    assert meta_platform.outcome(answered(400, error(131009))) == Rejected("400, code 131009: No")


@pytest.mark.parametrize(
    "response",
    [
        answered(400, error(999, is_transient=True)),
        answered(500, error(999)),
        answered(429, error(999)),
        answered(200, error(999)),
    ],
)
def test_what_nobody_knows_is_tried_again_if_it_can_pass(meta_platform: MetaPlatform, response: Response) -> None:
    assert isinstance(meta_platform.outcome(response), RetryLater)


def test_the_reason_has_the_code_and_no_number_of_a_person(meta_platform: MetaPlatform) -> None:
    outcome = meta_platform.outcome(answered(400, error(131026, 2494010, "(#131026) 16505550001 is not there")))

    assert outcome == Blocked("400, code 131026/2494010: (#131026) ... is not there")


@pytest.mark.parametrize("code", [None, "190", True, [190], {}, 1e999])
def test_codes_of_any_kind_are_understood(meta_platform: MetaPlatform, code: object) -> None:
    assert meta_platform.outcome(answered(400, error(code))) == Rejected("400 No")
