"""What can be missing, in the words that the person at the terminal reads."""

from __future__ import annotations

import errno
from pathlib import Path

INSTALL_PYTHON = """Or install Python 3.11 yourself, then run the same command again:
  Debian 12:  sudo apt install python3.11 python3.11-venv
  Fedora:     sudo dnf install python3.11
  macOS:      brew install python@3.11
  elsewhere:  see python.org, then CRYOBOT_PYTHON=/path/to/python3.11 make run"""


class SetupError(Exception):
    """Set-up cannot go on. The message says what is missing and what to do."""


def no_python(reason: str) -> SetupError:
    """Python 3.11 is not there and could not be fetched; `reason` is a sentence."""
    return SetupError(f"Python 3.11 was not found, and it could not be fetched. {reason}\n{INSTALL_PYTHON}")


def no_venv_module(python: str) -> SetupError:
    """The interpreter is a Python 3.11 that cannot make environments, as on Debian without python3-venv."""
    return SetupError(
        f"Python 3.11 is there ({python}) without its `venv` module. Install that, then run the same command again:\n"
        "  Debian, Ubuntu:  sudo apt install python3.11-venv"
    )


def unsuitable_choice(python: str) -> SetupError:
    """CRYOBOT_PYTHON names something that cannot be used."""
    return SetupError(
        f"CRYOBOT_PYTHON={python} is not a working 64-bit CPython 3.11 with the `venv` module. "
        "Name another one, or unset it to let set-up look for one."
    )


def from_os_error(error: OSError, folder: Path) -> SetupError:
    """Turns an error of the file system met while working in `folder` into plain words."""
    where = error.filename or folder
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetupError(f"The disk of {where} is full. Make room (2 GB), then run the same command again.")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return SetupError(
            f"{where} cannot be written. Set-up writes only into {folder}: make that folder yours "
            "(files of another user are left by a `sudo make`), or copy it to a place of your own."
        )
    return SetupError(f"{where}: {error.strerror or error}. Mend that, then run the same command again.")
