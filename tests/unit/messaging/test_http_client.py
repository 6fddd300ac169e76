import asyncio
from collections.abc import Iterator

import pytest
from platform_fakes.fake import Answer, FakePlatform, Mode, Received, Shown

from cryobot.messaging.errors import UnreachableError
from cryobot.messaging.http_client import ANSWER_BYTES, HttpClient
from cryobot.messaging.outgoing import HttpRequest, Response


class EchoFake(FakePlatform):
    def person_of(self, received: Received) -> str | None:
        return received.path

    def respond(self, received: Received) -> tuple[Answer, Shown | None]:
        if received.path == "/redirect":
            return Answer(302, "", {"Location": "/elsewhere"}), None
        if received.path == "/long":
            return Answer(200, "x" * 10 * ANSWER_BYTES), None
        kind = received.headers.get("content-type", "")
        return Answer(200, f"{received.method} {kind} {received.body.decode()}", {"X-Answer": "yes"}), None

    def refusal(self, reason: str) -> Answer:
        return Answer(400, reason)

    def limited(self, seconds: float) -> Answer:
        return Answer(429)

    def blocked(self) -> Answer:
        return Answer(200, "gone")


@pytest.fixture
def fake() -> Iterator[EchoFake]:
    with EchoFake() as started:
        yield started


def send(*requests: HttpRequest, seconds: float = 1.0) -> list[Response]:
    async def run() -> list[Response]:
        async with HttpClient(seconds) as client:
            return [await client.send(request) for request in requests]

    return asyncio.run(run())


def test_sends_json_and_forms(fake: EchoFake) -> None:
    as_json, as_form, got = send(
        HttpRequest(f"{fake.url}/a", json={"text": "é"}),
        HttpRequest(f"{fake.url}/a", form={"Body": "a b&c", "To": "+1"}),
        HttpRequest(f"{fake.url}/a", method="GET"),
    )

    assert as_json.body == b'POST application/json {"text": "\\u00e9"}'
    assert as_form.body == b"POST application/x-www-form-urlencoded Body=a+b%26c&To=%2B1"
    assert got.body.startswith(b"GET")
    assert got.headers["x-answer"] == "yes"


def test_gives_any_status_and_follows_no_redirection(fake: EchoFake) -> None:
    fake.switch(Mode.BROKEN, times=1)

    assert [
        response.status for response in send(HttpRequest(f"{fake.url}/a"), HttpRequest(f"{fake.url}/redirect"))
    ] == [
        500,
        302,
    ]


def test_a_fake_that_refuses_with_status_200_does_not_let_through(fake: EchoFake) -> None:
    fake.switch(Mode.BLOCKED, times=1)

    refused, through = send(HttpRequest(f"{fake.url}/a"), HttpRequest(f"{fake.url}/a"))

    assert (refused.status, refused.body) == (200, b"gone")
    assert through.body.startswith(b"POST")


def test_reads_no_more_than_is_sensible(fake: EchoFake) -> None:
    (response,) = send(HttpRequest(f"{fake.url}/long"))

    assert ANSWER_BYTES <= len(response.body) < 3 * ANSWER_BYTES


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        (Mode.DOWN, "ClientConnectorError"),
        (Mode.CUT, "ServerDisconnectedError"),
        (Mode.HANG, "no answer in time"),
    ],
)
def test_says_why_there_is_no_answer_without_the_address(fake: EchoFake, mode: Mode, reason: str) -> None:
    url = f"{fake.url}/bot-secret-token"
    fake.switch(mode)

    with pytest.raises(UnreachableError) as error:
        send(HttpRequest(url), seconds=0.3)
    assert error.value.reason == reason
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("url", ["not an address", "http://", "ftp://a.example", "http://[::1"])
def test_an_address_that_is_none_is_no_crash(url: str) -> None:
    with pytest.raises(UnreachableError):
        send(HttpRequest(url))
