"""Finds the system's Chromium. Used by the tests in the browser and for the pictures of the documentation."""

import os
import shutil
from pathlib import Path

VARIABLE = "CRYOBOT_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Nothing but the pages that are opened may go over the network, and it has to start inside a container as well.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


class NoChromiumError(RuntimeError):
    """There is no Chromium on this machine, or it is not where CRYOBOT_CHROMIUM says."""


def find_chromium() -> Path:
    """Give the browser's program: what CRYOBOT_CHROMIUM names, otherwise the first that is on the PATH.

    Raises:
        NoChromiumError: there is none; the message says what to install.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if shutil.which(named) is None:
            raise NoChromiumError(
                f"{VARIABLE}={named!r} is not a program. Set it to the path of Chromium, or unset it."
            )
        return Path(named)
    for command in COMMANDS:
        found = shutil.which(command)
        if found:
            return Path(found)
    raise NoChromiumError(
        f"There is no Chromium: none of {', '.join(COMMANDS)} is on the PATH. "
        f"Install it (Debian and Ubuntu: `apt-get install chromium`), or set {VARIABLE} to its path."
    )
