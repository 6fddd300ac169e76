import pytest
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import SettingsConfigDict

from cryobot.errors import SettingsError
from cryobot.messaging.on_off import State, Switch, state_of
from cryobot.messaging.settings import MessagingSettings, PlatformSettings, messaging_settings, plain

SHARED = MessagingSettings()


class ExampleSettings(PlatformSettings):
    model_config = SettingsConfigDict(env_prefix="CRYOBOT_EXAMPLE_", frozen=True, hide_input_in_errors=True)

    token: SecretStr = Field(SecretStr(""))
    number: str = ""
    api: str = "https://api.example.org"

    @field_validator("number")
    @classmethod
    def _is_a_number(cls, value: str) -> str:
        if not value.isdigit() and value:
            raise ValueError("give digits")
        return value


class PublicSettings(ExampleSettings):
    needs_public_url = True


@pytest.fixture(autouse=True)
def only_these_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CRYOBOT_EXAMPLE_TOKEN", "CRYOBOT_EXAMPLE_NUMBER", "CRYOBOT_EXAMPLE_API", "CRYOBOT_PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    messaging_settings.cache_clear()


def test_a_channel_is_off_when_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_EXAMPLE_API", "http://127.0.0.1:1")
    monkeypatch.setenv("CRYOBOT_EXAMPLE_TOKEN", "")

    assert state_of(ExampleSettings, SHARED) == State(
        Switch.OFF, ("CRYOBOT_EXAMPLE_TOKEN is not set", "CRYOBOT_EXAMPLE_NUMBER is not set")
    )


def test_a_channel_is_on_when_all_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_EXAMPLE_TOKEN", "secret")
    monkeypatch.setenv("CRYOBOT_EXAMPLE_NUMBER", "12")
    state = state_of(ExampleSettings, SHARED)

    assert state.switch is Switch.ON
    assert isinstance(state.settings, ExampleSettings)
    assert plain(state.settings.token) == "secret"
    assert "secret" not in repr(state)


def test_a_channel_that_lacks_something_says_what(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_EXAMPLE_NUMBER", "12")

    assert state_of(ExampleSettings, SHARED) == State(Switch.INCOMPLETE, ("CRYOBOT_EXAMPLE_TOKEN is not set",))


def test_a_wrong_value_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_EXAMPLE_TOKEN", "secret")
    monkeypatch.setenv("CRYOBOT_EXAMPLE_NUMBER", "twelve")
    state = state_of(ExampleSettings, SHARED)

    assert state.switch is Switch.INCOMPLETE
    assert state.problems == ("CRYOBOT_EXAMPLE_NUMBER: Value error, give digits",)


def test_some_channels_need_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_EXAMPLE_TOKEN", "secret")
    monkeypatch.setenv("CRYOBOT_EXAMPLE_NUMBER", "12")

    assert state_of(PublicSettings, SHARED).problems == ("CRYOBOT_PUBLIC_URL is not set",)
    monkeypatch.delenv("CRYOBOT_EXAMPLE_TOKEN")
    monkeypatch.delenv("CRYOBOT_EXAMPLE_NUMBER")
    off = state_of(PublicSettings, SHARED)
    assert (off.switch, off.problems[-1]) == (Switch.OFF, "CRYOBOT_PUBLIC_URL is not set")


def test_a_channel_with_its_public_address_is_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_EXAMPLE_TOKEN", "secret")
    monkeypatch.setenv("CRYOBOT_EXAMPLE_NUMBER", "12")

    assert state_of(PublicSettings, MessagingSettings(public_url="https://a.example")).switch is Switch.ON


def test_the_address_of_a_webhook() -> None:
    assert MessagingSettings(public_url="https://a.example/bot/").webhook("slack") == (
        "https://a.example/bot/webhooks/slack/webhook"
    )
    assert SHARED.webhook("slack") == ""


@pytest.mark.parametrize(
    ("name", "value"), [("CRYOBOT_PUBLIC_URL", "http://a.example"), ("CRYOBOT_PSEUDONYM_KEY", "my-short-key")]
)
def test_wrong_shared_settings_are_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError, match=name) as error:
        messaging_settings()
    assert value not in str(error.value)


def test_the_key_of_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRYOBOT_PSEUDONYM_KEY", "k" * 40)

    assert MessagingSettings().key() == "k" * 40
