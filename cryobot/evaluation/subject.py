"""The assistant of this installation as the system under test."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from cryobot.evaluation.asking import Ask
from cryobot.paths import MODELS
from cryobot.records.installed import installed_store
from cryobot.settings import settings


@contextmanager
def installed_assistant(models: Path = MODELS) -> Iterator[Ask]:
    """Load the newest model of `models` and give what asks it, each question in a conversation of its own.

    Records and conversations go to a store that is thrown away: no question may look like a visitor's to the staff.

    Raises:
        ModelMissingError: there is no model.
        CryobotError: the assistant cannot be loaded for another reason, which the message gives.
    """
    # Rasa takes seconds to import, which `cryobot --help` must not.
    from cryobot.server.assistant import Assistant, load_agent
    from cryobot.server.logs import configure_logs

    with passing_stores():
        agent = load_agent(models)
        configure_logs()
        with Assistant(agent) as assistant:
            yield lambda text: assistant.reply(f"evaluation-{uuid4().hex}", text)


@contextmanager
def passing_stores() -> Iterator[None]:
    """Keep records and conversations in a temporary folder for as long as this lasts."""
    with TemporaryDirectory(prefix="cryobot-evaluation-") as folder:
        passing = {
            f"CRYOBOT_{name.upper()}_URL": f"sqlite:///{Path(folder) / name}.db"
            for name in ("records", "conversations")
        }
        before = {name: os.environ.get(name) for name in passing}
        os.environ.update(passing)
        _read_settings_again()
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value
            _read_settings_again()


def _read_settings_again() -> None:
    settings.cache_clear()
    installed_store.cache_clear()
