"""A visitor talks to the assistant through the proxy."""

from uuid import uuid4

import httpx
import pytest
from real_proxies.asking import MESSAGES, ids, send
from real_proxies.fixtures import MESSAGES_OF_AN_ADDRESS, WEBSITE
from real_proxies.servers import Proxy

MARK = "i have a blister on my calf since yesterday"
FORGERIES = ("X_Forwarded_For", "X_Real_IP", "Forwarded", "X_Client_IP", "True_Client_IP")


def test_answers_a_page_of_the_website(visitor: httpx.Client) -> None:
    answer = send(visitor, MARK, Origin=WEBSITE, Accept_Encoding="gzip")
    assert ids(answer) == ["skin-marks"]
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers.get_list("Access-Control-Allow-Origin") == [WEBSITE]
    assert len(answer.headers.get_list("X-Content-Type-Options")) == 1
    # An answer that is compressed tells by its length what is in it.
    assert "Content-Encoding" not in answer.headers


def test_answers_its_own_page(proxy: Proxy, visitor: httpx.Client) -> None:
    assert ids(send(visitor, MARK, Origin=proxy.origin)) == ["skin-marks"]


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", f"{WEBSITE}.elsewhere.example"])
def test_refuses_pages_of_other_websites(visitor: httpx.Client, origin: str) -> None:
    answer = send(visitor, MARK, Origin=origin)
    assert answer.status_code == 403
    assert "CRYOBOT_ORIGINS" in answer.json()["error"]
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_tells_browsers_who_may_ask(visitor: httpx.Client) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    allowed = visitor.options(MESSAGES, headers={"Origin": WEBSITE, **asked})
    assert (allowed.status_code, allowed.headers["Access-Control-Allow-Origin"]) == (204, WEBSITE)
    assert visitor.options(MESSAGES, headers={"Origin": "https://elsewhere.example", **asked}).status_code == 403


def test_forgets_on_request(visitor: httpx.Client) -> None:
    assert visitor.post("/webhooks/web/forget", json={"conversation": str(uuid4())}).status_code == 204


def test_forged_addresses_do_not_get_round_the_limit(proxy: Proxy, address: str) -> None:
    with proxy.client(address) as visitor:
        for number in range(MESSAGES_OF_AN_ADDRESS):
            assert ids(send(visitor, "/skin-marks", **forged(number))) == ["skin-marks"]
        refused = send(visitor, "/skin-marks", **forged(200))
        assert refused.status_code == 429
        seconds = int(refused.headers["Retry-After"])
        assert 0 < seconds <= 3600
        assert refused.json()["retry_after"] == seconds


def test_the_limit_is_that_of_a_visitor_and_not_of_the_proxy(proxy: Proxy, address: str) -> None:
    for last in (1, 2):
        with proxy.client(f"127.0.{last + 1}.{address.rpartition('.')[2]}") as visitor:
            for _ in range(MESSAGES_OF_AN_ADDRESS - 1):
                assert ids(send(visitor, "/skin-marks")) == ["skin-marks"]


def forged(number: int) -> dict[str, str]:
    """Give headers of a visitor who claims to come from elsewhere."""
    return dict.fromkeys(FORGERIES, f"203.0.113.{number}") | {"Forwarded": f"for=203.0.113.{number}"}


def test_a_message_that_is_too_large_is_refused_by_the_assistant(visitor: httpx.Client) -> None:
    answer = visitor.post(MESSAGES, content=b"x" * 100_000)
    assert answer.status_code == 413
    assert "too large" in answer.json()["error"]
