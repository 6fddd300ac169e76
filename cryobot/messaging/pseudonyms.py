"""Names for persons that say nothing of them without the key of the installation."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryobot.messaging.errors import PseudonymKeyError

KEY_FILE = "pseudonym.key"
KEY_BYTES = 32
LEAST_CHARACTERS = 32
HEX_DIGITS = 32


class Pseudonyms:
    """Makes pseudonyms with one key."""

    def __init__(self, key: str) -> None:
        self._key = key.encode("utf-8", "surrogatepass")

    def sender(self, platform: str, person: str) -> str:
        """Give the sender id under which the assistant knows a person, such as "telegram:5f2a..."."""
        return f"{platform}:{self._digest('person', platform, person)}"

    def event(self, platform: str, event_id: str) -> str:
        """Give what the journal keeps of the id of an event, which may have a phone number in it."""
        return self._digest("event", platform, event_id)

    def message(self, platform: str, message_id: str) -> str:
        """Give what the journal keeps of a platform's id of a message of ours, which may have a phone number in it."""
        return self._digest("message", platform, message_id)

    def _digest(self, *parts: str) -> str:
        text = "\0".join(parts).encode("utf-8", "surrogatepass")
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()[:HEX_DIGITS]


def load_key(folder: Path) -> str:
    """Read the key of this installation, and make it at the first start.

    Raises:
        PseudonymKeyError: it cannot be read or written, or is too short.
    """
    file = folder / KEY_FILE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            _make(file)
        key = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise PseudonymKeyError(file, type(error).__name__) from None
    if len(key) < LEAST_CHARACTERS:
        raise PseudonymKeyError(file, "it is too short.")
    return key


def _make(file: Path) -> None:
    # Written elsewhere first, so that no program that starts at the same moment reads half of it.
    passing = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as output:
            output.write(secrets.token_hex(KEY_BYTES))
            output.flush()
            os.fsync(output.fileno())
        # Unlike renaming, this fails when another program was faster.
        os.link(passing, file)
    except FileExistsError:
        pass
    finally:
        passing.unlink(missing_ok=True)
