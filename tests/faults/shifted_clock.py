"""A clock that can be set while a program runs. Must be installed before the modules that read the time."""

import datetime
import time
from pathlib import Path
from typing import Any

_REAL = datetime.datetime
_TIME = time.time


class _Shifting(type(datetime.datetime)):  # type: ignore[misc]
    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, _REAL)


def install(file: Path) -> None:
    """Shift `time.time` and `datetime.now` by the seconds that stand in `file`; without the file, by none."""

    def shift() -> float:
        return float(file.read_text(encoding="utf-8")) if file.exists() else 0.0

    class Shifted(datetime.datetime, metaclass=_Shifting):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Any:
            return _REAL.now(tz) + datetime.timedelta(seconds=shift())

        @classmethod
        def utcnow(cls) -> Any:
            return _REAL.utcnow() + datetime.timedelta(seconds=shift())

    time.time = lambda: _TIME() + shift()
    datetime.datetime = Shifted  # type: ignore[misc]
