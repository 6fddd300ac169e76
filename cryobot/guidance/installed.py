"""The library with this installation's centre name, emergency number and language."""

from functools import lru_cache

from cryobot.guidance.library import Library, load_library
from cryobot.settings import settings


@lru_cache(maxsize=1)
def installed_library() -> Library:
    """Load the library once; raises as `load_library` does."""
    here = settings()
    return load_library(
        {"emergency_number": here.emergency_number, "centre_name": here.centre_name}, language=here.language
    )
