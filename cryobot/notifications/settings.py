"""Settings of the notifications, read from environment variables that start with CRYOBOT_."""

from functools import lru_cache
from typing import Self
from urllib.parse import unquote, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from cryobot.errors import SettingsError
from cryobot.messaging.settings import PREFIX, problems_of

LEAST_SECRET = 16
PORTS = {"smtp": 587, "smtps": 465}


class NotificationSettings(BaseSettings):
    """Each way is on when its variables are set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, hide_input_in_errors=True)

    mail_url: SecretStr = Field(
        SecretStr(""), description="mail server, e.g. smtp://user:password@mail.example.org:587"
    )
    mail_from: str = Field("", description="address that the mails come from")
    mail_to: str = Field("", description="addresses that get the mails, with commas")
    notify_url: SecretStr = Field(SecretStr(""), description="address that is posted to for every case")
    notify_secret: SecretStr = Field(SecretStr(""), description="key of the posts' signatures")

    @field_validator("mail_url")
    @classmethod
    def _is_a_mail_server(cls, value: SecretStr) -> SecretStr:
        parts = urlsplit(value.get_secret_value())
        if value.get_secret_value() and (parts.scheme not in PORTS or not parts.hostname):
            raise ValueError(
                "write it like smtp://user:password@mail.example.org:587, or smtps:// for TLS from the start"
            )
        return value

    @field_validator("notify_url")
    @classmethod
    def _is_an_address(cls, value: SecretStr) -> SecretStr:
        parts = urlsplit(value.get_secret_value())
        if value.get_secret_value() and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise ValueError("write it like https://hooks.example.org/abc")
        return value

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if self.mail_url.get_secret_value() and not (self.mail_from and self.mail_to):
            raise ValueError("with CRYOBOT_MAIL_URL, CRYOBOT_MAIL_FROM and CRYOBOT_MAIL_TO must be set as well")
        if self.notify_url.get_secret_value() and len(self.notify_secret.get_secret_value()) < LEAST_SECRET:
            raise ValueError(
                f"with CRYOBOT_NOTIFY_URL, CRYOBOT_NOTIFY_SECRET must have at least {LEAST_SECRET} random characters"
            )
        return self

    @property
    def recipients(self) -> list[str]:
        """Give the addresses that get the mails."""
        return [address.strip() for address in self.mail_to.split(",") if address.strip()]

    @property
    def mail_server(self) -> tuple[str, str, int, str, str]:
        """Give scheme, host, port, user and password of the mail server; the last two are empty if there are none."""
        parts = urlsplit(self.mail_url.get_secret_value())
        port = parts.port or PORTS[parts.scheme]
        return parts.scheme, parts.hostname or "", port, unquote(parts.username or ""), unquote(parts.password or "")


@lru_cache(maxsize=1)
def notification_settings() -> NotificationSettings:
    """Read the settings once.

    Raises:
        SettingsError: a variable has a value of the wrong kind; the message names each.
    """
    try:
        return NotificationSettings()
    except ValidationError as error:
        raise SettingsError(problems_of(error, NotificationSettings)) from None
