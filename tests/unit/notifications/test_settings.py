import pytest

from cryobot.errors import SettingsError
from cryobot.notifications.settings import NotificationSettings, notification_settings


@pytest.fixture(autouse=True)
def _read_anew() -> None:
    notification_settings.cache_clear()


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"MAIL_URL": "mail.example.org"}, "smtp://user:password@mail.example.org:587"),
        ({"MAIL_URL": "smtp://u:hunter2@mail.example.org"}, "CRYOBOT_MAIL_FROM and CRYOBOT_MAIL_TO"),
        ({"NOTIFY_URL": "hooks.example.org"}, "https://hooks.example.org/abc"),
        ({"NOTIFY_URL": "https://hooks.example.org/token"}, "at least 16"),
        ({"NOTIFY_URL": "https://hooks.example.org/token", "NOTIFY_SECRET": "short"}, "at least 16"),
    ],
)
def test_a_wrong_value_says_what_is_needed_and_tells_no_secret(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], told: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"CRYOBOT_{name}", value)

    with pytest.raises(SettingsError) as caught:
        notification_settings()

    assert told in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert "/token" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example.org", ("smtp", "mail.example.org", 587, "", "")),
        ("smtps://a%40b:p%3Aw@mail.example.org", ("smtps", "mail.example.org", 465, "a@b", "p:w")),
        ("smtp://mail.example.org:25", ("smtp", "mail.example.org", 25, "", "")),
    ],
)
def test_the_address_of_the_mail_server_is_read(url: str, server: tuple[str, str, int, str, str]) -> None:
    settings = NotificationSettings(mail_url=url, mail_from="a@b.c", mail_to="d@e.f")  # type: ignore[arg-type]

    assert settings.mail_server == server
