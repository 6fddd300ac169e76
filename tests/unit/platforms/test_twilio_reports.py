"""What Twilio posts of messages that it had taken."""

import pytest
from platform_fakes.adapter import Fate
from platform_fakes.twilio import TwilioAdapter

from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.reports import Report

from .twilio_made import TWILIO, is_taken, request

SID = "SM" + "0" * 32


@pytest.fixture
def adapter() -> TwilioAdapter:
    return TwilioAdapter()


def reported(adapter: TwilioAdapter, **fields: str) -> list[Report]:
    post = adapter.report("anna", MessageSid=SID, **fields)
    assert is_taken(post)
    return TWILIO.reports(request(post))


@pytest.mark.parametrize("state", ["delivered", "read"])
def test_what_arrived(adapter: TwilioAdapter, state: str) -> None:
    assert reported(adapter, MessageStatus=state) == [Report(SID, Delivered())]


@pytest.mark.parametrize("state", ["", "accepted", "scheduled", "queued", "sending", "sent", "received", "a new state"])
def test_what_is_on_its_way_is_not_reported(adapter: TwilioAdapter, state: str) -> None:
    assert reported(adapter, MessageStatus=state, ErrorCode="63018") == []


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("63024", Blocked("undelivered error 63024")),
        ("63003", Blocked("undelivered error 63003")),
        ("21610", Blocked("undelivered error 21610")),
        ("63016", Rejected("undelivered error 63016")),
        ("63013", Rejected("undelivered error 63013")),
        ("63018", RetryLater("undelivered error 63018")),
        ("63012", RetryLater("undelivered error 63012")),
        ("99999", RetryLater("undelivered error 99999")),
        ("", RetryLater("undelivered")),
        ("+34600000001", RetryLater("undelivered")),
        ("٦٣٠١٦", RetryLater("undelivered")),
    ],
)
def test_what_did_not_arrive_has_its_reason(adapter: TwilioAdapter, code: str, outcome: Outcome) -> None:
    assert reported(adapter, MessageStatus="undelivered", ErrorCode=code) == [Report(SID, outcome)]


@pytest.mark.parametrize("state", ["failed", "canceled"])
def test_other_ways_to_fail(adapter: TwilioAdapter, state: str) -> None:
    (found,) = reported(adapter, MessageStatus=state, ErrorCode="63010")

    assert found.outcome == RetryLater(f"{state} error 63010")


@pytest.mark.parametrize("sid", ["", "x", "SM\n", "../" * 5])
def test_a_report_of_no_message_is_passed_over(adapter: TwilioAdapter, sid: str) -> None:
    post = adapter.report("anna", MessageStatus="failed", MessageSid=sid, SmsSid=sid)

    assert TWILIO.reports(request(post)) == []


def test_what_persons_do_is_no_report(adapter: TwilioAdapter) -> None:
    assert TWILIO.reports(request(adapter.text("anna", "hi"))) == []
    with_error = adapter.signed(adapter.form("anna", Body="hi", ErrorCode="11200"))
    assert TWILIO.reports(request(with_error)) == []


@pytest.mark.parametrize("fate", list(Fate))
def test_the_reports_of_the_fake_are_understood(adapter: TwilioAdapter, fate: Fate) -> None:
    (found,) = TWILIO.reports(request(adapter.late("anna", SID, fate)))

    kinds = {Fate.ARRIVED: Delivered, Fate.LOST: RetryLater, Fate.BLOCKED: Blocked, Fate.HOPELESS: Rejected}
    assert isinstance(found.outcome, kinds[fate])
    assert found.message_id == SID
