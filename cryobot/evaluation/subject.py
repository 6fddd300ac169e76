"""The assistant of this installation as the system under test."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from cryobot.evaluation.asking import Ask
from cryobot.paths import MODELS
from cryobot.server.passing_stores import passing_stores


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
