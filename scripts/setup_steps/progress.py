"""Says what is happening now."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from typing import TextIO

# A terminal shows one line that changes; anywhere else a new line now and then is enough.
TERMINAL_SECONDS = 0.2
PLAIN_SECONDS = 10.0


class Progress:
    """Writes steps and counts to a stream."""

    def __init__(self, stream: TextIO = sys.stdout, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._terminal = stream.isatty()
        self._pause = TERMINAL_SECONDS if self._terminal else PLAIN_SECONDS
        self._last = clock()
        self._shown = ""

    def say(self, text: str) -> None:
        """Writes a line that stays."""
        self._write(("\r\033[K" if self._terminal and self._shown else "") + text + "\n")
        self._shown = ""
        self._last = self._clock()

    def count(self, text: str) -> None:
        """Shows how far the step is, unless that was shown a moment ago."""
        now = self._clock()
        if text == self._shown or now - self._last < self._pause:
            return
        self._last, self._shown = now, text
        self._write(f"\r\033[K  {text}" if self._terminal else f"  {text}\n")

    def done(self) -> None:
        """Takes away the line that changes."""
        if self._terminal and self._shown:
            self._write("\r\033[K")
        self._shown = ""

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:
            self._stream = io.StringIO()  # whoever read the output has gone; set-up goes on
