"""Settings of one installation, read from environment variables that start with CRYOBOT_."""

import re
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from cryobot.browser.origins import parse_origins
from cryobot.dialogue.opening_hours import OpeningHoursError, parse
from cryobot.errors import SettingsError
from cryobot.paths import VAR

_LIMIT = re.compile(r"[1-9][0-9]{0,5}/(second|minute|hour|day)")


class Settings(BaseSettings):
    """Every value that differs between installations. Times are in the unit of their name."""

    model_config = SettingsConfigDict(env_prefix="CRYOBOT_", frozen=True)

    host: str = Field("127.0.0.1", description="address the assistant listens on")
    port: int = Field(5005, ge=1, le=65535, description="port of the assistant")
    actions_port: int = Field(5055, ge=1, le=65535, description="port of a separate action server")

    centre_name: str = Field("the centre", min_length=1, max_length=80, description="name shown in the texts")
    emergency_number: str = Field(
        "112", pattern=r"^\+?[0-9]([ .-]?[0-9]){1,18}$", description="one number to call in danger, as it is dialled"
    )
    opening_hours: str = Field(
        "", description="when staff are at the desk, e.g. 'Mon-Fri 09:00-18:00; Sat 10:00-14:00'"
    )
    time_zone: str = Field("UTC", description="time zone of the opening hours, e.g. Europe/Madrid")
    language: str = Field("en", pattern=r"^[a-z]{2}$", description="language of the approved texts")

    records_url: str = Field(f"sqlite:///{VAR / 'records.db'}", description="database of escalations and hand-overs")
    conversations_url: str = Field(
        f"sqlite:///{VAR / 'conversations.db'}", description="database of the running conversations"
    )
    retention_days: int = Field(30, ge=1, le=3650, description="days that records and conversations are kept")

    deadline_seconds: float = Field(8.0, gt=0, le=60, description="longest time a visitor waits for a reply")
    message_characters: int = Field(4000, ge=100, le=20000, description="longest message that is read")

    origins: str = Field(
        "",
        description="other websites whose pages may talk to the assistant, with commas, e.g. 'https://www.example.org'",
    )
    proxies: int = Field(0, ge=0, le=10, description="number of proxies in front, each adding to X-Forwarded-For")
    visitor_limit: str = Field("20/minute", description="most messages of one conversation in the chat widget")
    address_limit: str = Field("120/minute", description="most messages from one address in the chat widget")
    chat_keep_hours: int = Field(
        24, ge=1, le=8760, description="hours that a browser keeps a conversation after its last message"
    )

    session_hours: int = Field(12, ge=1, le=168, description="hours without use after which staff are logged out")
    hand_over_minutes: int = Field(
        10, ge=1, le=1440, description="minutes after which a visitor who waits for a person is told that none came yet"
    )
    reminder_minutes: int = Field(5, ge=1, le=1440, description="minutes after which staff are reminded of a case")
    desk_idle_minutes: int = Field(
        15, ge=1, le=1440, description="minutes that a visitor waits for staff's answer before the assistant is back"
    )
    visitor_gone_minutes: int = Field(
        60, ge=1, le=1440, description="minutes without a word of the visitor after which a conversation is closed"
    )

    @property
    def allowed_origins(self) -> frozenset[str]:
        """Give the other websites whose pages may talk to the assistant."""
        return parse_origins(self.origins)

    @field_validator("origins")
    @classmethod
    def _are_origins(cls, value: str) -> str:
        parse_origins(value)
        return value

    @field_validator("visitor_limit", "address_limit")
    @classmethod
    def _is_a_limit(cls, value: str) -> str:
        if not _LIMIT.fullmatch(value):
            raise ValueError("write a number above 0 and second, minute, hour or day, like 20/minute")
        return value

    @field_validator("opening_hours")
    @classmethod
    def _can_be_read(cls, value: str) -> str:
        try:
            parse(value)
        except OpeningHoursError as error:
            raise ValueError(str(error)) from None
        return value

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError("there is no such time zone; write it like Europe/Madrid") from None
        return value


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Read the settings once.

    Raises:
        SettingsError: a variable has a value of the wrong kind; the message names each.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(
            [f"CRYOBOT_{str(e['loc'][0]).upper()}={e['input']!r}: {e['msg']}" for e in error.errors()]
        ) from None
