"""Who sent it: the request signature of Twilio."""

from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platform_fakes.adapter import Post
from platform_fakes.twilio import WEBHOOK, TwilioAdapter
from pydantic import SecretStr

from cryobot.messaging.errors import ForgedError
from cryobot.messaging.words import load_words
from cryobot.platforms.twilio_whatsapp import Twilio, TwilioSettings

from .twilio_made import PATH, TWILIO, is_taken, make, read, request


@pytest.fixture
def adapter() -> TwilioAdapter:
    return TwilioAdapter()


def test_takes_what_twilio_signed_only(adapter: TwilioAdapter) -> None:
    post = adapter.text("anna", "is it safe?")

    assert is_taken(post)
    for what, forged in adapter.forged(post).items():
        with pytest.raises(ForgedError) as error:
            TWILIO.verify(request(forged))
        assert error.value.status == 403, what


def test_the_example_of_twilios_library_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_PUBLIC_URL", "https://mycompany.com")
    platform = Twilio(TwilioSettings.model_construct(auth_token=SecretStr("12345")), load_words("en"))
    fields = {
        "CallSid": "CA1234567890ABCDE",
        "Digits": "1234",
        "From": "+14158675309",
        "To": "+18005551212",
        "Caller": "+14158675309",
    }
    post = Post(urlencode(fields).encode(), {"X-Twilio-Signature": "RSOYDt4T1cUTdK1PDd93/VVr8B8="})

    assert is_taken(post, "/myapp.php?foo=1&bar=2", platform)
    assert not is_taken(post, "/myapp.php?foo=1&bar=3", platform)


@pytest.mark.parametrize("query", ["?a=b", "?a=%C3%A9&a=b&", "?bodySHA256=00", "/"])
def test_the_query_and_the_whole_path_are_signed(adapter: TwilioAdapter, query: str) -> None:
    post = adapter.signed_bytes(adapter.text("anna", "hi").body, url=WEBHOOK + query)

    assert is_taken(post, PATH + query)
    assert not is_taken(post)


@pytest.mark.parametrize("public_url", ["https://cold.example.org:8443", "https://bot.example.org/cold/bot"])
def test_the_address_is_the_public_one(adapter: TwilioAdapter, public_url: str) -> None:
    platform, body = make(public_url), adapter.text("anna", "hi").body

    assert is_taken(adapter.signed_bytes(body, url=public_url + PATH), PATH, platform)
    assert not is_taken(adapter.signed_bytes(body), PATH, platform)


def test_the_usual_port_may_be_named_or_not(adapter: TwilioAdapter) -> None:
    body = adapter.text("anna", "hi").body

    assert is_taken(adapter.signed_bytes(body, url=WEBHOOK.replace(".org", ".org:443")))
    assert is_taken(adapter.signed_bytes(body), PATH, make("https://bot.example.org:443"))


@pytest.mark.parametrize(
    "body",
    [
        b"Body=&From=&MediaUrl0=",
        b"To=a&To=b&To=b&Body=hi",
        b"Body=Cri%C3%B3&ProfileName=%F0%9F%98%80",
        "Body=Crió&ProfileName=😀".encode(),
        b"Body=a+b%20c%2Bd%0A%00",
        b"Body=&lt;",
    ],
    ids=["empty", "repeated", "encoded", "not encoded", "odd characters", "no value"],
)
def test_fields_are_signed_as_they_came(adapter: TwilioAdapter, body: bytes) -> None:
    assert is_taken(adapter.signed_bytes(body))


@pytest.mark.parametrize("signature", ["é" * 28, "\udcff" * 28, "=" * 100_000])
def test_odd_signatures_are_refused(adapter: TwilioAdapter, signature: str) -> None:
    post = adapter.text("anna", "hi")

    assert not is_taken(Post(post.body, {"X-Twilio-Signature": signature}))


@pytest.mark.parametrize("path", [PATH + "?\udcff", PATH + "?[", "//x:y/" + PATH])
def test_odd_addresses_are_refused(adapter: TwilioAdapter, path: str) -> None:
    assert not is_taken(adapter.text("anna", "hi"), path)


def test_the_charset_that_a_stranger_names_is_not_used(adapter: TwilioAdapter) -> None:
    post = adapter.text("anna", "Crió")
    odd = Post(post.body, {**post.headers, "Content-Type": "application/x-www-form-urlencoded; charset=utf-16"})

    assert is_taken(odd)
    assert read(odd).text == "Crió"


@given(body=st.binary(max_size=200), header=st.text(max_size=40), query=st.text(max_size=20))
@settings(deadline=None)
def test_no_post_of_a_stranger_is_taken_or_raises(body: bytes, header: str, query: str) -> None:
    assert not is_taken(Post(body, {"X-Twilio-Signature": header}), f"{PATH}?{query}")


@given(
    fields=st.lists(
        st.tuples(st.sampled_from(["Body", "From"]) | st.text(max_size=5), st.text(max_size=20)), max_size=30
    )
)
@settings(deadline=None)
def test_any_form_that_twilio_signs_is_taken(fields: list[tuple[str, str]]) -> None:
    assert is_taken(TwilioAdapter().signed_bytes(urlencode(fields).encode()))
