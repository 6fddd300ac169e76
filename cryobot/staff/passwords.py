"""Hashes of passwords, by argon2id."""

from functools import lru_cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from cryobot.staff.errors import WeakPasswordError

SHORTEST = 12
LONGEST = 200
LEAST_DIFFERENT = 5

_hasher = PasswordHasher()
# A hash takes 64 MiB, so many log-ins at once must not each have their own.
_at_once = BoundedSemaphore(2)


def checked(password: str, name: str) -> str:
    """Give the password if it may be used for an account of this name; raises WeakPasswordError."""
    varied = len(set(password)) >= LEAST_DIFFERENT
    if not SHORTEST <= len(password) <= LONGEST or not varied or password.lower() == name.lower():
        raise WeakPasswordError
    return password


def hash_password(password: str) -> str:
    """Give what is stored of a password. Takes about 0.1 s."""
    with _at_once:
        return _hasher.hash(_encoded(password))


def matches(password: str, stored: str | None) -> bool:
    """Tell whether a password is the one of a stored hash. With None it is not, and finding out takes as long."""
    with _at_once:
        try:
            right = _hasher.verify(stored or _nobodys(), _encoded(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return False
    return right and stored is not None


def is_outdated(stored: str) -> bool:
    """Tell whether a hash was made with other parameters than new ones are."""
    return _hasher.check_needs_rehash(stored)


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return _hasher.hash("nobody")


def _encoded(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")
