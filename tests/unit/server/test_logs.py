import logging
from collections.abc import Iterator

import pytest
import structlog

from cryobot.server.logs import configure_logs

SECRET = "I have a rash"


@pytest.fixture(autouse=True)
def _restore_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    logging.getLogger("sanic.access").disabled = False
    structlog.reset_defaults()


def test_writes_our_own_words(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    logging.getLogger("cryobot.channels.guard").error("No answer on %s.", "rest")

    assert "ERROR cryobot.channels.guard: No answer on rest.\n" in capsys.readouterr().err


def test_writes_only_the_place_of_what_a_library_says(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    logging.getLogger("rasa.core.processor").error("Could not read %s", SECRET)

    written = capsys.readouterr().err
    assert "ERROR rasa.core.processor: test_logs.py:" in written
    assert "rash" not in written


@pytest.mark.parametrize("logger", ["cryobot.records", "actions.reply", "rasa.core.processor", "sanic.error"])
def test_writes_the_type_and_place_of_an_error_and_not_its_words(
    capsys: pytest.CaptureFixture[str], logger: str
) -> None:
    configure_logs()
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger(logger).exception("It failed.")

    written = capsys.readouterr().err
    assert "(ValueError at test_logs.py:" in written
    assert "rash" not in written
    assert written.count("\n") == 1


def test_writes_only_the_event_of_a_structured_log(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    logger = structlog.get_logger("rasa.nlu")
    logger.warning("message.parsing.failed", user_text=SECRET)
    logger.debug("processor.message.parse", parse_data_text=SECRET)

    captured = capsys.readouterr()
    assert captured.out == ""
    assert "rash" not in captured.err
    assert captured.err.count("\n") == 1


def test_is_silent_below_warnings_and_about_requests(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs()
    logging.getLogger("rasa.core.agent").info(SECRET)
    logging.getLogger("sanic.access").error(SECRET)

    assert capsys.readouterr().err == ""
