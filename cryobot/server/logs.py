"""Logs without the words of visitors."""

import logging
import sys
from typing import Any

import structlog

from cryobot.channels.failure import place_of

OWN_LOGGERS = ("cryobot", "actions")


class PlaceFormatter(logging.Formatter):
    """Writes our own messages as they are, and of those of libraries only where they come from.

    Rasa puts what a visitor wrote into its messages and into the texts of its errors.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Write one line."""
        if record.name.partition(".")[0] in OWN_LOGGERS:
            words = record.getMessage()
        else:
            words = f"{record.filename}:{record.lineno} {record.funcName}"
        error = record.exc_info[1] if record.exc_info else None
        plain = logging.LogRecord(
            record.name, record.levelno, record.pathname, record.lineno,
            f"{words} ({place_of(error)})" if error else words, None, None,
        )  # fmt: skip
        plain.created, plain.msecs = record.created, record.msecs
        return super().format(plain)


def configure_logs(level: int = logging.WARNING) -> None:
    """Send all logs of at least `level` to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(PlaceFormatter())
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.getLogger("sanic.access").disabled = True
    structlog.configure(
        processors=[_only_the_event],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def _only_the_event(_: Any, __: str, event: Any) -> str:
    return str(event["event"])
