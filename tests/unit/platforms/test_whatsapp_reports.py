"""What WhatsApp posts of messages that it had taken."""

import json
import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platform_fakes.adapter import Fate, Post
from platform_fakes.whatsapp import PHONE_ID, WhatsAppAdapter

from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.reports import Report

from .meta_made import ANY_JSON, MESSENGER, WHATSAPP, answered, request

WAMID = "wamid.HBgLMTY1MDU1NTAwMDEVAgARGBI="


@pytest.fixture
def adapter() -> WhatsAppAdapter:
    return WhatsAppAdapter()


def reports(post: Post) -> list[Report]:
    return WHATSAPP.reports(request(post))


def status(adapter: WhatsAppAdapter, state: str, **content: Any) -> dict[str, Any]:
    return {**adapter.status("anna", state, **content), "id": WAMID}


@pytest.mark.parametrize("state", ["delivered", "read", "played"])
def test_what_arrived(adapter: WhatsAppAdapter, state: str) -> None:
    assert reports(adapter.value(statuses=[status(adapter, state)])) == [Report(WAMID, Delivered())]


@pytest.mark.parametrize("state", ["sent", "warning", "deleted", "a new state", ""])
def test_what_is_on_its_way_is_not_reported(adapter: WhatsAppAdapter, state: str) -> None:
    assert reports(adapter.value(statuses=[status(adapter, state, errors=[{"code": 131000}])])) == []


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (131026, Blocked("failed, code 131026: Oh")),
        (131047, Blocked("failed, code 131047: Oh")),
        (131051, Rejected("failed, code 131051: Oh")),
        (131000, RetryLater("failed, code 131000: Oh")),
        (131049, RetryLater("failed, code 131049: Oh")),
        (999_999, RetryLater("failed, code 999999: Oh")),
        (None, RetryLater("failed Oh")),
    ],
)
def test_what_did_not_arrive_has_its_reason(adapter: WhatsAppAdapter, code: int | None, outcome: Outcome) -> None:
    errors = [{"code": code, "title": "Oh", "error_data": {"details": "to 16505550001"}}]

    assert reports(adapter.value(statuses=[status(adapter, "failed", errors=errors)])) == [Report(WAMID, outcome)]


def test_the_reason_does_not_name_the_person(adapter: WhatsAppAdapter) -> None:
    errors = [{"code": 131000, "title": "Message to +1 650 555 0001, 16505550001 failed"}]
    (found,) = reports(adapter.value(statuses=[status(adapter, "failed", errors=errors)]))

    assert found.outcome == RetryLater("failed, code 131000: Message to +..., ... failed")


def test_every_report_of_a_post_is_read_beside_its_messages(adapter: WhatsAppAdapter) -> None:
    statuses = [status(adapter, "delivered"), {**status(adapter, "failed"), "id": "wamid.2"}, None, {"id": 3}]
    content = json.loads(adapter.text("anna", "hi").body)
    content["entry"][0]["changes"][0]["value"]["statuses"] = statuses
    post = Post(json.dumps(content).encode())

    assert [report.message_id for report in reports(post)] == [WAMID, "wamid.2"]
    assert [event.text for event in WHATSAPP.read(request(post))] == ["hi"]


def test_reports_of_other_numbers_are_passed_over(adapter: WhatsAppAdapter) -> None:
    other = {"phone_number_id": "106540352242999"}

    assert reports(adapter.value(statuses=[status(adapter, "failed")], metadata=other)) == []


def test_what_is_wrong_with_the_account_is_logged(adapter: WhatsAppAdapter, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert reports(adapter.value(errors=[{"code": 130429, "title": "Rate limit hit"}])) == []

    assert caplog.messages == ["WhatsApp says that something is wrong: account, code 130429: Rate limit hit."]


def test_the_id_of_a_message_that_is_taken_is_that_of_its_reports() -> None:
    taken = {"contacts": [{"wa_id": "1"}], "messages": [{"id": WAMID, "message_status": "accepted"}]}

    assert WHATSAPP.outcome(answered(200, taken)) == Delivered(WAMID)
    assert WHATSAPP.outcome(answered(200, {"messages": "odd"})) == Delivered()


def test_messenger_reports_nothing_later() -> None:
    assert MESSENGER.outcome(answered(200, {"recipient_id": "1", "message_id": "m_1"})) == Delivered()


@pytest.mark.parametrize("fate", list(Fate))
def test_the_reports_of_the_fake_are_understood(adapter: WhatsAppAdapter, fate: Fate) -> None:
    (found,) = reports(adapter.late("anna", WAMID, fate))

    kinds = {Fate.ARRIVED: Delivered, Fate.LOST: RetryLater, Fate.BLOCKED: Blocked, Fate.HOPELESS: Rejected}
    assert isinstance(found.outcome, kinds[fate])
    assert found.message_id == WAMID


FIELDS = st.sampled_from(["id", "status", "errors", "code", "title"])
VALUES = ANY_JSON | st.sampled_from(["failed", "delivered", WAMID])


@given(st.dictionaries(FIELDS, VALUES | st.lists(st.dictionaries(FIELDS, VALUES, max_size=3), max_size=2)))
def test_any_report_is_read(found: dict[str, Any]) -> None:
    value = {"metadata": {"phone_number_id": PHONE_ID}, "statuses": [found], "errors": [found]}
    entry = {"changes": [{"field": "messages", "value": value}]}
    body = json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()

    assert len(reports(Post(body))) <= 1
