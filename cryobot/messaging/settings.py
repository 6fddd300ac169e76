"""Settings of the messaging channels, read from environment variables that start with CRYOBOT_."""

from functools import lru_cache
from typing import Any, ClassVar

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from cryobot.errors import SettingsError
from cryobot.messaging.pseudonyms import LEAST_CHARACTERS, load_key
from cryobot.paths import VAR

PREFIX = "CRYOBOT_"


class MessagingSettings(BaseSettings):
    """What all platforms share."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, hide_input_in_errors=True)

    messaging_url: str = Field(f"sqlite:///{VAR / 'messaging.db'}", description="database of the messaging channels")
    public_url: str = Field(
        "", pattern=r"^(https://[^\s/?#]+[^\s?#]*)?$", description="address of the assistant as platforms see it"
    )
    pseudonym_key: SecretStr = Field(SecretStr(""), description="key of the pseudonyms, at least 32 random characters")

    @field_validator("public_url")
    @classmethod
    def _without_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("pseudonym_key")
    @classmethod
    def _is_long(cls, value: SecretStr) -> SecretStr:
        if value and len(value.get_secret_value()) < LEAST_CHARACTERS:
            raise ValueError(f"give at least {LEAST_CHARACTERS} random characters, or none")
        return value

    def key(self) -> str:
        """Give the key of the pseudonyms; raises as `load_key` does."""
        return self.pseudonym_key.get_secret_value() or load_key(VAR)

    def webhook(self, platform: str) -> str:
        """Give the public address of a webhook; empty if CRYOBOT_PUBLIC_URL is not set."""
        return f"{self.public_url}/webhooks/{platform}/webhook" if self.public_url else ""


class PlatformSettings(BaseSettings):
    """Base of the settings of one platform.

    A subclass sets `env_prefix` in its `model_config`. The channel is on when all fields whose default is empty are
    set, and off when none of them is.
    """

    model_config = SettingsConfigDict(frozen=True, hide_input_in_errors=True)

    #: Whether the channel needs CRYOBOT_PUBLIC_URL.
    needs_public_url: ClassVar[bool] = False

    @classmethod
    def variable(cls, field: str) -> str:
        """Give the environment variable of a field."""
        return f"{cls.model_config.get('env_prefix', '')}{field}".upper()

    @classmethod
    def needed(cls) -> list[str]:
        """Give the fields that must be set."""
        return [name for name, field in cls.model_fields.items() if not plain(field.default)]

    def missing(self) -> list[str]:
        """Give the fields that must be set and are not."""
        return [name for name in self.needed() if not plain(getattr(self, name))]


def plain(value: Any) -> str:
    """Give the text of a setting, secret or not."""
    return str(value.get_secret_value() if isinstance(value, SecretStr) else value)


def problems_of(error: ValidationError, settings: type[BaseSettings]) -> list[str]:
    """Name the variables with a wrong value, but not the values, which may be secret."""
    prefix = settings.model_config.get("env_prefix", "")
    return [f"{prefix}{e['loc'][0] if e['loc'] else ''}".upper() + f": {e['msg']}" for e in error.errors()]


@lru_cache(maxsize=1)
def messaging_settings() -> MessagingSettings:
    """Read the settings once.

    Raises:
        SettingsError: a variable has a value of the wrong kind; the message names each.
    """
    try:
        return MessagingSettings()
    except ValidationError as error:
        raise SettingsError(problems_of(error, MessagingSettings)) from None
