"""Addresses of one-time links."""

from cryobot.messaging.settings import messaging_settings
from cryobot.settings import settings


def welcome_link(token: str, address: str = "") -> str:
    """Give the address at which a person makes an account.

    Args:
        token: of an invitation.
        address: of the server, if the caller knows it; by default CRYOBOT_PUBLIC_URL, or where the settings let it
            listen.

    Raises:
        SettingsError: a setting has a wrong value.
    """
    here = settings()
    listening = f"http://[{here.host}]:{here.port}" if ":" in here.host else f"http://{here.host}:{here.port}"
    return f"{messaging_settings().public_url or address or listening}/staff/welcome?token={token}"
