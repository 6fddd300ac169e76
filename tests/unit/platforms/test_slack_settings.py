"""The settings of Slack."""

import pytest
from platform_fakes.slack_names import SIGNING_SECRET, TOKEN
from pydantic import ValidationError

from cryobot.platforms.slack import SlackSettings


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("token", "xoxp-17653672481-a-user-token"),
        ("token", "xapp-1-A0-an-app-token"),
        ("signing_secret", "too-short"),
        ("api", "slack.com"),
    ],
)
def test_wrong_settings_are_refused(field: str, value: str) -> None:
    values = {"token": TOKEN, "signing_secret": SIGNING_SECRET, field: value}

    with pytest.raises(ValidationError) as error:
        SlackSettings(**values)  # type: ignore[arg-type]
    assert value not in str(error.value)
