from collections.abc import Iterator

import pytest

from cryobot.errors import SettingsError
from cryobot.settings import Settings, settings


@pytest.fixture(autouse=True)
def _read_again() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_no_other_website_and_no_proxy_by_default() -> None:
    here = settings()

    assert here.allowed_origins == frozenset()
    assert here.proxies == 0
    assert (here.visitor_limit, here.address_limit) == ("20/minute", "120/minute")
    assert here.chat_keep_hours == 24


def test_what_concerns_browsers_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "ORIGINS": "https://www.example.org, http://localhost:8000",
        "PROXIES": "2",
        "VISITOR_LIMIT": "5/second",
        "ADDRESS_LIMIT": "1000/hour",
        "CHAT_KEEP_HOURS": "1",
    }.items():
        monkeypatch.setenv(f"CRYOBOT_{name}", value)
    here = settings()

    assert here.allowed_origins == {"https://www.example.org", "http://localhost:8000"}
    assert (here.proxies, here.chat_keep_hours) == (2, 1)
    assert (here.visitor_limit, here.address_limit) == ("5/second", "1000/hour")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ORIGINS", "https://www.example.org/", "is not an origin; write scheme and host"),
        ("ORIGINS", "*", "'\\*' is not an origin"),
        # A button that dials could only dial the one run together with the other.
        ("EMERGENCY_NUMBER", "112 / 061", "should match pattern"),
        ("EMERGENCY_NUMBER", "+44 (0)20 7946 0000", "should match pattern"),
        ("PROXIES", "-1", "greater than or equal to 0"),
        ("PROXIES", "127.0.0.1", "valid integer"),
        ("VISITOR_LIMIT", "0/minute", "like 20/minute"),
        ("VISITOR_LIMIT", "20", "like 20/minute"),
        ("VISITOR_LIMIT", "20/minute/hour", "like 20/minute"),
        ("ADDRESS_LIMIT", "many", "like 20/minute"),
        ("ADDRESS_LIMIT", "20 per minute", "like 20/minute"),
        ("CHAT_KEEP_HOURS", "0", "greater than or equal to 1"),
    ],
)
def test_a_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    monkeypatch.setenv(f"CRYOBOT_{name}", value)

    with pytest.raises(SettingsError, match=rf"CRYOBOT_{name}='.*': .*{said}"):
        settings()


def test_every_setting_says_what_it_is() -> None:
    assert all(field.description for field in Settings.model_fields.values())
