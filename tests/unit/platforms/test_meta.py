import hmac
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from platform_fakes.adapter import Post
from platform_fakes.messenger import MessengerAdapter
from platform_fakes.meta import APP_SECRET, TOKEN, VERIFY_TOKEN, MetaAdapter
from platform_fakes.whatsapp import PHONE_ID, WhatsAppAdapter
from pydantic import ValidationError

from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import EventKind, WebhookRequest
from cryobot.messaging.outcomes import Blocked, Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import Address, Message, OutgoingRequest, Response
from cryobot.messaging.words import load_words
from cryobot.platforms.messenger import Messenger, MessengerSettings
from cryobot.platforms.meta import MetaPlatform, MetaSettings
from cryobot.platforms.whatsapp import WhatsApp, WhatsAppSettings

VALUES: dict[str, Any] = {"token": TOKEN, "app_secret": APP_SECRET, "verify_token": VERIFY_TOKEN}
WRONG_PAGE = RetryLater("an answer that is not Meta's")


@pytest.fixture(params=["whatsapp", "messenger"])
def adapter(request: pytest.FixtureRequest) -> MetaAdapter:
    return WhatsAppAdapter() if request.param == "whatsapp" else MessengerAdapter()


@pytest.fixture
def platform(adapter: MetaAdapter) -> MetaPlatform:
    if adapter.name == "whatsapp":
        return WhatsApp(WhatsAppSettings(**VALUES, phone_id=PHONE_ID), load_words("en"))
    return Messenger(MessengerSettings(**VALUES), load_words("en"))


def request(post: Post) -> WebhookRequest:
    headers = {name.lower(): value for name, value in post.headers.items()}
    return WebhookRequest("POST", "/webhooks/meta/webhook", headers, post.body)


def asked(**fields: str) -> WebhookRequest:
    query = urlencode({name.replace("_", ".", 1): value for name, value in fields.items()})
    return WebhookRequest("GET", f"/webhooks/meta/webhook?{query}")


def answered(status: int, content: object, **headers: str) -> Response:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Response(status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


def error(code: object, subcode: int | None = None, message: str = "No", **more: object) -> dict[str, object]:
    return {"error": {"message": message, "code": code, "error_subcode": subcode, "fbtrace_id": "A", **more}}


class TestSignature:
    def test_takes_what_is_signed_with_our_secret_only(self, platform: MetaPlatform, adapter: MetaAdapter) -> None:
        post = adapter.text("anna", "hi")
        platform.verify(request(post))

        for what, forged in adapter.forged(post).items():
            with pytest.raises(ForgedError) as caught:
                platform.verify(request(forged))
            assert caught.value.status == 401, what

    def test_the_body_is_signed_as_it_came(self, platform: MetaPlatform) -> None:
        body = b'{"text": "\\u00e9",  "b":1}\n'
        signed = f"sha256={hmac.new(APP_SECRET.encode(), body, 'sha256').hexdigest()}"
        platform.verify(WebhookRequest("POST", "/", {"x-hub-signature-256": signed}, body))

        with pytest.raises(ForgedError):
            platform.verify(
                WebhookRequest("POST", "/", {"x-hub-signature-256": signed}, json.dumps(json.loads(body)).encode())
            )

    @pytest.mark.parametrize("header", ["\udcff é", "sha256=" + "é" * 64, "sha256=" + "0" * 10_000])
    def test_compares_headers_of_any_characters(self, platform: MetaPlatform, header: str) -> None:
        with pytest.raises(ForgedError):
            platform.verify(WebhookRequest("POST", "/", {"x-hub-signature-256": header}))


class TestChallenge:
    def test_is_given_back(self, platform: MetaPlatform) -> None:
        query = {"hub_mode": "subscribe", "hub_verify_token": VERIFY_TOKEN, "hub_challenge": "1158201444"}

        assert platform.challenge(asked(**query)) == "1158201444"

    @pytest.mark.parametrize(
        "changed",
        [
            {"hub_verify_token": VERIFY_TOKEN + "x"},
            {"hub_verify_token": ""},
            {"hub_verify_token": "é\udcff"},
            {"hub_mode": "unsubscribe"},
            {"hub_mode": ""},
            {"hub_challenge": ""},
        ],
    )
    def test_is_not_given_to_others(self, platform: MetaPlatform, changed: dict[str, str]) -> None:
        query = {"hub_mode": "subscribe", "hub_verify_token": VERIFY_TOKEN, "hub_challenge": "1158201444"} | changed
        encoded = {name: value.encode("utf-8", "replace").decode() for name, value in query.items()}

        with pytest.raises(ForgedError) as caught:
            platform.challenge(asked(**encoded))
        assert caught.value.status == 403

    def test_a_get_without_anything_is_refused(self, platform: MetaPlatform) -> None:
        with pytest.raises(ForgedError):
            platform.challenge(WebhookRequest("GET", "/webhooks/meta/webhook"))


class TestOutcome:
    @pytest.mark.parametrize(
        ("response", "outcome"),
        [
            (answered(200, {"messages": [{"id": "wamid.1"}]}), Delivered()),
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
    def test_of_answers_without_a_code(self, platform: MetaPlatform, response: Response, outcome: Outcome) -> None:
        assert platform.outcome(response) == outcome

    @pytest.mark.parametrize("code", [4, 17, 32, 613, 80006, 80007, 130429])
    def test_too_many_requests_close_the_platform_for_everyone(self, platform: MetaPlatform, code: int) -> None:
        outcome = platform.outcome(answered(400, error(code)))

        assert isinstance(outcome, RetryLater)
        assert outcome.everyone
        assert outcome.seconds is not None
        assert 1 <= outcome.seconds <= 60
        assert platform.outcome(answered(400, error(code), retry_after="9")) == RetryLater(outcome.reason, 9, True)

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
    def test_what_meta_says_of_the_time_is_kept_to(self, platform: MetaPlatform, usage: str, seconds: float) -> None:
        outcome = platform.outcome(answered(400, error(80007), x_business_use_case_usage=usage))

        assert isinstance(outcome, RetryLater)
        assert outcome.seconds == seconds

    @pytest.mark.parametrize(
        ("code", "subcode"),
        [
            *((551, 1545041), (551, None), (131026, None), (131047, None)),
            *((10, 2018278), (10, 2018065), (10, 2018108), (100, 2018001), (200, 1545041)),
        ],
    )
    def test_who_does_not_get_messages_is_left_alone(
        self, platform: MetaPlatform, code: int, subcode: int | None
    ) -> None:
        assert isinstance(platform.outcome(answered(400, error(code, subcode))), Blocked)

    @pytest.mark.parametrize(
        ("status", "code", "subcode"),
        [
            *((401, 190, 463), (400, 190, None), (403, 10, None), (403, 200, 2018028), (403, 299, None)),
            *((400, 2, None), (400, 100, 33), (400, 1200, None), (400, 131000, None), (400, 131030, None)),
            *((400, 131042, None), (400, 131048, None), (400, 131056, None), (403, 368, None), (400, 133010, None)),
        ],
    )
    def test_what_is_mended_by_time_or_by_the_operator_is_tried_again(
        self, platform: MetaPlatform, status: int, code: int, subcode: int | None
    ) -> None:
        outcome = platform.outcome(answered(status, error(code, subcode)))

        assert isinstance(outcome, RetryLater)
        assert not outcome.everyone

    def test_what_is_wrong_with_a_message_stays_wrong(self, platform: MetaPlatform) -> None:
        words = "(#100) Length of param must be less than or equal to 2000"
        outcome = platform.outcome(answered(400, error(100, message=words)))

        assert outcome == Rejected("400, code 100: (#100) Length of param must be less than or equal to ...")
        assert platform.outcome(answered(400, error(131009))) == Rejected("400, code 131009: No")

    @pytest.mark.parametrize(
        "response",
        [
            answered(400, error(999, is_transient=True)),
            answered(500, error(999)),
            answered(429, error(999)),
            answered(200, error(999)),
        ],
    )
    def test_what_nobody_knows_is_tried_again_if_it_can_pass(self, platform: MetaPlatform, response: Response) -> None:
        assert isinstance(platform.outcome(response), RetryLater)

    def test_the_reason_has_the_code_and_no_number_of_a_person(self, platform: MetaPlatform) -> None:
        outcome = platform.outcome(answered(400, error(131026, 2494010, "(#131026) 16505550001 is not there")))

        assert outcome == Blocked("400, code 131026/2494010: (#...) ... is not there")

    @pytest.mark.parametrize("code", [None, "190", True, [190], {}, 1e999])
    def test_codes_of_any_kind_are_understood(self, platform: MetaPlatform, code: object) -> None:
        assert platform.outcome(answered(400, error(code))) == Rejected("400 No")


class TestRequests:
    def test_the_token_is_in_a_header_only(self, platform: MetaPlatform) -> None:
        (kept,) = platform.requests(Message("hi"), Address("16505550001"))
        sent = platform.signed(kept)

        assert sent.headers == {"Authorization": f"Bearer {TOKEN}"}
        assert sent.url == f"https://graph.facebook.com/v25.0/{kept.path}"
        assert (sent.method, sent.json) == ("POST", kept.json)
        assert TOKEN not in sent.url + kept.to_json()

    @pytest.mark.parametrize(
        ("changed", "outcome"),
        [({}, Delivered), ({"token": "EAAother"}, RetryLater), ({"app_secret": "f" * 32}, Rejected)],
    )
    def test_the_check_finds_out_wrong_secrets(
        self, adapter: MetaAdapter, platform: MetaPlatform, changed: dict[str, str], outcome: type[Outcome]
    ) -> None:
        with adapter.fake:
            values = platform.settings.model_dump() | {"api": f"{adapter.fake.url}/v25.0"} | changed
            checking = type(platform)(type(platform.settings)(**values), load_words("en"))
            assert isinstance(checking.outcome(sent(checking, checking.check())), outcome)

        assert adapter.fake.violations == []
        assert checking.check().method == "GET"
        assert APP_SECRET not in checking.signed(checking.check()).url

    def test_a_wrong_id_does_not_give_messages_up(self, adapter: MetaAdapter, platform: MetaPlatform) -> None:
        with adapter.fake:
            here = platform.settings.model_copy(update={"api": f"{adapter.fake.url}/v25.0"})
            asking = type(platform)(here, load_words("en"))
            outcome = asking.outcome(sent(asking, OutgoingRequest("106540352242999/messages", {})))

        assert isinstance(outcome, RetryLater)


def sent(platform: MetaPlatform, request: OutgoingRequest) -> Response:
    http = platform.signed(request)
    answer = httpx.request(http.method, http.url, json=http.json, headers=dict(http.headers))
    return Response(answer.status_code, dict(answer.headers), answer.content)


class TestReading:
    @pytest.mark.parametrize("text", ["/start", "/help", " /HELP ", "/start now"])
    def test_the_commands_of_other_platforms_work_here(
        self, platform: MetaPlatform, adapter: MetaAdapter, text: str
    ) -> None:
        (event,) = platform.read(request(adapter.text("anna", text)))

        assert event.kind is EventKind.START

    @pytest.mark.parametrize("text", ["/helping", "help", "/restart", "what does /help do?"])
    def test_other_texts_are_questions(self, platform: MetaPlatform, adapter: MetaAdapter, text: str) -> None:
        (event,) = platform.read(request(adapter.text("anna", text)))

        assert (event.kind, event.text) == (EventKind.MESSAGE, text)

    def test_posts_about_other_objects_are_passed_over(self, platform: MetaPlatform, adapter: MetaAdapter) -> None:
        content = json.loads(adapter.text("anna", "hi").body)

        for other in ("instagram", "user", None):
            body = json.dumps(content | {"object": other}).encode()
            assert platform.read(WebhookRequest("POST", "/", {}, body)) == []


def settings_types() -> Iterator[Any]:
    yield pytest.param(WhatsAppSettings, {**VALUES, "phone_id": PHONE_ID}, id="whatsapp")
    yield pytest.param(MessengerSettings, VALUES, id="messenger")


class TestSettings:
    @pytest.mark.parametrize(("settings_type", "values"), settings_types())
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("token", "EAA with a space"),
            ("token", "EAA\nHeader: x"),
            ("app_secret", "0123"),
            ("app_secret", "G" * 32),
            ("verify_token", "too short"),
            ("verify_token", "with spaces in it, and long"),
            ("api", "graph.facebook.com"),
        ],
    )
    def test_wrong_ones_are_refused_and_not_shown(
        self, settings_type: type[MetaSettings], values: dict[str, str], field: str, value: str
    ) -> None:
        settings_type(**values)  # type: ignore[arg-type]

        with pytest.raises(ValidationError) as caught:
            settings_type(**values | {field: value})  # type: ignore[arg-type]
        assert value not in str(caught.value)

    @pytest.mark.parametrize(("settings_type", "values"), settings_types())
    def test_all_that_is_needed_has_no_default(self, settings_type: type[MetaSettings], values: dict[str, str]) -> None:
        assert settings_type().missing() == list(values)
        assert settings_type(**values).missing() == []  # type: ignore[arg-type]
