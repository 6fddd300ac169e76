"""Settings of one installation, read from environment variables that start with CRYOBOT_."""

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from cryobot.dialogue.opening_hours import OpeningHoursError, parse
from cryobot.errors import SettingsError
from cryobot.paths import VAR


class Settings(BaseSettings):
    """Every value that differs between installations. Times are in the unit of their name."""

    model_config = SettingsConfigDict(env_prefix="CRYOBOT_", frozen=True)

    host: str = Field("127.0.0.1", description="address the assistant listens on")
    port: int = Field(5005, ge=1, le=65535, description="port of the assistant")
    actions_port: int = Field(5055, ge=1, le=65535, description="port of a separate action server")

    centre_name: str = Field("the centre", min_length=1, max_length=80, description="name shown in the texts")
    emergency_number: str = Field("112", pattern=r"^[0-9+ ()/-]{2,20}$", description="number to call in danger")
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
