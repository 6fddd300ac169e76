"""Who sent it: the signature of a post, and the challenge with which Meta tries the webhook."""

import hmac
import json
from urllib.parse import urlencode

import pytest
from platform_fakes.meta import APP_SECRET, VERIFY_TOKEN, MetaAdapter

from cryobot.messaging.errors import ForgedError
from cryobot.messaging.incoming import WebhookRequest
from cryobot.platforms.meta import MetaPlatform

from .meta_made import request


def asked(**fields: str) -> WebhookRequest:
    query = urlencode({name.replace("_", ".", 1): value for name, value in fields.items()})
    return WebhookRequest("GET", f"/webhooks/meta/webhook?{query}")


class TestSignature:
    def test_takes_what_is_signed_with_our_secret_only(
        self, meta_platform: MetaPlatform, meta_adapter: MetaAdapter
    ) -> None:
        post = meta_adapter.text("anna", "hi")
        meta_platform.verify(request(post))

        for what, forged in meta_adapter.forged(post).items():
            with pytest.raises(ForgedError) as caught:
                meta_platform.verify(request(forged))
            assert caught.value.status == 401, what

    def test_the_body_is_signed_as_it_came(self, meta_platform: MetaPlatform) -> None:
        body = b'{"text": "\\u00e9",  "b":1}\n'
        signed = f"sha256={hmac.new(APP_SECRET.encode(), body, 'sha256').hexdigest()}"
        meta_platform.verify(WebhookRequest("POST", "/", {"x-hub-signature-256": signed}, body))

        with pytest.raises(ForgedError):
            meta_platform.verify(
                WebhookRequest("POST", "/", {"x-hub-signature-256": signed}, json.dumps(json.loads(body)).encode())
            )

    @pytest.mark.parametrize("header", ["\udcff é", "sha256=" + "é" * 64, "sha256=" + "0" * 10_000])
    def test_compares_headers_of_any_characters(self, meta_platform: MetaPlatform, header: str) -> None:
        with pytest.raises(ForgedError):
            meta_platform.verify(WebhookRequest("POST", "/", {"x-hub-signature-256": header}))


class TestChallenge:
    def test_is_given_back(self, meta_platform: MetaPlatform) -> None:
        query = {"hub_mode": "subscribe", "hub_verify_token": VERIFY_TOKEN, "hub_challenge": "1158201444"}

        assert meta_platform.challenge(asked(**query)) == "1158201444"

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
    def test_is_not_given_to_others(self, meta_platform: MetaPlatform, changed: dict[str, str]) -> None:
        query = {"hub_mode": "subscribe", "hub_verify_token": VERIFY_TOKEN, "hub_challenge": "1158201444"} | changed
        encoded = {name: value.encode("utf-8", "replace").decode() for name, value in query.items()}

        with pytest.raises(ForgedError) as caught:
            meta_platform.challenge(asked(**encoded))
        assert caught.value.status == 403

    def test_a_get_without_anything_is_refused(self, meta_platform: MetaPlatform) -> None:
        with pytest.raises(ForgedError):
            meta_platform.challenge(WebhookRequest("GET", "/webhooks/meta/webhook"))
