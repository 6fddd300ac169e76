"""How many requests the chat widget may send."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from tiny_bot.live_server import OPTIONS

from cryobot.browser.limits import RequestLimits
from cryobot.server.app import Browsers

from .web_chat import RATING, Chat, chatting


@pytest.fixture
def few(model: Path) -> Iterator[Chat]:
    """A chat with a small limit, behind one proxy."""
    options = replace(OPTIONS, deadline_seconds=2, requests=RequestLimits("3/minute", "5/minute"))
    with chatting(model, options, Browsers(proxies=1)) as chat:
        yield chat


def test_a_visitor_may_send_only_so_much_of_everything(few: Chat) -> None:
    assert len(few.ask("mark on the skin")) == 1
    assert few.post("ratings", **RATING).status_code == 204
    assert few.post("forget").status_code == 204
    for path in ("messages", "ratings", "forget"):
        response = few.post(path, message="mark on the skin")
        assert response.status_code == 429
        body = response.json()
        assert list(body) == ["error", "retry_after"]
        assert 50 < body["retry_after"] <= 60
        assert response.headers["Retry-After"] == str(body["retry_after"])
    assert few.conversations.senders() == []


def test_an_address_may_send_only_so_much_whatever_its_conversations(few: Chat) -> None:
    statuses = [few.post("forget", str(uuid4())).status_code for _ in range(6)]

    assert statuses == [204] * 5 + [429]


def test_the_address_is_the_one_that_the_proxy_saw(few: Chat) -> None:
    def statuses(forwarded: str) -> set[int]:
        few.server.client.headers["X-Forwarded-For"] = forwarded
        return {few.post("forget", str(uuid4())).status_code for _ in range(5)}

    assert statuses("192.0.2.1") == {204}
    assert statuses("192.0.2.2") == {204}
    assert statuses("192.0.2.9, 192.0.2.1") == {429}, "what the visitor says of itself does not count"
    assert statuses("2001:db8::1") == {204}
    assert statuses("2001:db8::2") == {429}, "neighbours"


def test_what_is_refused_anyway_is_not_counted(few: Chat) -> None:
    for _ in range(10):
        assert few.post("messages", "anna", message="mark on the skin").status_code == 400
    assert len(few.ask("mark on the skin")) == 1


def test_other_channels_have_no_limit(few: Chat) -> None:
    assert {few.server.send("anna", "mark on the skin").status_code for _ in range(8)} == {200}


def test_nobody_can_claim_another_address_without_a_proxy(model: Path) -> None:
    with chatting(model, replace(OPTIONS, requests=RequestLimits("5/minute", "1/minute"))) as chat:
        statuses = []
        for address in ("192.0.2.1", "192.0.2.2"):
            chat.server.client.headers["X-Forwarded-For"] = address
            statuses.append(chat.post("forget", str(uuid4())).status_code)

    assert statuses == [204, 429]
