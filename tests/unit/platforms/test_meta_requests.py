"""Requests to the Graph API, and the settings that they need."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from platform_fakes.meta import APP_SECRET, TOKEN, MetaAdapter
from pydantic import ValidationError

from cryobot.messaging.outcomes import Delivered, Outcome, Rejected, RetryLater
from cryobot.messaging.outgoing import Address, Message, OutgoingRequest, Response
from cryobot.messaging.words import load_words
from cryobot.platforms.messenger import MessengerSettings
from cryobot.platforms.meta import MetaPlatform, MetaSettings
from cryobot.platforms.whatsapp import WhatsAppSettings

from .meta_made import VALUES, WHATSAPP_VALUES


class TestRequests:
    def test_the_token_is_in_a_header_only(self, meta_platform: MetaPlatform) -> None:
        (kept,) = meta_platform.requests(Message("hi"), Address("16505550001"))
        sent = meta_platform.signed(kept)

        assert sent.headers == {"Authorization": f"Bearer {TOKEN}"}
        assert sent.url == f"https://graph.facebook.com/v25.0/{kept.path}"
        assert (sent.method, sent.json) == ("POST", kept.json)
        assert TOKEN not in sent.url + kept.to_json()

    @pytest.mark.parametrize(
        ("changed", "outcome"),
        [({}, Delivered), ({"token": "EAAother"}, RetryLater), ({"app_secret": "f" * 32}, Rejected)],
    )
    def test_the_check_finds_out_wrong_secrets(
        self, meta_adapter: MetaAdapter, meta_platform: MetaPlatform, changed: dict[str, str], outcome: type[Outcome]
    ) -> None:
        with meta_adapter.fake:
            values = meta_platform.settings.model_dump() | {"api": f"{meta_adapter.fake.url}/v25.0"} | changed
            checking = type(meta_platform)(type(meta_platform.settings)(**values), load_words("en"))
            assert isinstance(checking.outcome(sent(checking, checking.check())), outcome)

        assert meta_adapter.fake.violations == []
        assert checking.check().method == "GET"
        assert APP_SECRET not in checking.signed(checking.check()).url

    def test_a_wrong_id_does_not_give_messages_up(self, meta_adapter: MetaAdapter, meta_platform: MetaPlatform) -> None:
        with meta_adapter.fake:
            here = meta_platform.settings.model_copy(update={"api": f"{meta_adapter.fake.url}/v25.0"})
            asking = type(meta_platform)(here, load_words("en"))
            outcome = asking.outcome(sent(asking, OutgoingRequest("106540352242999/messages", {})))

        assert isinstance(outcome, RetryLater)


def sent(platform: MetaPlatform, request: OutgoingRequest) -> Response:
    http = platform.signed(request)
    answer = httpx.request(http.method, http.url, json=http.json, headers=dict(http.headers))
    return Response(answer.status_code, dict(answer.headers), answer.content)


def settings_types() -> Iterator[Any]:
    yield pytest.param(WhatsAppSettings, WHATSAPP_VALUES, id="whatsapp")
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
